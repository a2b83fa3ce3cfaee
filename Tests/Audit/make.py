"""Writes lines with an identifier and a token each, and a policy: make.py FOLDER COUNT"""
import base64
import hashlib
import hmac
import json
import pathlib
import sys

folder, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
secret = b"made for a test, 32 bytes at least"
now = 1767229200


def encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=")


with open(folder / "lines", "wb") as out:
    header = encode(b'{"alg":"HS256","typ":"JWT","kid":"k1"}')
    for number in range(count):
        # Every tenth is expired, every hundredth forged, every thousandth no token at all.
        claims = {"iss": f"https://issuer-{number % 7}.example", "sub": f"user-{number}", "jti": f"id-{number}",
                  "scope": "orders:read orders:write profile email", "tenant": "a-tenant-with-a-long-name",
                  "iat": now - 3600, "exp": now + (-60 if number % 10 == 3 else 3600)}
        text = header + b"." + encode(json.dumps(claims).encode())
        key = b"another secret, 32 bytes and more" if number % 100 == 5 else secret
        token = text + b"." + encode(hmac.digest(key, text, hashlib.sha256))
        out.write(b"%d\t%s\n" % (number, token if number % 1000 != 7 else b"no token here"))
(folder / "secret").write_bytes(secret)
(folder / "policy.json").write_text(json.dumps({
    "version": 1, "algorithms": ["HS256"], "keys": [{"file": "secret"}], "issuer": {"ignored": "a test"},
    "audience": {"ignored": "a test"}, "lifetime": {"unlimited": "a test"}}))
