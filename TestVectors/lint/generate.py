#!/usr/bin/env python3
"""Writes lint.json: `python3 generate.py`. See README.md for its format. Everything is synthetic."""

import base64
import hashlib
import hmac
import json
import os

HERE = os.path.dirname(os.path.abspath(__file__))
HEADER = {"alg": "ES256", "kid": "k1", "typ": "at+jwt"}
CLAIMS = {"iss": "https://id.example", "aud": "api", "sub": "user-1", "iat": 1767225600,
          "exp": 1767229200}
rows = []


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def part(value):
    return b64(json.dumps(value, separators=(",", ":")).encode())


def row(name, expect, header=None, claims=None, signature=bytes(64), without=(), secret=None,
        token=None, **more):
    head = {k: v for k, v in {**HEADER, **(header or {})}.items() if k not in without}
    body = {k: v for k, v in {**CLAIMS, **(claims or {})}.items() if k not in without}
    text = part(head) + "." + part(body)
    if secret is not None:
        signature = hmac.new(secret.encode(), text.encode(), hashlib.sha256).digest()
    expect = [expect] if isinstance(expect, str) else expect
    rows.append({"name": name, "token": token or text + "." + b64(signature), "expect": expect,
                 **more})


row("a careful token has nothing to say", [])

row("a token that is not signed", "alg-none", {"alg": "none"}, signature=b"")
row("none in another letter case", "alg-none", {"alg": "nOnE"}, signature=b"")
row("SHA-1", "alg-weak", {"alg": "HS1"})
row("EdDSA without its curve", "alg-deprecated", {"alg": "EdDSA"})
row("a signature that was cut off", "signature-missing", signature=b"")
row("a secret of a tutorial", "common-secret", {"alg": "HS256"}, secret="secret",
    triesCommonSecrets=True)
row("an empty secret", "common-secret", {"alg": "HS256"}, secret="", triesCommonSecrets=True)
row("a secret of a tutorial, and nobody asked", [], {"alg": "HS256"}, secret="secret")
row("a chosen secret", [], {"alg": "HS256"}, secret="k7Vw2qX9zT4mB8nC1yR6pL3sD5fG0hJa",
    triesCommonSecrets=True)
row("a key to be fetched", "key-url", {"jku": "https://id.example/jwks"})
row("a certificate to be fetched", "key-url", {"x5u": "https://id.example/x5c"})
row("a key in the header", "embedded-key", {"jwk": {"kty": "EC"}})
row("a private key in the header", ["embedded-private-key", "embedded-key"],
    {"jwk": {"kty": "oct", "k": "c2VjcmV0"}})
row("a public key and no kid", "kid-missing", without=["kid"])
row("a secret and no kid", [], {"alg": "HS256"}, without=["kid"])
row("a path as kid", "kid-path", {"kid": "../../dev/null"})
row("an absolute path as kid", "kid-path", {"kid": "/etc/hostname"})
row("SQL as kid", "kid-sql", {"kid": "x' UNION SELECT 'key"})
row("a command as kid", "kid-command", {"kid": "key.pem|id"})
row("a URL as kid", "kid-url", {"kid": "HTTPS://id.example/k1"})
row("an ordinary kid", [], {"kid": "projects/p/keys-2026.01+a=b"})
row("no typ", "typ-missing", without=["typ"])
row("a typ that says nothing", "typ-general", {"typ": "jwt"})

row("no exp", "exp-missing", without=["exp"])
row("no aud", "aud-missing", without=["aud"])
row("no iss", "iss-missing", without=["iss"])
row("no iat", "iat-missing", without=["iat"])
row("a star for an audience", "aud-wildcard", claims={"aud": ["api", "*"]})
row("an issuer without TLS", "iss-without-tls", claims={"iss": "http://id.example"})
row("an issuer on the same machine", [], claims={"iss": "http://localhost:8080"})
row("a life of a month and a second", "lifetime-long", claims={"exp": 1767225600 + 2592001},
    severities=["warning"])
row("a life of a month", [], claims={"exp": 1767225600 + 2592000})
row("a life of ten years", "lifetime-long", claims={"exp": 1767225600 + 315360000},
    severities=["error"])
row("milliseconds", "time-milliseconds", claims={"exp": 1767229200000})
row("milliseconds in another time", "time-milliseconds", claims={"auth_time": 1767229200000})
row("a time as text", "time-text", claims={"exp": "1767229200"})
row("an end before its start", "times-contradict", claims={"exp": 1767225600})
row("an end before nbf", "times-contradict", claims={"nbf": 1767229200})
row("sub and userId", "duplicate-meaning", claims={"userId": "user-1"})
row("exp and expires_at", "duplicate-meaning", claims={"expires_at": 1767229200})
row("two flags that contradict", "flags-contradict",
    claims={"isAdmin": False, "user": {"admin": True}})
row("two flags that agree", [], claims={"isAdmin": True, "user": {"admin": True}})
row("a flag as text", "flag-text", claims={"isAdmin": "false"})
row("a flag as a number", "flag-text", claims={"is_admin": 1})
row("undefined as a subject", "placeholder", claims={"sub": "undefined"})
row("an object as a subject", "placeholder", claims={"sub": "[object Object]"})

row("an address", "email", claims={"contact": ["user@example.com"]})
row("a service account is no person", [], claims={"sub": "bot@p.iam.gserviceaccount.com"})
row("a telephone number", "phone", claims={"phone_number": "+1 202 555 0100"})
row("a payment card", "card-number", claims={"note": "4111-1111-1111-1111"})
row("a payment card as a number", "card-number", claims={"note": 5555555555554444})
row("a number with another check digit", [], claims={"note": "4111-1111-1111-1112"})
row("a date of birth", "personal-data", claims={"birthdate": "1990-01-01"})
row("a password", "secret-claim", claims={"user": {"password": "x"}})
row("an API key", "secret-claim", claims={"apiKey": "0123"})
row("an empty password", [], claims={"password": ""})
row("a private key in PEM", "private-key",
    claims={"cert": "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"})
row("a private JWK", "private-key", claims={"cnf": {"jwk": {"kty": "EC", "d": "AAAA"}}})
row("a public JWK", [], claims={"cnf": {"jwk": {"kty": "EC", "x": "AAAA"}}})
row("a key of AWS", "credential", claims={"note": "AKIA" + "IOSFODNN7EXAMPLE"})
row("a secret key of Liveblocks", "credential", claims={"note": "sk_prod_" + "a" * 20})
row("a token of GitHub", "credential", claims={"note": "ghp_" + "a" * 36})
row("a token in a token", "nested-token", claims={"act": "eyJhbGciOiJIUzI1NiJ9.e30.AAAA"})
row("an address that nobody has verified", ["email", "email-not-verified"],
    claims={"email": "user@example.com", "email_verified": False})
row("too large for a cookie", "cookie-limit", claims={"note": "x" * 3000})
row("too large for a header", "header-limit", claims={"note": "x" * 6000})
row("a service role", "service-role", claims={"role": "service_role"})
row("a service role inside another claim", "service-role",
    claims={"app_metadata": {"roles": ["reader", "service_role"]}})
row("another role", [], claims={"role": "authenticated"})
row("rights that the user can write", "user-writable-rights",
    claims={"user_metadata": {"role": "admin"}})
row("a custom token of Firebase", "firebase-custom-token",
    claims={"uid": "u", "aud": "https://identitytoolkit.googleapis.com/google.identity."
            "identitytoolkit.v1.IdentityToolkit"}, without=["sub"])
row("an ID token", "id-token", claims={"nonce": "n-1"})
row("an organization by its name", "organization-by-name", claims={"org_name": "example"})

row("an authorized party and no audience", ["aud-missing", "azp-alone"],
    claims={"azp": "https://app.example"}, without=["aud"])
row("an authorized party and an audience", [], claims={"azp": "https://app.example"})
row("an organization as version 1 of Clerk has it", "clerk-version-1", claims={"org_slug": "example"})
row("an organization as version 2 of Clerk has it", [],
    claims={"v": 2, "o": {"id": "org_1", "slg": "example"}})

row("no token", [], token="hello", unreadable="token.segment-count")
row("claims that are no JSON", [], token=part(HEADER) + ".AAAA.AAAA",
    unreadable="json.unexpected-character")

with open(os.path.join(HERE, "lint.json"), "w") as out:
    out.write(json.dumps({"vectors": rows}, indent=1) + "\n")
