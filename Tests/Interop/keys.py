"""Keys of every kind, in every form that a file of them can have."""

import base64
import datetime
import json
import secrets

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, rsa
from cryptography.x509.oid import NameOID
from jwcrypto import jwk

KEY_ID = "interop-1"

PEM = serialization.Encoding.PEM
DER = serialization.Encoding.DER
SPKI = serialization.PublicFormat.SubjectPublicKeyInfo
PKCS8 = serialization.PrivateFormat.PKCS8
TRADITIONAL = serialization.PrivateFormat.TraditionalOpenSSL
OPEN = serialization.NoEncryption()


class Key:
    """One key: as the peers want it, and as files for the tool under test."""

    def __init__(self, private=None, secret=None):
        self.secret = secret
        if secret is not None:
            text = base64.urlsafe_b64encode(secret).rstrip(b"=").decode()
            self.private_jwk = {"kty": "oct", "k": text, "kid": KEY_ID}
            self.public_jwk = self.private_jwk
            self.private_forms = self.public_forms = {
                "secret": secret,
                "JWK": json.dumps(self.private_jwk).encode(),
            }
            return
        self.private_pem = private.private_bytes(PEM, PKCS8, OPEN)
        self.public_pem = private.public_key().public_bytes(PEM, SPKI)
        key = jwk.JWK.from_pem(self.private_pem)
        self.private_jwk = key.export_private(as_dict=True) | {"kid": KEY_ID}
        self.public_jwk = key.export_public(as_dict=True) | {"kid": KEY_ID}
        self.private_forms = {
            "PEM": self.private_pem,
            "DER": private.private_bytes(DER, PKCS8, OPEN),
            "JWK": json.dumps(self.private_jwk).encode(),
        }
        self.public_forms = {
            "PEM": self.public_pem,
            "DER": private.public_key().public_bytes(DER, SPKI),
            "JWK": json.dumps(self.public_jwk).encode(),
            "JWK Set": json.dumps({"keys": [OTHER_JWK, self.public_jwk]}).encode(),
            "certificate": certificate(private),
            "key pair": self.private_pem,
        }
        if isinstance(private, (rsa.RSAPrivateKey, ec.EllipticCurvePrivateKey)):
            self.private_forms["traditional PEM"] = private.private_bytes(PEM, TRADITIONAL, OPEN)


def certificate(private):
    """A certificate that says nothing but the key."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "interop")])
    edwards = isinstance(private, (ed25519.Ed25519PrivateKey, ed448.Ed448PrivateKey))
    start = datetime.datetime(2026, 1, 1)
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(1)
        .not_valid_before(start)
        .not_valid_after(start + datetime.timedelta(days=365))
        .sign(private, None if edwards else hashes.SHA256())
    )
    return built.public_bytes(PEM)


CURVES = {
    "P-256": lambda: ec.generate_private_key(ec.SECP256R1()),
    "P-384": lambda: ec.generate_private_key(ec.SECP384R1()),
    "P-521": lambda: ec.generate_private_key(ec.SECP521R1()),
    "secp256k1": lambda: ec.generate_private_key(ec.SECP256K1()),
    "Ed25519": ed25519.Ed25519PrivateKey.generate,
    "Ed448": ed448.Ed448PrivateKey.generate,
}

# Stands beside the right key in sets: the set has to be searched.
OTHER_JWK = jwk.JWK.generate(kty="EC", crv="P-256", kid="other").export_public(as_dict=True)


def make(kind):
    """A new key of a kind: `oct` and its length in bytes, `RSA` and its length in bits, or a curve."""
    name, _, size = kind.partition(" ")
    if name == "oct":
        return Key(secret=secrets.token_bytes(int(size)))
    if name == "RSA":
        return Key(private=rsa.generate_private_key(public_exponent=65537, key_size=int(size)))
    return Key(private=CURVES[name]())
