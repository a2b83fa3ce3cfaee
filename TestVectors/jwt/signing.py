"""Keys and signatures for `generate.py`: the standard library for HMAC, `openssl` for the rest.

What openssl makes differently on each run (new keys, ECDSA and PSS signatures) is kept in
`fixed.json`, so that a second run writes the same bytes. Delete an entry to have it made anew.
"""

import base64
import hashlib
import hmac
import json
import os
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
STORE = os.path.join(HERE, "fixed.json")
SECRET = b"jwtcheck synthetic test secret, 43 bytes :)"
OTHER_SECRET = b"another synthetic test secret, of 43 bytes."
LONG_SECRET = b"jwtcheck synthetic test secret of 64 bytes, enough for any hash."

fixed = json.load(open(STORE)) if os.path.exists(STORE) else {"keys": {}, "signatures": {}}
used_signatures = set()

GENERATE = {
    "rsa": ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"],
    "p256": ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"],
    "p384": ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"],
    "p521": ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-521"],
    "k256": ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:secp256k1"],
    "ed25519": ["-algorithm", "ED25519"],
    "ed448": ["-algorithm", "ED448"],
    "p224": ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-224"],
    "explicit": ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-pkeyopt",
                 "ec_param_enc:explicit"],
}
CURVES = {"p256": ("P-256", 32), "p384": ("P-384", 48), "p521": ("P-521", 66),
          "k256": ("secp256k1", 32)}


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unb64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def openssl(*arguments, stdin=b""):
    return subprocess.run(["openssl", *arguments], input=stdin, check=True,
                          capture_output=True).stdout


def pem(name):
    """The private key of that name; `rsa_2` is another key of the same kind as `rsa`."""
    if name not in fixed["keys"]:
        made = openssl("genpkey", *GENERATE[name.split("_")[0]])
        public = openssl("pkey", "-pubout", stdin=made)
        fixed["keys"][name] = {"private": made.decode(), "public": public.decode()}
    return fixed["keys"][name]["private"]


def public_pem(name):
    pem(name)
    return fixed["keys"][name]["public"]


def der(text):
    """The bytes between the lines of a PEM text."""
    return base64.b64decode("".join(line for line in text.split("\n") if "---" not in line))


def rsa_modulus(name):
    """The modulus lies in the last 5 + 256 bytes of a 2048-bit key, before `02 03 01 00 01`."""
    public = der(public_pem(name))
    assert public.endswith(b"\x02\x03\x01\x00\x01")
    return public[-5 - 256:-5]


def jwk(name, **more):
    """The public key of that name as a JWK, with further members."""
    kind = name.split("_")[0]
    if kind == "rsa":
        members = {"kty": "RSA", "n": b64(rsa_modulus(name)), "e": "AQAB"}
    elif kind in CURVES:
        curve, width = CURVES[kind]
        point = der(public_pem(name))[-2 * width:]
        members = {"kty": "EC", "crv": curve, "x": b64(point[:width]), "y": b64(point[width:])}
    else:
        width = {"ed25519": 32, "ed448": 57}[kind]
        members = {"kty": "OKP", "crv": kind.capitalize(), "x": b64(der(public_pem(name))[-width:])}
    return {**members, **more}


def oct_jwk(secret=SECRET, **more):
    return {"kty": "oct", "k": b64(secret), **more}


def private_scalar(name):
    """`d` of an EC key: 02 01 01 04 LENGTH D in its PKCS #8 form."""
    width = CURVES[name.split("_")[0]][1]
    private = der(pem(name))
    start = private.index(bytes([2, 1, 1, 4, width])) + 5
    return private[start:start + width]


def read_integers(sequence):
    """The integers of a short DER SEQUENCE, as an ECDSA signature has two."""
    at = 3 if sequence[1] == 0x81 else 2
    numbers = []
    while at < len(sequence):
        length = sequence[at + 1]
        numbers.append(int.from_bytes(sequence[at + 2:at + 2 + length], "big"))
        at += 2 + length
    return numbers


def asymmetric(algorithm, name, message):
    with tempfile.NamedTemporaryFile("w") as key, tempfile.NamedTemporaryFile("wb") as text:
        key.write(pem(name))
        key.flush()
        text.write(message)
        text.flush()
        if name.startswith("ed"):
            return openssl("pkeyutl", "-sign", "-rawin", "-inkey", key.name, "-in", text.name)
        bits = "256" if algorithm == "ES256K" else algorithm[2:]
        options = []
        if algorithm.startswith("PS"):
            options = ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:digest"]
        made = openssl("dgst", "-sha" + bits, "-sign", key.name, *options, text.name)
    if algorithm.startswith("ES"):
        width = CURVES[name.split("_")[0]][1]
        return b"".join(number.to_bytes(width, "big") for number in read_integers(made))
    return made


def signature(algorithm, key, message):
    """`key` is a secret in bytes or the name of a key."""
    if isinstance(key, bytes):
        return hmac.new(key, message, getattr(hashlib, "sha" + algorithm[2:])).digest()
    place = " ".join([algorithm, key, hashlib.sha256(message).hexdigest()])
    if place not in fixed["signatures"]:
        fixed["signatures"][place] = b64(asymmetric(algorithm, key, message))
    used_signatures.add(place)
    return unb64(fixed["signatures"][place])


def save():
    fixed["signatures"] = {place: fixed["signatures"][place] for place in sorted(used_signatures)}
    fixed["keys"] = dict(sorted(fixed["keys"].items()))
    with open(STORE, "w") as out:
        out.write(json.dumps(fixed, indent=1) + "\n")
