#!/usr/bin/env python3
"""Writes tokens.json: keys of every kind and a token signed with each, by another library.

Run it with the Python of .build/interop (see .ci/interop), which has jwcrypto. Keys are new each
time; nobody uses them for anything else.
"""

import json
import pathlib

from jwcrypto import jwk, jws

CLAIMS = {
    "iss": "https://id.example",
    "aud": ["orders-api", "other"],
    "sub": "user-1",
    "iat": 1767225600,
    "exp": 1767398400,
}

KINDS = [
    ("HS256", dict(kty="oct", size=256)),
    ("HS384", dict(kty="oct", size=384)),
    ("HS512", dict(kty="oct", size=512)),
    ("RS256", dict(kty="RSA", size=2048)),
    ("PS512", dict(kty="RSA", size=2048)),
    ("ES256", dict(kty="EC", crv="P-256")),
    ("ES384", dict(kty="EC", crv="P-384")),
    ("ES512", dict(kty="EC", crv="P-521")),
    ("ES256K", dict(kty="EC", crv="secp256k1")),
    ("EdDSA", dict(kty="OKP", crv="Ed25519")),
    ("EdDSA", dict(kty="OKP", crv="Ed448")),
]


def entry(index, algorithm, parameters):
    kid = f"key-{index}"
    key = jwk.JWK.generate(kid=kid, alg=algorithm, **parameters)
    token = jws.JWS(json.dumps(CLAIMS, separators=(",", ":")))
    token.allowed_algs = [algorithm]
    header = {"alg": algorithm, "kid": kid, "typ": "JWT"}
    token.add_signature(key, None, json.dumps(header, separators=(",", ":")))
    symmetric = parameters["kty"] == "oct"
    result = {
        "alg": algorithm,
        "token": token.serialize(compact=True),
        "public": key.export(as_dict=True) if symmetric else key.export_public(as_dict=True),
    }
    if not symmetric:
        result["private"] = key.export_private(as_dict=True)
        result["publicPEM"] = key.export_to_pem().decode()
        result["privatePEM"] = key.export_to_pem(private_key=True, password=None).decode()
    return result


tokens = [entry(index, *kind) for index, kind in enumerate(KINDS)]
path = pathlib.Path(__file__).with_name("tokens.json")
path.write_text(json.dumps({"synthetic": True, "tokens": tokens}, indent=1) + "\n")
