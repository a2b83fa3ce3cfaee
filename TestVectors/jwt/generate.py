#!/usr/bin/env python3
"""Writes the vectors of this folder: `python3 generate.py`. See README.md for their format.

Every token is synthetic. The output is the same on every run (see signing.py), so `git diff` shows
what a change of this file changes.
"""

import json
import os

import signing
from signing import LONG_SECRET, OTHER_SECRET, SECRET, b64, der, jwk, oct_jwk, pem, public_pem, unb64

NOW = 1767225600  # 2026-01-01T00:00:00Z
EXP = NOW + 3600
CLAIMS = {"exp": EXP}
rows = []
setup_rows = []
inspect_rows = []


def compact(value):
    """JSON without blanks; text and bytes are taken as they are, for what Python would not write."""
    if isinstance(value, bytes):
        return value
    text = value if isinstance(value, str) else json.dumps(value, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def part(value):
    return b64(compact(value))


def token(claims=CLAIMS, header=None, key=SECRET, alg="HS256", **parameters):
    """A signed token; `alg` is what it is signed with, `header` may say something else."""
    header = {"alg": alg, **parameters} if header is None else header
    signed = part(header) + "." + part(claims)
    return signed + "." + b64(signing.signature(alg, key, signed.encode()))


def claims(**more):
    return {"exp": EXP, **more}


def secret(value=SECRET, **more):
    return {"form": "secret", "base64url": b64(value), **more}


def jwks(*keys, **more):
    return {"form": "jwks", "text": compact({"keys": list(keys)}).decode(), **more}


def single(key):
    return {"form": "jwks", "text": compact(key).decode()}


def verify(name, text, *expect, keys=None, at=NOW, limit=None, matched=None, **policy):
    """One vector of verify.json; no code means that the token is accepted."""
    keys = [secret()] if keys is None else keys if isinstance(keys, list) else [keys]
    rows.append({"name": name, "token": text, "keys": keys,
                 "policy": {"algorithms": ["HS256"], **policy}, "at": at,
                 **({} if limit is None else {"maximumByteCount": limit}),
                 "expect": list(expect),
                 **({} if matched is None else {"expectKey": matched})})


def setup(name, keys, *expect, algorithms=("HS256",), **policy):
    """One vector of setup.json; no code means that a verifier can be made."""
    keys = keys if isinstance(keys, list) else [keys]
    setup_rows.append({"name": name, "keys": keys,
                       "policy": {"algorithms": list(algorithms), **policy},
                       "expect": list(expect)})


def inspect(name, text, *expect, form="JWS", at=None, limit=None):
    """One vector of inspect.json; `expect` are the codes of all findings in their order."""
    inspect_rows.append({"name": name, "token": text, **({} if at is None else {"at": at}),
                         **({} if limit is None else {"maximumByteCount": limit}),
                         "form": form, "expectInspection": list(expect)})


def both(name, text, *expect, form="JWS"):
    """The same form error, whoever looks."""
    verify(name, text, *expect)
    inspect(name, text, *expect, form=form)


GOOD = token()
HEAD, BODY, TAG = GOOD.split(".")

# --- The form of the text -----------------------------------------------------------------------
verify("a token with a good signature and a time left is accepted", GOOD)
both("no text at all", "", "token.empty", form="unknown")
both("one part", "eyJhbGciOiJIUzI1NiJ9", "token.segment-count", form="unknown")
both("two parts", HEAD + "." + BODY, "token.segment-count", form="unknown")
both("four parts", GOOD + ".AA", "token.segment-count", form="unknown")
both("six parts", GOOD + ".AA.AA.AA", "token.segment-count", form="unknown")
JWE_HEAD = part({"alg": "RSA-OAEP-256", "enc": "A256GCM"})
both("five parts are an encrypted token", JWE_HEAD + ".AA.AA.AA.AA", "token.encrypted", form="JWE")
inspect("an encrypted token whose header is no JSON", part("{") + ".AA.AA.AA.AA",
        "token.encrypted", "json.unexpected-end", form="JWE")
both("a JWS in JSON serialization",
     compact({"payload": BODY, "protected": HEAD, "signature": TAG}).decode(),
     "token.json-serialization", form="unknown")
for kid in ["a.b", "a.b.c", "a.b.c.d.e"]:
    both(f"a JWS in JSON serialization with the kid {kid}",
         compact({"payload": BODY, "header": {"kid": kid}, "signature": TAG}).decode(),
         "token.json-serialization", form="unknown")
verify("a token of exactly the largest size", GOOD, limit=len(GOOD))
verify("a token one byte beyond the largest size", GOOD, "token.too-large", limit=len(GOOD) - 1)
inspect("a token one byte beyond the largest size", GOOD, "token.too-large", form="unknown",
        limit=len(GOOD) - 1)
MEGABYTE = 1 << 20
LONG_TEXT = [{"text": b64(b'{"a":"'), "times": 1}, {"text": "AAAA", "times": 350_000}]
verify("the default limit is one mebibyte",
       [{"text": "AAAA", "times": MEGABYTE // 4}, {"text": ".", "times": 1}], "token.too-large")

# --- base64url ----------------------------------------------------------------------------------
# The header is 22 bytes and the claims 19, so that both have unused bits in their last character.
SPACED_HEADER = '{"alg":"HS256" }' + " " * 6
SPACED = token(claims='{"exp":1767229200} ', header=SPACED_HEADER)
verify("white space around a part's JSON is allowed", SPACED)


def swap(index, change):
    parts = SPACED.split(".")
    parts[index] = change(parts[index])
    return ".".join(parts)


def next_character(text):
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    return text[:-1] + alphabet[alphabet.index(text[-1]) + 1]


for index, place in enumerate(["header", "payload", "signature"]):
    for kind, code, change in [
            ("a character outside the alphabet", "invalid-character", lambda t: "~" + t[1:]),
            ("a byte beyond ASCII", "invalid-character", lambda t: "\u00e9" + t[2:]),
            ("a plus sign", "standard-alphabet", lambda t: "+" + t[1:]),
            ("a slash", "standard-alphabet", lambda t: t[:3] + "/" + t[4:]),
            ("padding", "padding", lambda t: t + "="),
            ("a line end", "white-space", lambda t: t[:4] + "\n" + t[4:]),
            ("a blank at its end", "white-space", lambda t: t + " "),
            ("a length that no bytes have", "impossible-length",
             lambda t: t[:len(t) // 4 * 4 - 4] + "A"),
            ("bits set that mean nothing", "trailing-bits", next_character)]:
        both(f"the {place} has {kind}", swap(index, change), "base64url." + code)

# --- JSON ---------------------------------------------------------------------------------------
JSON_ERRORS = [
    ("a byte order mark", "byte-order-mark", "\ufeff{%s}"),
    ("a name without quotes", "unexpected-character", "{%s,a:1}"),
    ("single quotes", "unexpected-character", "{%s,'a':1}"),
    ("a comma too many", "unexpected-character", "{%s,}"),
    ("a number that is none", "unexpected-character", '{%s,"a":NaN}'),
    ("no end", "unexpected-end", "{%s"),
    ("bytes that are no UTF-8", "invalid-utf8", b'{%s,"a":"\xff"}'),
    ("an overlong encoding", "invalid-utf8", b'{%s,"a":"\xc0\xaf"}'),
    ("a control character in a string", "control-character", '{%s,"a":"\n"}'),
    ("an unknown escape", "invalid-escape", r'{%s,"a":"\x41"}'),
    ("half a surrogate pair", "lone-surrogate", r'{%s,"a":"\ud800"}'),
    ("a surrogate as bytes", "invalid-utf8", '{%s,"a":"\ud800"}'),
    ("a leading zero", "leading-zero", '{%s,"a":01}'),
    ("a member twice", "duplicate-member", '{%s,"a":1,"a":1}'),
    ("a member twice, once escaped", "duplicate-member", r'{%s,"a":1,"\u0061":2}'),
    ("a member twice in an inner object", "duplicate-member", '{%s,"a":{"b":1,"b":2}}'),
    ("something behind the object", "trailing-content", "{%s} {}"),
    ("65 levels", "too-deep", '{%s,"a":' + "[" * 64 + "]" * 64 + "}"),
]


def fill(text, members):
    if isinstance(text, bytes):
        return text.replace(b"%s", members.encode())
    return text.replace("%s", members)


for kind, code, text in JSON_ERRORS:
    both(f"the header has {kind}", token(header=fill(text, '"alg":"HS256"')), "json." + code)
    bad = token(claims=fill(text, '"exp":%d' % EXP))
    both(f"the payload has {kind}", bad, "json." + code)
both("the header is empty", "." + BODY + "." + TAG, "json.empty")
both("the header is white space", token(header="  "), "json.empty")
both("the payload is empty", token(claims=""), "json.empty")
verify("64 levels are not too deep",
       token('{"exp":%d,"a":' % EXP + "[" * 63 + "]" * 63 + "}"))
LONG_HEADER = [*LONG_TEXT, {"text": "." + BODY + ".AA", "times": 1}]
verify("a header longer than JSON may be", LONG_HEADER, "json.too-large", limit=2 * MEGABYTE)
inspect("a header longer than JSON may be", LONG_HEADER, "json.too-large", limit=2 * MEGABYTE)
inspect("a payload longer than JSON may be",
        [{"text": HEAD + ".", "times": 1}, *LONG_TEXT, {"text": ".AA", "times": 1}],
        "json.too-large", limit=2 * MEGABYTE)
for kind, text in [("an array", "[]"), ("a string", '"HS256"'), ("null", "null"), ("a number", "1")]:
    both(f"the header is {kind}", token(header=text), "header.not-an-object")
    both(f"the payload is {kind}", token(claims=text), "claims.not-an-object")
both("the payload is another token", token(claims=GOOD, cty="JWT"), "json.unexpected-character")
BROKEN_TWICE = HEAD + "." + BODY + "=." + TAG + "+"
verify("payload and signature are broken: the part that comes first is named", BROKEN_TWICE,
       "base64url.padding")
inspect("payload and signature are broken: both are named", BROKEN_TWICE, "base64url.padding",
        "base64url.standard-alphabet")

# --- The header ---------------------------------------------------------------------------------


def header(name, parameters, *expect, **more):
    """A token that is signed well, under a header that breaks rules."""
    text = parameters if isinstance(parameters, str) else {"alg": "HS256", **parameters}
    verify(name, token(header=text), *expect, **more)


header("no alg", '{"typ":"JWT"}', "alg.missing")
header("alg in capitals is no alg", '{"ALG":"HS256"}', "alg.missing")
header("alg is a number", '{"alg":256}', "header.wrong-type")
header("alg is null", '{"alg":null}', "header.wrong-type")
header("alg is a list", '{"alg":["HS256"]}', "header.wrong-type")
for name in ["kid", "typ", "cty", "jku", "x5u", "x5t", "x5t#S256", "x5c", "jwk", "b64"]:
    header(f"{name} is a number", {name: 1, **({"crit": ["b64"]} if name == "b64" else {})},
           "header.wrong-type")
header("kid is null", {"kid": None}, "header.wrong-type")
header("x5c holds a number", {"x5c": ["AA", 1]}, "header.wrong-type")
header("an unknown parameter is ignored", {"nonce": {"a": [1]}})
header("crit is a string", {"crit": "exp"}, "crit.wrong-type")
header("crit is null", {"crit": None}, "crit.wrong-type")
header("crit is an object", {"crit": {"exp": True}}, "crit.wrong-type")
header("crit is empty", {"crit": []}, "crit.empty")
header("crit holds a number", {"crit": [1]}, "crit.wrong-type")
header("crit names an extension nobody knows", {"crit": ["x"], "x": 1}, "crit.unsupported")
header("crit names a claim that stands in the header", {"crit": ["exp"], "exp": EXP},
       "crit.unsupported")
header("crit names what is not there", {"crit": ["x"]}, "crit.absent")
header("crit names b64 and it is not there", {"crit": ["b64"]}, "crit.absent")
header("crit names an empty name", {"crit": [""]}, "crit.absent")
header("crit names b64 twice", {"crit": ["b64", "b64"], "b64": True}, "crit.duplicate")
header("crit names alg", {"crit": ["alg"]}, "crit.standard-parameter")
header("crit names crit", {"crit": ["crit"]}, "crit.standard-parameter")
header("crit names a parameter of RFC 7518", {"crit": ["enc"]}, "crit.standard-parameter")
header("crit names B64", {"crit": ["B64"], "B64": True}, "crit.unsupported")
header("crit names b64 by an escape and it is true",
       r'{"alg":"HS256","crit":["\u006264"],"b64":true}')
header("b64 true, named by crit", {"crit": ["b64"], "b64": True})
header("b64 true, not named by crit", {"b64": True}, "b64.not-critical")
header("b64 false, not named by crit", {"b64": False}, "b64.not-critical")
header("b64 false, named by crit", {"crit": ["b64"], "b64": False}, "b64.unencoded-payload")
header("every broken rule is reported",
       {"kid": 7, "crit": ["x", "x", "alg", "y"], "x": 1, "b64": False, "jwk": oct_jwk()},
       "header.wrong-type", "crit.unsupported", "crit.duplicate", "crit.standard-parameter",
       "crit.absent", "b64.not-critical", "jwk.private-key")
for name, member in [("an RSA key", {"kty": "RSA", "d": "AQ"}), ("an EC key", {"kty": "EC", "d": "AQ"}),
                     ("an OKP key", {"kty": "OKP", "d": "AQ"}), ("a secret", {"kty": "oct", "k": "AQ"}),
                     ("an RSA key without d", {"kty": "RSA", "p": "AQ", "q": "AQ"}),
                     ("an RSA key of three primes", {"kty": "RSA", "oth": []}),
                     ("a key of RFC 9864's successors", {"kty": "AKP", "priv": "AQ"})]:
    header(f"jwk holds the private part of {name}", {"jwk": member}, "jwk.private-key")
verify("a public jwk is not looked at", token(jwk=jwk("p256")))
verify("a public jwk that signed the token is not trusted",
       token(key="p256_2", alg="ES256", jwk=jwk("p256_2")), "signature.invalid",
       keys=single(jwk("p256")), algorithms=["ES256"])
verify("jku and x5u are not followed", token(jku="https://attacker.example/keys",
                                            x5u="https://attacker.example/cert"))

# --- alg ----------------------------------------------------------------------------------------
UNSIGNED = "." + part(CLAIMS) + "."
for name in ["none", "None", "NONE", "nOnE"]:
    verify(f"alg {name} with no signature", part({"alg": name}) + UNSIGNED, "alg.none")
    verify(f"alg {name} over a good signature", token(header={"alg": name}), "alg.none")
for name in ["", "hs256", "HS256 ", "HS-256", "nonee", "RS256", "HS384", "XX", "\u212bS256", "ES256"]:
    verify(f"alg {name!r} where HS256 is allowed", token(header={"alg": name}), "alg.not-allowed")
RSA_PUBLIC = public_pem("rsa")
verify("a public key's text used as a secret", token(key=RSA_PUBLIC.encode()), "alg.not-allowed",
       keys={"form": "pem", "text": RSA_PUBLIC}, algorithms=["RS256", "PS256", "ES256"])
verify("an algorithm of the same key that is not on the list", token(key="rsa", alg="PS256"),
       "alg.not-allowed", keys=single(jwk("rsa")), algorithms=["RS256"])
verify("a token by its algorithm's escaped name", token(header=r'{"alg":"\u0048S256"}'))

# --- Which key ----------------------------------------------------------------------------------
A = oct_jwk(kid="a")
B = oct_jwk(OTHER_SECRET, kid="b")
verify("the key that kid names", token(kid="b", key=OTHER_SECRET), keys=jwks(A, B), matched=1)
verify("kid names a key that did not sign, another did", token(kid="a", key=OTHER_SECRET),
       "signature.invalid", keys=jwks(A, B))
verify("no key has the kid", token(kid="c"), "kid.unknown", keys=jwks(A, B))
verify("the only key has another kid", token(kid="c"), "kid.unknown", keys=single(A))
verify("an unknown kid is not tried with the keys that have none", token(kid="c"), "kid.unknown",
       keys=jwks(A, oct_jwk()))
verify("a kid where no key has one", token(kid="c"), keys=single(oct_jwk()), matched=0)
verify("a kid where no key has one and several are tried", token(kid="c", key=OTHER_SECRET),
       keys=jwks(oct_jwk(), oct_jwk(OTHER_SECRET)), matched=1)
verify("no kid: the second key signed", token(key=OTHER_SECRET), keys=jwks(A, B), matched=1)
verify("no kid: a key without one signed", token(key=OTHER_SECRET),
       keys=jwks(A, oct_jwk(OTHER_SECRET)), matched=1)
verify("no kid: none of the keys signed", token(key=LONG_SECRET), "signature.invalid",
       keys=jwks(A, B))
verify("two keys with one kid", token(kid="a"), "kid.ambiguous",
       keys=jwks(A, oct_jwk(OTHER_SECRET, kid="a")))
verify("one key under one kid twice", token(kid="a"), "kid.ambiguous", keys=jwks(A, A))
verify("two keys with one kid and no kid in the token", token(), matched=0,
       keys=jwks(A, oct_jwk(OTHER_SECRET, kid="a")))
verify("one kid for keys of two types is not ambiguous", token(kid="a", key="p256", alg="ES256"),
       keys=jwks(jwk("rsa", kid="a"), jwk("p256", kid="a")), algorithms=["RS256", "ES256"],
       matched=1)
verify("one kid for two keys of which one is pinned to another algorithm",
       token(kid="a", key="rsa", alg="RS256"), algorithms=["RS256", "PS256"], matched=1,
       keys=jwks(jwk("rsa_2", kid="a", alg="PS256"), jwk("rsa", kid="a", alg="RS256")))
verify("kid names a key of another type", token(kid="e", key="rsa", alg="RS256"),
       "kid.wrong-algorithm", algorithms=["RS256", "ES256"],
       keys=jwks(jwk("rsa", kid="r"), jwk("p256", kid="e")))
verify("kid names a key that is pinned to another algorithm", token(kid="r", key="rsa", alg="PS256"),
       "kid.wrong-algorithm", keys=single(jwk("rsa", kid="r", alg="RS256")),
       algorithms=["RS256", "PS256"])
verify("no kid and no key for the algorithm", token(key="p256", alg="ES256"),
       "key.none-compatible", keys=single(jwk("rsa")), algorithms=["RS256", "ES256"])
verify("no kid and a key that is pinned to another algorithm", token(key="rsa", alg="PS256"),
       "key.none-compatible", keys=single(jwk("rsa", alg="RS256")), algorithms=["RS256", "PS256"])
for alg in ["RS256", "PS256"]:
    verify(f"a key that is not pinned serves {alg}", token(key="rsa", alg=alg),
           keys=single(jwk("rsa")), algorithms=["RS256", "PS256"])
SECRETS = [oct_jwk(bytes([65 + index]) * 32) for index in range(17)]
verify("sixteen keys are tried", token(key=b"P" * 32), keys=jwks(*SECRETS[:16]), matched=15)
verify("seventeen keys are not", token(key=b"A" * 32), "kid.needed", keys=jwks(*SECRETS))
verify("seventeen keys of which kid names one", token(key=b"Q" * 32, kid="q"), matched=16,
       keys=jwks(*SECRETS[:16], oct_jwk(b"Q" * 32, kid="q")))
verify("kid in the other letter case", token(kid="A"), "kid.unknown", keys=single(A))
verify("kid with a letter that looks and sorts alike", token(kid="\u212a"), "kid.unknown",
       keys=single(oct_jwk(kid="K")))
verify("kid in another normalization form", token(kid="e\u0301"), "kid.unknown",
       keys=single(oct_jwk(kid="\u00e9")))
verify("kid by an escape", token(header=r'{"alg":"HS256","kid":"\u0061"}'), keys=single(A))
verify("an empty kid is a kid", token(kid=""), "kid.unknown", keys=single(A))
verify("an empty kid finds the key that has it", token(kid=""), keys=jwks(A, oct_jwk(kid="")),
       matched=1)
verify("a kid that is a path is only a name", token(kid="../../dev/null"), "kid.unknown",
       keys=single(A))
verify("keys from several sources", token(kid="2", key="p256", alg="ES256"), algorithms=["ES256"],
       keys=[{"form": "pem", "text": public_pem("p256_2"), "keyID": "1"},
             {"form": "pem", "text": public_pem("p256"), "keyID": "2"}], matched=1)
verify("a set with one key of an unknown type", token(kid="a"),
       keys=jwks({"kty": "AKP", "kid": "z"}, A), matched=0)

# --- The signature ------------------------------------------------------------------------------


def damaged(text, byte=0):
    """The token with one bit of its signature changed."""
    signed, _, tag = text.rpartition(".")
    raw = bytearray(unb64(tag))
    raw[byte] ^= 1
    return signed + "." + b64(bytes(raw))


def resigned(text, change):
    """The token with its signature's bytes changed."""
    signed, _, tag = text.rpartition(".")
    return signed + "." + b64(change(unb64(tag)))


EVERY = [("HS256", SECRET, oct_jwk()), ("HS384", LONG_SECRET, oct_jwk(LONG_SECRET)),
         ("HS512", LONG_SECRET, oct_jwk(LONG_SECRET))]
EVERY += [(alg, "rsa", jwk("rsa")) for alg in ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"]]
EVERY += [("ES256", "p256", jwk("p256")), ("ES384", "p384", jwk("p384")),
          ("ES512", "p521", jwk("p521")), ("ES256K", "k256", jwk("k256")),
          ("EdDSA", "ed25519", jwk("ed25519")), ("EdDSA", "ed448", jwk("ed448")),
          ("Ed25519", "ed25519", jwk("ed25519")), ("Ed448", "ed448", jwk("ed448"))]
for alg, key, public in EVERY:
    with_key = f"{alg} with {public.get('crv', public['kty'])}"
    good = token(key=key, alg=alg)
    more = {"keys": single(public), "algorithms": [alg]}
    verify(f"{with_key}: a good signature", good, **more)
    verify(f"{with_key}: one bit of the signature", damaged(good, 5), "signature.invalid", **more)
    verify(f"{with_key}: other claims under the signature",
           good.replace(part(CLAIMS), part({"exp": EXP + 1})), "signature.invalid", **more)
    verify(f"{with_key}: no signature", good.rpartition(".")[0] + ".", "signature.missing", **more)
    verify(f"{with_key}: a byte too few", resigned(good, lambda s: s[:-1]),
           "signature.wrong-length", **more)
    verify(f"{with_key}: a byte too many", resigned(good, lambda s: s + b"\0"),
           "signature.wrong-length", **more)
    verify(f"{with_key}: all zero", resigned(good, lambda s: bytes(len(s))),
           "signature.invalid", **more)
    verify(f"{with_key}: all ones", resigned(good, lambda s: b"\xff" * len(s)),
           "signature.invalid", **more)
EDWARDS = token(key="ed25519", alg="Ed25519")
verify("a key pinned to EdDSA serves the new name of its curve", EDWARDS, algorithms=["Ed25519"],
       keys=single(jwk("ed25519", alg="EdDSA")))
verify("an ECDSA signature in DER", resigned(token(key="p256", alg="ES256"), lambda s: (
    b"\x30\x44\x02\x20" + s[:32] + b"\x02\x20" + s[32:])), "signature.wrong-length",
       keys=single(jwk("p256")), algorithms=["ES256"])
verify("a signature cut to half its length", resigned(GOOD, lambda s: s[:16]),
       "signature.wrong-length")
verify("HS256 by another secret", token(key=OTHER_SECRET), "signature.invalid")
verify("a private key verifies by its public half", token(key="p256", alg="ES256"),
       keys={"form": "pem", "text": pem("p256")}, algorithms=["ES256"])
verify("a signature of no key's length where keys differ in theirs",
       resigned(token(key="p256", alg="ES256"), lambda s: s[:-1]), "signature.wrong-length",
       keys=jwks(jwk("p256"), jwk("p256_2")), algorithms=["ES256", "ES384"])
verify("EdDSA keys of both curves: the length chooses", token(key="ed448", alg="EdDSA"),
       keys=jwks(jwk("ed25519"), jwk("ed448")), algorithms=["EdDSA"], matched=1)
verify("EdDSA keys of both curves: a length of neither",
       resigned(token(key="ed448", alg="EdDSA"), lambda s: s[:-1]), "signature.invalid",
       keys=jwks(jwk("ed25519"), jwk("ed448")), algorithms=["EdDSA"])
verify("the header comes before the claims: a bad signature hides an expired token",
       damaged(token({"exp": 0})), "signature.invalid")

# --- Times --------------------------------------------------------------------------------------


def times(name, payload, *expect, **policy):
    verify(name, token(payload), *expect, **policy)


times("no exp", {}, "exp.missing")
times("no exp where none is asked for", {}, expiration=False)
times("exp one second ahead", {"exp": NOW + 1})
times("exp exactly now", {"exp": NOW}, "exp.passed")
times("exp now within a leeway of one second", {"exp": NOW}, leeway=1)
times("exp exactly a leeway ago", {"exp": NOW - 30}, "exp.passed", leeway=30)
times("exp a second less than a leeway ago", {"exp": NOW - 29}, leeway=30)
times("exp half a second ahead", '{"exp":1767225600.5}')
times("exp half a second ago", '{"exp":1767225599.5}', "exp.passed")
times("exp with a fraction of zero, ahead", '{"exp":1767229200.0}')
times("exp with a fraction of zero, exactly now", '{"exp":1767225600.0}', "exp.passed")
times("exp a billionth of a second ahead", '{"exp":1767225600.000000001}')
times("exp less than a billionth of a second ahead", '{"exp":1767225600.0000000001}', "exp.passed")
times("exp with an exponent, ahead", '{"exp":1.8e9}')
times("exp with an exponent, passed", '{"exp":1.5e9}', "exp.passed")
times("exp with a negative exponent, ahead", '{"exp":17672292000e-1}')
times("exp with a negative exponent, exactly now", '{"exp":17672256000E-1}', "exp.passed")
times("exp 0", {"exp": 0}, "exp.passed")
times("exp -1", {"exp": -1}, "exp.passed")
times("exp -0", '{"exp":-0}', "exp.passed")
times("exp the last second before milliseconds", {"exp": 999_999_999_999})
times("exp in milliseconds", {"exp": EXP * 1000}, "exp.milliseconds")
times("exp in milliseconds with a fraction", '{"exp":1767229200000.5}', "exp.milliseconds")
times("exp of fifteen digits", {"exp": 10**14}, "exp.out-of-range")
times("exp 1e400", '{"exp":1e400}', "exp.out-of-range")
times("exp -1e400", '{"exp":-1e400}', "exp.out-of-range")
times("exp 1e-400", '{"exp":1e-400}', "exp.passed")
times("exp 2^63", {"exp": 2**63}, "exp.out-of-range")
times("exp 2^64 + now + 3600", {"exp": 2**64 + EXP}, "exp.out-of-range")
times("exp -2^63", {"exp": -2**63}, "exp.out-of-range")
times("exp as text", {"exp": str(EXP)}, "exp.wrong-type")
times("exp null", {"exp": None}, "exp.wrong-type")
times("exp true", {"exp": True}, "exp.wrong-type")
times("exp a list", {"exp": [EXP]}, "exp.wrong-type")
times("exp of the wrong type where none is asked for", {"exp": str(EXP)}, "exp.wrong-type",
      expiration=False)
times("exp passed where none is asked for", {"exp": NOW}, "exp.passed", expiration=False)
times("EXP is not exp", {"EXP": EXP}, "exp.missing")

times("nbf exactly now", claims(nbf=NOW))
times("nbf a second ahead", claims(nbf=NOW + 1), "nbf.in-future")
times("nbf a second ahead within the leeway", claims(nbf=NOW + 1), leeway=1)
times("nbf a second beyond the leeway", claims(nbf=NOW + 2), "nbf.in-future", leeway=1)
times("nbf half a second ahead", '{"exp":1767229200,"nbf":1767225600.5}', "nbf.in-future")
times("nbf 0", claims(nbf=0))
times("nbf as text", claims(nbf=str(NOW)), "nbf.wrong-type")
times("nbf null", claims(nbf=None), "nbf.wrong-type")
times("nbf in milliseconds", claims(nbf=NOW * 1000), "nbf.milliseconds")
times("nbf 1e400", '{"exp":1767229200,"nbf":1e400}', "nbf.out-of-range")
times("nbf behind exp: a token that is never valid", {"exp": NOW - 10, "nbf": NOW + 10},
      "exp.passed", "nbf.in-future")
times("nbf behind exp, before both", {"exp": NOW + 10, "nbf": NOW + 20}, "nbf.in-future")
times("nbf behind exp, after both", {"exp": NOW - 20, "nbf": NOW - 10}, "exp.passed")

times("iat exactly now", claims(iat=NOW))
times("iat a second ahead", claims(iat=NOW + 1), "iat.in-future")
times("iat a second ahead within the leeway", claims(iat=NOW + 1), leeway=1)
times("iat as text", claims(iat="now"), "iat.wrong-type")
times("iat null", claims(iat=None), "iat.wrong-type")
times("iat in milliseconds", claims(iat=NOW * 1000), "iat.milliseconds")
times("iat -1e12", claims(iat=-10**12), "iat.out-of-range")
times("iat -999999999999", claims(iat=1 - 10**12))

times("age exactly the limit", claims(iat=NOW - 60), maximumAge=60)
times("age a second beyond the limit", claims(iat=NOW - 61), "age.exceeded", maximumAge=60)
times("age within limit and leeway", claims(iat=NOW - 65), maximumAge=60, leeway=5)
times("age a second beyond limit and leeway", claims(iat=NOW - 66), "age.exceeded", maximumAge=60,
      leeway=5)
times("age without iat", claims(), "iat.missing", maximumAge=60)
times("age of an iat that is no time is told once", claims(iat="x"), "iat.wrong-type",
      maximumAge=60)
times("age of an iat ahead", claims(iat=NOW + 5), "iat.in-future", maximumAge=60)
times("age limit zero, iat now", claims(iat=NOW), maximumAge=0)
times("the greatest age limit there is", claims(iat=1 - 10**12), maximumAge=2**63 - 1,
      leeway=2**63 - 1)

times("lifetime exactly the limit", {"iat": NOW, "exp": NOW + 100}, lifetime=100)
times("lifetime a second beyond the limit", {"iat": NOW, "exp": NOW + 101}, "lifetime.too-long",
      lifetime=100)
times("lifetime half a second beyond the limit", '{"iat":1767225600,"exp":1767225700.5}',
      "lifetime.too-long", lifetime=100)
times("lifetime has no leeway", {"iat": NOW, "exp": NOW + 101}, "lifetime.too-long", lifetime=100,
      leeway=60)
times("lifetime without iat", claims(), "iat.missing", lifetime=100)
times("lifetime without exp is told once", {"iat": NOW}, "exp.missing", lifetime=100)
times("lifetime without exp where exp need not be there", {"iat": NOW}, "exp.missing",
      lifetime=100, expiration=False)
times("lifetime without either", {}, "exp.missing", "iat.missing", lifetime=100)
times("lifetime of times of the wrong type is told once", {"iat": "a", "exp": "b"},
      "exp.wrong-type", "iat.wrong-type", lifetime=100)
times("exp before iat", {"iat": NOW, "exp": NOW - 1}, "exp.passed", "lifetime.negative",
      lifetime=100)
times("exp before iat within the leeway", {"iat": NOW, "exp": NOW - 1}, "lifetime.negative",
      lifetime=100, leeway=60)
times("exp equal to iat", {"iat": NOW, "exp": NOW}, "lifetime.negative", lifetime=100, leeway=60)
times("a missing iat that three rules want is told once", claims(), "iat.missing", lifetime=7200,
      maximumAge=60, requiredClaims=["iat"])
times("a missing exp that two rules want is told once", {}, "exp.missing", requiredClaims=["exp"])

# --- iss, aud, sub, jti, typ, required ----------------------------------------------------------
for rule, value, code in [("issuer", "https://id.example", "iss"), ("subject", "user-1", "sub")]:
    policy = {rule: value}
    times(f"{code} as asked", claims(**{code: value}), **policy)
    times(f"{code} by an escape", '{"exp":%d,"%s":"\\u%04x%s"}' % (EXP, code, ord(value[0]), value[1:]),
          **policy)
    times(f"{code} longer than asked", claims(**{code: value + "/"}), f"{code}.mismatch", **policy)
    times(f"{code} the start of what is asked", claims(**{code: value[:-1]}), f"{code}.mismatch",
          **policy)
    times(f"{code} in capitals", claims(**{code: value.upper()}), f"{code}.mismatch", **policy)
    times(f"{code} empty", claims(**{code: ""}), f"{code}.mismatch", **policy)
    times(f"{code} missing", claims(), f"{code}.missing", **policy)
    times(f"{code} a list", claims(**{code: [value]}), f"{code}.wrong-type", **policy)
    times(f"{code} null", claims(**{code: None}), f"{code}.wrong-type", **policy)
    times(f"{code} a number where any is accepted", claims(**{code: 7}), f"{code}.wrong-type")
times("iss in another normalization form", claims(iss="\u00e9"), "iss.mismatch", issuer="e\u0301")
times("the second of two issuers", claims(iss="b"), issuer=["a", "b"])
times("none of two issuers", claims(iss="c"), "iss.mismatch", issuer=["a", "b"])

times("aud as asked", claims(aud="api"), audience="api")
times("aud among several", claims(aud=["x", "api"]), audience="api")
times("aud the second of two accepted", claims(aud=["x", "b"]), audience=["a", "b"])
times("aud another", claims(aud="other"), "aud.mismatch", audience="api")
times("aud others", claims(aud=["x", "apis", "API"]), "aud.mismatch", audience="api")
times("aud names divided by blanks are one name", claims(aud="x api"), "aud.mismatch",
      audience="api")
times("aud an empty list", claims(aud=[]), "aud.mismatch", audience="api")
times("aud an empty list where any is accepted", claims(aud=[]))
times("aud missing", claims(), "aud.missing", audience="api")
times("aud null", claims(aud=None), "aud.wrong-type", audience="api")
times("aud a number", claims(aud=7), "aud.wrong-type", audience="api")
times("aud an object", claims(aud={"api": True}), "aud.wrong-type", audience="api")
times("aud a list with a number beside the right name", claims(aud=["api", 7]), "aud.wrong-type",
      audience="api")
times("aud a list in a list", claims(aud=[["api"]]), "aud.wrong-type", audience="api")
times("aud of the wrong type where any is accepted", claims(aud=[7]), "aud.wrong-type")

times("jti a string", claims(jti="1"))
times("jti a number", claims(jti=1), "jti.wrong-type")
times("jti null", claims(jti=None), "jti.wrong-type")


def typed(name, value, *expect, asked="at+jwt"):
    more = {} if value is None else {"typ": value}
    verify(name, token(**more), *expect, type=asked)


typed("typ as asked", "at+jwt")
typed("typ with application/ in front", "application/at+jwt")
typed("typ in capitals", "AT+JWT")
typed("typ asked for with application/ in front", "at+jwt", asked="Application/At+Jwt")
typed("typ another", "JWT", "typ.mismatch")
typed("typ longer than asked", "at+jwt;x=1", "typ.mismatch")
typed("typ with two slashes keeps its first word", "application/a/b", "typ.mismatch", asked="a/b")
typed("typ empty", "", "typ.mismatch")
typed("typ missing", None, "typ.missing")
verify("typ where any is accepted", token(typ="anything"))

times("a further claim", claims(scope=""), requiredClaims=["scope"])
times("a further claim that is false", claims(scope=False), requiredClaims=["scope"])
times("a further claim missing", claims(), "claim.missing", requiredClaims=["scope"])
times("a further claim null", claims(scope=None), "claim.missing", requiredClaims=["scope"])
times("a further claim in an inner object only", claims(a={"scope": ""}), "claim.missing",
      requiredClaims=["scope"])
times("a further claim by an escape", '{"exp":%d,"sc\\u006fpe":1}' % EXP, requiredClaims=["scope"])
times("registered claims that are missing keep their names", {}, "exp.missing", "nbf.missing",
      "jti.missing", "sub.missing", "aud.missing", "iss.missing", "claim.missing",
      requiredClaims=["nbf", "jti", "sub", "aud", "iss", "scope", "exp"])
times("an empty list of further claims asks for nothing", claims(), requiredClaims=[])

# --- Rules for values ---------------------------------------------------------------------------
for name, at, rule, value, code in [
        ("the text that is asked for", "/plan", {"equals": "pro"}, {"plan": "pro"}, None),
        ("the text by an escape", "/plan", {"equals": "pro"}, '{"exp":%d,"plan":"\\u0070ro"}' % EXP, None),
        ("another text", "/plan", {"equals": "pro"}, {"plan": "Pro"}, "claim.not-equal"),
        ("a text that only looks the same", "/plan", {"equals": "caf\u00e9"},
         {"plan": "cafe\u0301"}, "claim.not-equal"),
        ("a text in a list of one", "/plan", {"equals": "pro"}, {"plan": ["pro"]},
         "claim.not-equal"),
        ("the number that is asked for", "/level", {"equals": 2}, {"level": 2}, None),
        ("the same number written otherwise", "/level", {"equals": 2}, '{"exp":%d,"level":0.2e1}' % EXP,
         None),
        ("a number as a text", "/level", {"equals": 2}, {"level": "2"}, "claim.not-equal"),
        ("a number with a fraction", "/level", {"equals": 2}, {"level": 2.5}, "claim.not-equal"),
        ("true", "/ok", {"equals": True}, {"ok": True}, None),
        ("1 for true", "/ok", {"equals": True}, {"ok": 1}, "claim.not-equal"),
        ("false for true", "/ok", {"equals": True}, {"ok": False}, "claim.not-equal"),
        ("no such claim", "/plan", {"equals": "pro"}, {}, "claim.missing"),
        ("null", "/plan", {"equals": "pro"}, {"plan": None}, "claim.missing"),
        ("a value inside a claim", "/a/b~1c/1", {"equals": "x"}, {"a": {"b/c": ["y", "x"]}}, None),
        ("no value inside a claim", "/a/b", {"equals": "x"}, {"a": "x"}, "claim.missing"),
        ("one of two", "/plan", {"oneOf": ["pro", "team"]}, {"plan": "team"}, None),
        ("none of two", "/plan", {"oneOf": ["pro", "team"]}, {"plan": "free"}, "claim.not-one-of"),
        ("one of no values", "/plan", {"oneOf": []}, {"plan": "free"}, "claim.not-one-of"),
        ("an element of a list", "/roles", {"contains": "a"}, {"roles": ["b", "a"]}, None),
        ("a list without the element", "/roles", {"contains": "a"}, {"roles": ["ab", ["a"]]},
         "claim.not-containing"),
        ("an empty list", "/roles", {"contains": "a"}, {"roles": []}, "claim.not-containing"),
        ("a text for a list", "/roles", {"contains": "a"}, {"roles": "a"}, "claim.not-containing"),
        ("an object for a list", "/roles", {"contains": "a"}, {"roles": {"a": "a"}},
         "claim.not-containing"),
        ("a word among others", "/scope", {"containsWord": "a:b"}, {"scope": "x a:b y"}, None),
        ("the only word", "/scope", {"containsWord": "a:b"}, {"scope": "a:b"}, None),
        ("part of a word", "/scope", {"containsWord": "a:b"}, {"scope": "a:bc xa:b"},
         "claim.not-containing"),
        ("words with a tab", "/scope", {"containsWord": "a:b"}, {"scope": "x\ta:b"},
         "claim.not-containing"),
        ("a list for words", "/scope", {"containsWord": "a:b"}, {"scope": ["a:b"]},
         "claim.not-containing")]:
    body = value if isinstance(value, str) else claims(**value)
    times(f"a rule for {next(iter(rule))}: {name}", body, *([code] if code else []),
          claimRules=[{"at": at, **rule}])
times("a rule for sub has the code of sub", claims(), "sub.missing",
      claimRules=[{"at": "/sub", "equals": "user-1"}])
times("two broken rules are both told", claims(a=1, b=1), "claim.not-equal", "claim.not-one-of",
      claimRules=[{"at": "/a", "equals": 2}, {"at": "/b", "oneOf": [2]}])
verify("every claim that fails is told, in the order of the rules",
       token({"exp": NOW, "nbf": NOW + 1, "iat": NOW + 1, "iss": "x", "aud": "x", "sub": "x",
              "jti": 1}, typ="x"),
       "typ.mismatch", "exp.passed", "nbf.in-future", "iat.in-future", "lifetime.negative",
       "iss.mismatch", "aud.mismatch", "sub.mismatch", "jti.wrong-type", "claim.missing",
       type="y", issuer="y", audience="y", subject="y", lifetime=60, maximumAge=60,
       requiredClaims=["scope"])

# --- setup.json: policies and keys --------------------------------------------------------------
setup("a policy and its key", secret())
setup("no algorithms", secret(), "policy.no-algorithms", algorithms=[])
setup("HMAC beside RSA", [secret(), single(jwk("rsa"))], "policy.mixed-algorithms",
      algorithms=["HS256", "RS256"])
setup("an algorithm twice", secret(), algorithms=["HS256", "HS256"])
setup("no keys", [], "policy.no-usable-key")
setup("an empty set", jwks(), "policy.no-usable-key")
setup("a set of unusable keys", jwks({"kty": "XYZ"}, {"kty": "oct"}), "policy.no-usable-key")
setup("keys of other types", jwks(jwk("rsa"), jwk("p256")), "policy.no-usable-key",
      algorithms=["EdDSA"])
setup("a negative leeway", secret(), "policy.negative-duration", leeway=-1)
setup("a negative lifetime", secret(), "policy.negative-duration", lifetime=-1)
setup("a negative age", secret(), "policy.negative-duration", maximumAge=-1)
setup("an empty issuer", secret(), "policy.empty-name", issuer="")
setup("no issuer in a list", secret(), "policy.empty-name", issuer=[])
setup("an empty audience", secret(), "policy.empty-name", audience="")
setup("an empty audience in a list", secret(), "policy.empty-name", audience=["api", ""])
setup("an empty subject", secret(), "policy.empty-name", subject="")
setup("an empty type", secret(), "policy.empty-name", type="")
setup("an empty required claim", secret(), "policy.empty-name", requiredClaims=[""])
setup("a key of another type", single(jwk("rsa")), "key.algorithm-mismatch", algorithms=["ES256"])
setup("a key of another curve", single(jwk("p384")), "key.algorithm-mismatch",
      algorithms=["ES256"])
setup("a key that its own alg keeps for another", single(jwk("rsa", alg="RS256")),
      "key.algorithm-mismatch", algorithms=["PS256"])
setup("an RSA key where HMAC is asked for", single(jwk("rsa")), "key.algorithm-mismatch")

setup("a secret of exactly the hash's length", secret(b"x" * 32))
setup("a secret a byte shorter than the hash", secret(b"x" * 31), "key.hmac-too-short")
setup("a secret that is long enough for the first algorithm only", secret(),
      "key.hmac-too-short", algorithms=["HS256", "HS512"])
setup("a short secret with a reason", secret(b"x", anyLength="a test"))
setup("a short secret in a JWK", single(oct_jwk(b"x" * 31)), "key.hmac-too-short")
setup("a short secret in a JWK with its alg", single(oct_jwk(b"x" * 31, alg="HS256")),
      "key.hmac-too-short")
setup("a short secret in a JWK with a reason",
      {**single(oct_jwk(b"x" * 31)), "anyLength": "a test"})
setup("a short secret beside a good one in a set", jwks(oct_jwk(), oct_jwk(b"x" * 31)))
setup("short secrets alone in a set", jwks(oct_jwk(b"y" * 31), oct_jwk(b"x" * 31)),
      "key.hmac-too-short")
setup("a short secret beside a set", [secret(b"x" * 31), jwks(oct_jwk(), oct_jwk(b"y" * 32))],
      "key.hmac-too-short")
setup("a short secret with its alg beside a good one in a set",
      jwks(oct_jwk(), oct_jwk(b"x" * 31, alg="HS256")))
setup("an empty secret", secret(b""), "key.empty")
setup("an empty secret in a JWK", single(oct_jwk(b"")), "key.empty")
setup("an empty secret in a JWK with a reason",
      {**single(oct_jwk(b"")), "anyLength": "a test"}, "key.empty")
SET = compact({"keys": [oct_jwk()]})
for form in ["secret", "detect"]:
    setup(f"PEM as a secret ({form})", {"form": form, "text": public_pem("rsa")},
          "key.pem-as-secret")
    setup(f"PEM with written-out line ends as a secret ({form})",
          {"form": form, "text": public_pem("rsa").replace("\n", "\\n")}, "key.pem-as-secret")
    setup(f"DER as a secret ({form})", {"form": form, "base64url": b64(der(public_pem("rsa")))},
          "key.der-as-secret")
    setup(f"no bytes ({form})", {"form": form, "text": ""}, "key.empty")
setup("a JWK as a secret", secret(compact(oct_jwk())), "key.jwk-as-secret")
setup("a JWK Set as a secret", secret(b" \n" + SET), "key.jwk-as-secret")
setup("a JWK is detected", {"form": "detect", "text": compact(oct_jwk()).decode()})
setup("a secret is detected", {"form": "detect", "text": SECRET.decode()})
setup("a secret is not detected where none is asked for",
      {"form": "detect", "text": SECRET.decode()}, "key.unrecognized", algorithms=["RS256"])
setup("PEM is detected", {"form": "detect", "text": public_pem("rsa")}, algorithms=["RS256"])
setup("DER is detected", {"form": "detect", "base64url": b64(der(public_pem("rsa")))},
      algorithms=["RS256"])


def key_setup(name, key, *expect, alg="RS256"):
    setup(name, key, *expect, algorithms=[alg])


def pem_form(text):
    return {"form": "pem", "text": text}


def der_form(data):
    return {"form": "der", "base64url": b64(data)}


SPKI = der(public_pem("rsa"))
key_setup("a public key in PEM", pem_form(public_pem("rsa")))
key_setup("a private key in PEM", pem_form(pem("rsa")))
key_setup("a public key in DER", der_form(SPKI))
key_setup("PEM without a block", pem_form("a key"), "pem.no-block")
key_setup("PEM without an end", pem_form(public_pem("rsa")[:200]), "pem.unterminated")
key_setup("PEM with a character that is not base64",
          pem_form(public_pem("rsa").replace("MIIB", "M*IB")), "pem.encoding")
key_setup("an encrypted key in PKCS #8", pem_form(
    "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAA=\n-----END ENCRYPTED PRIVATE KEY-----\n"),
    "key.encrypted")
key_setup("an encrypted key of the old form", pem_form(
    "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nMAA=\n"
    "-----END RSA PRIVATE KEY-----\n"), "key.encrypted")
key_setup("PEM with nothing but parameters", pem_form(
    "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n"),
    "key.unrecognized")
key_setup("DER cut short", der_form(SPKI[:-1]), "key.malformed")
key_setup("DER with a byte behind it", der_form(SPKI + b"\0"), "key.trailing-data")
key_setup("a key of X25519", der_form(unb64("MCowBQYDK2VuAyEA") + b"\x09" + bytes(31)),
          "key.unsupported-type", alg="EdDSA")
key_setup("a curve of another name", pem_form(public_pem("p224")), "key.unsupported-curve",
          alg="ES256")
key_setup("a curve by its parameters", pem_form(public_pem("explicit")), "key.unsupported-curve",
          alg="ES256")
P256 = jwk("p256")
key_setup("a point that is not on its curve", single({**P256, "y": P256["x"]}),
          "key.not-on-curve", alg="ES256")
key_setup("a private part of another key",
          single({**P256, "d": b64(signing.private_scalar("p256_2"))}), "key.inconsistent",
          alg="ES256")
key_setup("a private part of the key",
          single({**P256, "d": b64(signing.private_scalar("p256"))}), alg="ES256")
RSA = jwk("rsa")
key_setup("an RSA exponent of 1", single({**RSA, "e": "AQ"}), "key.bad-exponent")
key_setup("an RSA exponent that is even", single({**RSA, "e": b64(b"\1\0\0")}), "key.bad-exponent")
key_setup("an RSA modulus of 2047 bits", single({**RSA, "n": b64(b"\x7f" + b"\xff" * 255)}),
          "key.rsa-too-small")
key_setup("an RSA modulus of 1024 bits", single({**RSA, "n": b64(b"\xff" * 128)}),
          "key.rsa-too-small")
key_setup("an RSA modulus of 16392 bits", single({**RSA, "n": b64(b"\xff" * 2049)}),
          "key.rsa-too-large")
key_setup("an RSA modulus that is even", single({**RSA, "n": b64(b"\xff" * 255 + b"\xfe")}),
          "key.malformed")

for name, text, code in [
        ("no JSON", "{", "json.unexpected-end"), ("a list", "[]", "jwk.not-a-key"),
        ("neither kty nor keys", "{}", "jwk.not-a-key"),
        ("keys that are no list", '{"keys":{}}', "jwk.wrong-type"),
        ("a member twice", '{"kty":"oct","kty":"RSA"}', "json.duplicate-member")]:
    key_setup(f"a JWK that is {name}", {"form": "jwks", "text": text}, code)
for name, changes, code in [
        ("without n", {"n": None}, "missing-member"),
        ("whose kty is a number", {"kty": 1}, "wrong-type"),
        ("whose kid is a number", {"kid": 1}, "wrong-type"),
        ("of an unknown kty", {"kty": "rsa"}, "unknown-kty"),
        ("whose n is padded", {"n": RSA["n"] + "="}, "encoding"),
        ("whose n starts with a zero byte", {"n": b64(b"\0" + unb64(RSA["n"]))}, "wrong-length"),
        ("whose alg is unknown", {"alg": "RSA-OAEP"}, "unknown-alg"),
        ("whose alg is for another type", {"alg": "ES256"}, "inconsistent"),
        ("for encryption", {"use": "enc"}, "wrong-use"),
        ("whose operations leave out verify", {"key_ops": ["encrypt"]}, "wrong-key-ops"),
        ("whose operations are to sign only", {"key_ops": ["sign"]}, "wrong-key-ops"),
        ("whose operations stand twice", {"key_ops": ["verify", "verify"]}, "duplicate-key-op"),
        ("whose operations are text", {"key_ops": "verify"}, "wrong-type"),
        ("with half a private part", {"d": "AQ"}, "private-part-unusable"),
        ("of three primes", {"oth": []}, "private-part-unusable")]:
    members = {key: value for key, value in {**RSA, **changes}.items() if value is not None}
    key_setup(f"a JWK {name}", single(members), "jwk." + code)
    key_setup(f"a JWK {name} does not spoil a set", jwks(members, RSA))
key_setup("a JWK of an unknown curve", single({**P256, "crv": "P-192"}), "jwk.unknown-crv",
          alg="ES256")
key_setup("a JWK whose curve is for another type", single({**P256, "crv": "Ed25519"}),
          "jwk.inconsistent", alg="ES256")
key_setup("a JWK whose coordinate lost its leading zero",
          single({**P256, "x": b64(unb64(P256["x"])[1:])}), "jwk.wrong-length", alg="ES256")

# --- inspect.json -------------------------------------------------------------------------------
inspect("nothing to say", token(), at=NOW)
inspect("a token that never expires", token({}), "exp.missing")
inspect("no alg", token(header="{}"), "alg.missing")
inspect("alg none", part({"alg": "none"}) + UNSIGNED, "alg.none")
inspect("alg None", part({"alg": "None"}) + UNSIGNED, "alg.none")
inspect("an unknown algorithm", token(header={"alg": "XX"}), "alg.unknown")
inspect("an empty algorithm", token(header={"alg": ""}), "alg.unknown")
inspect("a header that breaks rules", token(header={"alg": "HS256", "crit": [], "kid": 1}),
        "header.wrong-type", "crit.empty")
UNENCODED = {"alg": "HS256", "b64": False, "crit": ["b64"]}
inspect("an unencoded payload that is a claims set",
        f'{part(UNENCODED)}.{{"exp":0}}.AA', "b64.unencoded-payload", "exp.passed", at=NOW)
inspect("an unencoded payload that looks like an encoded one", token(header=UNENCODED),
        "b64.unencoded-payload", "json.unexpected-character")
inspect("a private key in the header", token(jwk=oct_jwk()), "jwk.private-key",
        "header.embedded-key")
inspect("every kind of key in the header",
        token(jwk=jwk("p256"), jku="https://a.example", x5u="https://b.example", x5c=["AA"]),
        *["header.embedded-key"] * 4)
inspect("exp exactly at the time", token({"exp": NOW}), "exp.passed", at=NOW)
inspect("exp a second ahead", token({"exp": NOW + 1}), at=NOW)
inspect("times without a time to compare with", token({"exp": 0, "iat": EXP, "nbf": EXP}))
inspect("nbf and iat ahead", token(claims(nbf=NOW + 1, iat=NOW + 1)), "nbf.in-future",
        "iat.in-future", at=NOW)
inspect("claims that nobody can use",
        token({"exp": "x", "nbf": None, "iat": NOW * 1000, "iss": 1, "sub": [], "aud": {},
               "jti": 7}),
        "exp.wrong-type", "nbf.wrong-type", "iat.milliseconds", "iss.wrong-type",
        "sub.wrong-type", "aud.wrong-type", "jti.wrong-type", at=NOW)
inspect("times out of range", token('{"exp":1e400,"nbf":-1e300,"iat":1e15}'), "exp.out-of-range",
        "nbf.out-of-range", "iat.out-of-range")
inspect("an audience list with a number", token(claims(aud=["a", 1])), "aud.wrong-type")
inspect("a broken header does not hide the payload",
        part("{") + "." + part({"exp": "x"}) + "." + TAG, "json.unexpected-end", "exp.wrong-type")
inspect("three broken parts", "a.b.c", *["base64url.impossible-length"] * 3)
inspect("no signature part is shown as it is", HEAD + "." + BODY + ".")

for file, content in [("verify", rows), ("setup", setup_rows), ("inspect", inspect_rows)]:
    names = [row["name"] for row in content]
    assert len(names) == len(set(names)), [name for name in names if names.count(name) > 1]
    with open(os.path.join(signing.HERE, file + ".json"), "w") as out:
        out.write('{"synthetic": true, "vectors": [\n')
        out.write(",\n".join(json.dumps(row) for row in content) + "\n]}\n")
signing.save()
