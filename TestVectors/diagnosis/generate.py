#!/usr/bin/env python3
"""Writes diagnosis.json: `python3 generate.py`. See README.md for its format.

Every token is synthetic and has one thing wrong, made here and named in `expect`. The keys are those of
`../jwt`; ECDSA and PSS signatures are kept in `fixed.json`, so that a second run writes the same bytes.
"""

import base64
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../jwt"))
import signing  # noqa: E402
from signing import OTHER_SECRET, SECRET, b64, der, jwk, public_pem, unb64  # noqa: E402

STORE = os.path.join(HERE, "fixed.json")
signing.fixed["signatures"] = json.load(open(STORE)) if os.path.exists(STORE) else {}

CLAIMS = {"sub": "user-1", "iat": 1767225600, "exp": 1767229200, "isAdmin": False}
RANDOM = bytes(range(100, 148))
rows = []


def compact(value):
    return json.dumps(value, separators=(",", ":"))


def join(header, payload, signature):
    return ".".join([header, payload, b64(signature)])


def sign(key=SECRET, alg="HS256", header=None, payload=None, said=None, **more):
    """A token whose header names `said`, signed with `alg`."""
    head = b64((header or compact({"alg": said or alg, "typ": "JWT", **more})).encode())
    body = b64((payload or compact(CLAIMS)).encode())
    return join(head, body, signing.signature(alg, key, (head + "." + body).encode()))


def over(head, body, message, key=SECRET, alg="HS256"):
    """A token whose signature is over another text than its own."""
    return join(head, body, signing.signature(alg, key, message.encode()))


def text(value):
    return {"text": value if isinstance(value, str) else value.decode()}


def raw(value):
    return {"base64url": b64(value)}


def row(name, token, keys, causes, suspicions=(), **more):
    keys = keys if isinstance(keys, list) else [keys]
    rows.append({"name": name, "token": token, "keys": keys, "causes": list(causes),
                 "suspicions": list(suspicions), **more})


S = text(SECRET)
GOOD = sign()
HEAD, BODY, MAC = GOOD.split(".")
RS = sign("rsa", "RS256")
ES = sign("p256", "ES256")
RSA = text(public_pem("rsa"))
EC = text(public_pem("p256"))


def edited(claims, key=SECRET, alg="HS256"):
    head, _, mac = sign(key, alg).split(".")
    return ".".join([head, b64(compact(claims).encode()), mac])


# The token and the key fit.
row("a good token needs no explanation", GOOD, S, [], fits=True)
row("a good token with a public key needs none", RS, RSA, [], fits=True)

# The secret.
std = base64.b64encode(RANDOM).decode()
url = base64.urlsafe_b64encode(b"\xfb\xff" + RANDOM).decode()
row("the secret is base64 of the key", sign(RANDOM), text(std), ["secret-is-base64"])
row("the secret is base64url of the key", sign(b"\xfb\xff" + RANDOM), text(url.rstrip("=")),
    ["secret-is-base64url"])
row("the secret is hexadecimal", sign(RANDOM), text(RANDOM.hex()), ["secret-is-hex"])
row("the key was decoded where the signer takes its text", sign(std.encode()), raw(RANDOM),
    ["secret-was-decoded"])
row("the key was decoded from digits where the signer takes them", sign(RANDOM.hex().encode()),
    raw(RANDOM), ["secret-was-decoded"])
row("the signer's secret file ends with a line feed", sign(SECRET + b"\n"), S,
    ["secret-lacks-line-end"])
row("the signer's secret file ends as Windows has it", sign(SECRET + b"\r\n"), S,
    ["secret-lacks-line-end"])
row("the given secret ends with a line feed", GOOD, text(SECRET + b"\n"), ["secret-has-line-end"])
row("the given secret has blanks around it", GOOD, text(b"  " + SECRET + b"\t"),
    ["secret-has-white-space"])
row("the given secret has line ends written out", sign(b"line one of it\nline two of the secret"),
    text("line one of it\\nline two of the secret"), ["secret-has-escapes"])
row("the given secret ends with a line feed that is written out", GOOD, text(SECRET + b"\\n"),
    ["secret-has-escapes", "secret-has-line-end"])
row("the signer's secret has line ends written out",
    sign(b"line one of it\\nline two of the secret"),
    text("line one of it\nline two of the secret"), ["secret-lacks-escapes"])
row("the given secret stands in quotation marks", GOOD, text(b'"' + SECRET + b'"'),
    ["secret-has-quotes"])
row("the signer's secret stands in quotation marks", sign(b"'" + SECRET + b"'"), S,
    ["secret-lacks-quotes"])
row("the given secret has the mark of its coding", sign(RANDOM), text("base64:" + std),
    ["secret-has-prefix", "secret-is-base64"])
row("the given secret is a line of a file of settings", GOOD, text(b"JWT_SECRET=" + SECRET),
    ["secret-has-prefix"])
row("the given secret starts with a byte order mark", GOOD, raw(b"\xef\xbb\xbf" + SECRET),
    ["secret-has-byte-order-mark"])
row("the signer wrote the secret as UTF-16", sign(SECRET.decode().encode("utf-16-le")), S,
    ["secret-is-utf16"])
row("the signer's setting was empty", sign(b""), S, ["secret-is-empty"])
row("the signer made a string of a setting that is not there", sign(b"undefined"), S,
    ["secret-is-placeholder"])
row("the signer used the text of k", sign(b64(RANDOM).encode()),
    text(compact({"kty": "oct", "k": b64(RANDOM)})), ["secret-is-key-text"])
row("the signer used the text of the JWK", sign(compact({"kty": "oct", "k": b64(RANDOM)}).encode()),
    text(compact({"kty": "oct", "k": b64(RANDOM)})), ["secret-is-key-text"])
row("the public key served as a secret", sign(public_pem("rsa").encode(), "HS256"), RSA,
    ["public-key-as-secret"])
row("the public key served as a secret without its last line end",
    sign(public_pem("rsa").encode().strip(), "HS256"), RSA, ["public-key-as-secret"])
row("the public key of a JWK served as a secret in PEM", sign(public_pem("p256").encode()),
    text(compact(jwk("p256"))), ["public-key-as-secret"])
row("the bytes of the public key served as a secret", sign(der(public_pem("rsa"))), RSA,
    ["public-key-as-secret"])

spki = der(public_pem("rsa"))
inner = base64.b64encode(spki[24:]).decode()
pkcs1 = "\n".join(["-----BEGIN RSA PUBLIC KEY-----"]
                  + [inner[i:i + 64] for i in range(0, len(inner), 64)]
                  + ["-----END RSA PUBLIC KEY-----", ""])
row("the public key served as a secret in the form of PKCS #1", sign(pkcs1.encode()), RSA,
    ["public-key-as-secret"])

# Algorithm and key.
row("the key stands in base64", RS, text(base64.b64encode(public_pem("rsa").encode())),
    ["key-is-base64"])
row("another hash of the same family", sign(SECRET, "HS512", said="HS256"), S, ["other-algorithm"])
row("PS256 where the header says RS256", sign("rsa", "PS256", said="RS256"), RSA,
    ["other-algorithm"])
row("RS256 where the header says PS256", sign("rsa", "RS256", said="PS256"), RSA,
    ["other-algorithm"])
row("a secret where the header says RS256", sign(SECRET, "HS256", said="RS256"), S,
    ["other-algorithm"])
row("the header's algorithm was replaced",
    b64(compact({"alg": "HS512", "typ": "JWT"}).encode()) + "." + BODY + "." + MAC, S,
    ["algorithm-replaced"])
row("the algorithm is not accepted", RS, RSA, ["algorithm-not-accepted"], algorithms=["PS256"])
two = text(compact({"keys": [jwk("rsa", kid="a"), jwk("rsa_2", kid="b")]}))
row("kid names another key of the set", sign("rsa", "RS256", kid="b"), two, ["kid-of-other-key"])
row("kid names no key of the set", sign("rsa", "RS256", kid="c"), two, ["kid-unknown"])
row("the key is for another algorithm", sign("rsa", "PS256"),
    text(compact(jwk("rsa", alg="RS256"))), ["key-for-other-algorithm"])

# The form of the signature.


def as_der(raw_signature):
    def integer(data):
        data = data.lstrip(b"\0") or b"\0"
        data = b"\0" + data if data[0] & 0x80 else data
        return bytes([2, len(data)]) + data
    half = len(raw_signature) // 2
    body = integer(raw_signature[:half]) + integer(raw_signature[half:])
    return bytes([0x30, len(body)]) + body


head, body, signature = ES.split(".")
row("the signature is DER", join(head, body, as_der(unb64(signature))), EC, ["signature-is-der"])
row("r and s changed places", join(head, body, unb64(signature)[32:] + unb64(signature)[:32]), EC,
    ["signature-is-swapped"])
row("the signature is hexadecimal inside base64url",
    join(HEAD, BODY, unb64(MAC).hex().encode()), S, ["signature-is-hex"])
row("the signature is hexadecimal", HEAD + "." + BODY + "." + unb64(MAC).hex(), S,
    ["signature-is-hex"])

# What was sent and what was signed.
row("the token was given with padding", HEAD + "." + BODY + "." + MAC + "=", S,
    ["token-has-padding"])
PLUS = sign(payload=compact({"sub": "user->?>?>?"}))
row("the token was given in the standard alphabet",
    PLUS.replace("-", "+").replace("_", "/"), S, ["token-in-standard-alphabet"])
row("the token was given with line ends", "\n".join([GOOD[:64], GOOD[64:128], GOOD[128:]]), S,
    ["token-has-white-space"])
row("the token was given as it stands in a URL", HEAD + "%2E" + BODY + "%2E" + MAC, S,
    ["token-percent-encoded"])
odd = b64(compact({"sub": "u->?>?"}).encode())
padded = odd + "=" * (-len(odd) % 4)
row("the signer signed the padded payload", over(HEAD, odd, HEAD + "." + padded), S,
    ["signed-with-padding"])
row("the signer signed in the standard alphabet",
    over(HEAD, odd, HEAD + "." + odd.replace("-", "+").replace("_", "/")), S,
    ["signed-in-standard-alphabet"])
row("the signer signed the JSON itself", over(HEAD, BODY, HEAD + "." + compact(CLAIMS)), S,
    ["signed-unencoded"])
row("the signer signed with blanks, and compact JSON was sent",
    over(HEAD, BODY, HEAD + "." + b64(json.dumps(CLAIMS).encode())), S, ["json-rewritten"])
row("the signer signed members in the order of names",
    over(HEAD, BODY, HEAD + "." + b64(json.dumps(CLAIMS, sort_keys=True,
                                                 separators=(",", ":")).encode())), S,
    ["json-rewritten"])
lines = b64(json.dumps(CLAIMS, indent=2).encode())
row("the signer signed compact JSON, and lines were sent", over(HEAD, lines, HEAD + "." + BODY), S,
    ["json-rewritten"])
slashes = b64(compact({"iss": "https://id.example/"}).encode())
row("the signer signed escaped slashes",
    over(HEAD, slashes, HEAD + "." + b64(b'{"iss":"https:\\/\\/id.example\\/"}')), S,
    ["json-rewritten"])

turned = b64(compact(dict(reversed(list(CLAIMS.items())))).encode())
row("members were sent in another order than they were signed", over(HEAD, turned, HEAD + "." + BODY),
    S, ["members-reordered"])

# Content.
row("a claim was added", edited({**CLAIMS, "role": "owner"}), S, ["member-added"])
row("a truth value was changed", edited({**CLAIMS, "isAdmin": True}), S, ["value-changed"])
row("the life was made longer", edited({**CLAIMS, "exp": 1999999999}), S, ["value-changed"])
row("the content of an RSA token was changed", edited({**CLAIMS, "sub": "somebody else"}, "rsa", "RS256"),
    RSA, [], ["content-changed"])

# Copying.
row("the token was pasted twice", GOOD + GOOD, S, ["token-doubled"])
row("the token was pasted twice with a line end", GOOD + "\n" + GOOD, S, ["token-doubled"])
row("text stands around the token", "token=" + GOOD + ";", S, ["token-surrounded"])


def slip(segment, change):
    parts = GOOD.split(".")
    parts[segment] = change(parts[segment])
    return ".".join(parts)


for segment, name in [(2, "signature"), (1, "payload"), (0, "header")]:
    at = {2: 30, 1: 20, 0: 14}[segment]
    row(f"a character of the {name} was lost", slip(segment, lambda t: t[:at] + t[at + 1:]), S,
        ["character-missing"])
    row(f"a character of the {name} is one too many", slip(segment, lambda t: t[:at] + "Q" + t[at:]),
        S, ["character-extra"])
    row(f"a character of the {name} was changed",
        slip(segment, lambda t: t[:at] + ("7" if t[at] != "7" else "8") + t[at + 1:]), S,
        ["character-changed"])
    letter = next(i for i in range(10, 40) if GOOD.split(".")[segment][i].isalpha())
    row(f"a letter of the {name} has the wrong case",
        slip(segment, lambda t: t[:letter] + t[letter].swapcase() + t[letter + 1:]), S,
        ["letter-case"])
    swap = next(i for i in range(25, 40) if len(set(GOOD.split(".")[segment][i:i + 2])) == 2)
    row(f"two characters of the {name} changed places",
        slip(segment, lambda t: t[:swap] + t[swap + 1] + t[swap] + t[swap + 2:]), S,
        ["characters-swapped"])

# Cut, or with something behind.
row("the token was pasted twice, the second time in part", GOOD + GOOD[:70], S, ["token-doubled"])
row("the token was pasted twice, the first time in part", GOOD[:70] + GOOD, S, ["token-doubled"])
row("the first characters are missing", GOOD[2:], S, ["start-missing"])
row("the first dot is missing", HEAD + BODY + "." + MAC, S, ["dot-missing"])
row("the second dot is missing", HEAD + "." + BODY + MAC, S, ["dot-missing"])
row("the second dot of an RSA token is missing", RS[:RS.rindex(".")] + RS[RS.rindex(".") + 1:], RSA,
    ["dot-missing"])
row("the end of an HMAC is missing", GOOD[:-9], S, ["end-missing"])
row("all but eight characters of an HMAC are missing", GOOD[:-35], S, ["end-missing"])
row("three characters of an ECDSA signature are missing", ES[:-3], EC, ["end-missing"])
row("two characters of an RSA signature are missing", RS[:-2], RSA, ["end-missing"])
row("the signature stands there twice", GOOD + MAC, S, ["end-extra"])
row("more than the signature", GOOD + "AAAAAAAA", S, ["end-extra"])

# Two things at once.
row("base64 and another algorithm", sign(RANDOM, "HS384", said="HS256"), text(std),
    ["secret-is-base64", "other-algorithm"])
row("white space and padding", GOOD[:50] + "\n" + GOOD[50:] + "=", S,
    ["token-has-white-space", "token-has-padding"])

# What cannot be settled.
row("another secret", sign(OTHER_SECRET), S, [], ["wrong-key-or-content"])
row("another key of the same size", sign("rsa_2", "RS256"), RSA, [], ["wrong-key-or-content"])
row("all but seven characters of an HMAC are missing", GOOD[:-36], S, [],
    ["signature-truncated", "wrong-key-or-content"])
row("the end of an ECDSA signature is missing", ES[:-4], EC, [],
    ["signature-truncated", "wrong-key-or-content"])
row("more than the signature, of another secret", sign(OTHER_SECRET) + "AAAAAAAA", S, [],
    ["signature-too-long", "wrong-key-or-content"])
row("a signature as long as that of HS512",
    sign(OTHER_SECRET, "HS512", said="HS256"), S, [],
    ["length-of-other-algorithm", "wrong-key-or-content"])
row("a signature of a larger RSA key", join(HEAD_RS := RS.split(".")[0], BODY, bytes(512)), RSA, [],
    ["other-key-size"])
row("a token for a public key, and a secret given", RS, S, [], ["no-key-of-type"])
row("no signature at all", HEAD + "." + BODY + ".", S, [], ["not-signed"])
row("an algorithm that nobody knows",
    b64(b'{"alg":"XS256"}') + "." + BODY + "." + b64(bytes(32)), S, [], ["unknown-algorithm"])
row("a payload written by hand", HEAD + "." + b64(b'{ "sub": "user-9" }') + "." + MAC, S, [],
    ["mixed-layout", "wrong-key-or-content"])
row("a budget that ends too early", sign(OTHER_SECRET), S, [], ["wrong-key-or-content"], budget=50,
    stop="budget")
row("no token", "hello", S, [], noToken="token.segment-count")

signing_file = {place: signing.fixed["signatures"][place] for place in sorted(signing.used_signatures)}
with open(STORE, "w") as out:
    out.write(json.dumps(signing_file, indent=1) + "\n")
with open(os.path.join(HERE, "diagnosis.json"), "w") as out:
    out.write(json.dumps({"vectors": rows}, indent=1) + "\n")
