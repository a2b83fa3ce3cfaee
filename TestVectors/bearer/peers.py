#!/usr/bin/env python3
"""Writes dpop-peers.json of this folder: proofs that other libraries made, and the thumbprint of each
key as one of them computes it. `python3 peers.py`, with the packages of Tests/Interop/requirements.txt;
the keys are made anew each time.
"""
import json
import pathlib

import jwt
from joserfc import jws as joserfc_jws
from joserfc.jwk import import_key
from jwcrypto import jwk, jws

HEADER = {"typ": "dpop+jwt"}
CLAIMS = {"jti": "proof-1", "htm": "POST", "htu": "https://api.example/orders", "iat": 1_750_000_000}
KEYS = {
    "ES256": {"kty": "EC", "crv": "P-256"}, "ES384": {"kty": "EC", "crv": "P-384"},
    "ES512": {"kty": "EC", "crv": "P-521"}, "RS256": {"kty": "RSA", "size": 2048},
    "PS256": {"kty": "RSA", "size": 2048}, "EdDSA": {"kty": "OKP", "crv": "Ed25519"},
}


def with_pyjwt(key, algorithm, header):
    pem = key.export_to_pem(private_key=True, password=None)
    return jwt.encode(CLAIMS, pem, algorithm=algorithm, headers=header)


def with_jwcrypto(key, algorithm, header):
    token = jws.JWS(json.dumps(CLAIMS))
    token.add_signature(key, algorithm, protected=json.dumps({**header, "alg": algorithm}))
    return token.serialize(compact=True)


def with_joserfc(key, algorithm, header):
    private = import_key(key.export(as_dict=True))
    registry = joserfc_jws.JWSRegistry(algorithms=[algorithm])
    return joserfc_jws.serialize_compact(
        {**header, "alg": algorithm}, json.dumps(CLAIMS), private, registry=registry)


rows = []
for name, make in (("PyJWT", with_pyjwt), ("jwcrypto", with_jwcrypto), ("joserfc", with_joserfc)):
    for algorithm, parameters in KEYS.items():
        key = jwk.JWK.generate(**parameters)
        public = key.export_public(as_dict=True)
        rows.append({
            "name": f"{name} {algorithm}", "algorithm": algorithm,
            "proof": make(key, algorithm, {**HEADER, "jwk": public}), "thumbprint": key.thumbprint()})
text = '{"vectors": [\n' + ",\n".join(json.dumps(row) for row in rows) + "\n]}\n"
pathlib.Path(__file__).with_name("dpop-peers.json").write_text(text)
