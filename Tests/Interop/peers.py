"""The other libraries, each with the same functions.

`sign` and `verify` take the key once as PEM (or the secret) and once as JWK; `verify` returns the
payload, or None if the token is refused. An error that is no refusal is not caught.
"""

import json

import joserfc.errors
import jwt
from joserfc import jwk as joserfc_jwk
from joserfc import jws as joserfc_jws
from jwcrypto import jwa as jwcrypto_jwa
from jwcrypto import jwk as jwcrypto_jwk
from jwcrypto import jws as jwcrypto_jws

FORMS = ("PEM", "JWK")


class PyJWT:
    name = "PyJWT"

    def supports(self, algorithm):
        return algorithm in jwt.algorithms.get_default_algorithms()

    def key(self, key, form, algorithm, private):
        if form == "JWK":
            data = key.private_jwk if private else key.public_jwk
            return jwt.PyJWK(data, algorithm).key
        if key.secret is not None:
            return key.secret
        return key.private_pem if private else key.public_pem

    def sign(self, payload, headers, key, form, algorithm):
        secret = self.key(key, form, algorithm, private=True)
        return jwt.api_jws.encode(payload, secret, algorithm, headers)

    def verify(self, token, key, form, algorithm):
        public = self.key(key, form, algorithm, private=False)
        try:
            return jwt.api_jws.decode(token, public, algorithms=[algorithm])
        except (jwt.InvalidSignatureError, jwt.DecodeError):
            return None


class JWCrypto:
    name = "jwcrypto"

    def supports(self, algorithm):
        try:
            jwcrypto_jwa.JWA.signing_alg(algorithm)
            return True
        except jwcrypto_jwa.InvalidJWAAlgorithm:
            return False

    def key(self, key, form, private):
        if form == "JWK" or key.secret is not None:
            return jwcrypto_jwk.JWK(**(key.private_jwk if private else key.public_jwk))
        return jwcrypto_jwk.JWK.from_pem(key.private_pem if private else key.public_pem)

    def sign(self, payload, headers, key, form, algorithm):
        token = jwcrypto_jws.JWS(payload)
        token.allowed_algs = [algorithm]
        header = json.dumps(headers | {"alg": algorithm})
        token.add_signature(self.key(key, form, private=True), None, header)
        return token.serialize(compact=True)

    def verify(self, token, key, form, algorithm):
        received = jwcrypto_jws.JWS()
        received.allowed_algs = [algorithm]
        try:
            received.deserialize(token, self.key(key, form, private=False))
            return received.payload
        except (jwcrypto_jws.InvalidJWSSignature, jwcrypto_jws.InvalidJWSObject):
            return None


class JoseRFC:
    name = "joserfc"

    def supports(self, algorithm):
        return algorithm in joserfc_jws.JWSRegistry.algorithms

    def key(self, key, form, private):
        if key.secret is not None:
            if form == "JWK":
                return joserfc_jwk.OctKey.import_key(key.private_jwk)
            return joserfc_jwk.OctKey.import_key(key.secret)
        kind = joserfc_jwk.JWKRegistry.key_types[key.public_jwk["kty"]]
        if form == "JWK":
            return kind.import_key(key.private_jwk if private else key.public_jwk)
        return kind.import_key(key.private_pem if private else key.public_pem)

    def sign(self, payload, headers, key, form, algorithm):
        secret = self.key(key, form, private=True)
        header = headers | {"alg": algorithm}
        return joserfc_jws.serialize_compact(header, payload, secret, algorithms=[algorithm])

    def verify(self, token, key, form, algorithm):
        public = self.key(key, form, private=False)
        try:
            found = joserfc_jws.deserialize_compact(token, public, algorithms=[algorithm])
            return found.payload
        except (joserfc.errors.BadSignatureError, joserfc.errors.DecodeError):
            return None


ALL = [PyJWT(), JWCrypto(), JoseRFC()]
