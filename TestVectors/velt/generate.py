#!/usr/bin/env python3
"""Writes the JSON files of this folder: `python3 generate.py`, nothing but the standard library.

Every token is synthetic: signed with SECRET below, never issued by Velt. The output is the same on
every run, so `git diff` shows what a change of this file changes.
"""

import base64
import hashlib
import hmac
import json
import os

SECRET = b"jwtcheck synthetic test secret, 43 bytes :)"
OTHER_SECRET = b"another synthetic test secret, of 43 bytes."
IAT = 1767225600  # 2026-01-01T00:00:00Z
HOUR = 3600
WINDOW = 48 * HOUR
NOW = IAT + HOUR
EXP = IAT + WINDOW
HEADER = {"alg": "HS256", "typ": "JWT"}


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def compact(value):
    """JSON without blanks; text is taken as it is, for JSON that Python would not write."""
    return value if isinstance(value, str) else json.dumps(value, separators=(",", ":"))


def sign(claims, header=HEADER, secret=SECRET):
    signed = b64(compact(header).encode()) + "." + b64(compact(claims).encode())
    return signed + "." + b64(hmac.new(secret, signed.encode(), hashlib.sha256).digest())


def unsigned(claims, header):
    return b64(compact(header).encode()) + "." + b64(compact(claims).encode()) + "."


def unencoded(claims):
    """A JWS with the payload as it is (RFC 7797), which no JWT may be."""
    header = {"alg": "HS256", "b64": False, "crit": ["b64"]}
    signed = b64(compact(header).encode()) + "." + compact(claims)
    return signed + "." + b64(hmac.new(SECRET, signed.encode(), hashlib.sha256).digest())


def request(user="yourUserId", organization="YOUR_ORGANIZATION_ID", **more):
    return {"data": {"userId": user, "userProperties": {"organizationId": organization, **more}}}


def claims(**changes):
    """The claims that answer FULL; a change to None leaves the claim out."""
    result = {"userId": "yourUserId", "organizationId": "YOUR_ORGANIZATION_ID", "isAdmin": True,
              "email": "user@example.com", "iat": IAT, "exp": EXP}
    result.update(changes)
    return {name: value for name, value in result.items() if value is not None}


def plain(**changes):
    """The claims that answer MINIMAL."""
    return claims(**{"isAdmin": None, "email": None, **changes})


FULL = request(isAdmin=True, email="user@example.com")
MINIMAL = request()
IDENTIFY = {"userId": "yourUserId", "organizationId": "YOUR_ORGANIZATION_ID",
            "name": "Synthetic User", "email": "user@example.com"}
MISMATCH = "CLAIM_MISMATCH"
FAILED = "VERIFICATION_FAILED"
rows = []


def row(name, token, expect, verdict, velt_code, asked=MINIMAL, key=True, at=NOW, **more):
    """One vector; `more` may hold identify, requestedAt, requireSignature, leeway, locations."""
    if not isinstance(token, str):
        more["claims"] = compact(token)
        token = sign(token)
    rows.append({"name": name, "token": token, "request": asked, "at": at,
                 **({"key": SECRET.decode()} if key else {}), **more,
                 "expect": expect, "verdict": verdict, "veltCode": velt_code})


def verified(name, token, expect=(), **more):
    row(name, token, list(expect), "verified", None, **more)


def matched(name, token, expect=(), **more):
    row(name, token, ["signature.not-checked", *expect], "matched", "NOT_CONFIGURED", key=False,
        **more)


def refused(name, token, expect, velt_code=MISMATCH, **more):
    row(name, token, expect, "refused", velt_code, **more)


# What is accepted.
verified("everything that was asked for", claims(), asked=FULL)
verified("the least that can be asked for", plain())
verified("isAdmin false where nobody asked", plain(isAdmin=False))
verified("isAdmin false as asked", plain(isAdmin=False), asked=request(isAdmin=False))
verified("isAdmin absent where false was asked", plain(), asked=request(isAdmin=False))
verified("an address that nobody asked for is a note", plain(email="user@example.com"),
         ["request.email-not-requested"])
verified("claims under data", {"data": claims(iat=None, exp=None), "iat": IAT, "exp": EXP},
         asked=FULL)
verified("claims under userProperties and the user in sub",
         {"sub": "yourUserId", "iat": IAT, "exp": EXP,
          "userProperties": {"organizationId": "YOUR_ORGANIZATION_ID", "isAdmin": True,
                             "email": "user@example.com"}}, asked=FULL)
verified("the same value in two places", plain(sub="yourUserId"))
verified("claims where the caller says they are",
         {"https://example.com/user": "yourUserId", "organizationId": "YOUR_ORGANIZATION_ID",
          "iat": IAT, "exp": EXP},
         locations={"userId": ["/https:~1~1example.com~1user"]})
verified("the organization in a list of resources",
         {"userId": "yourUserId", "iat": IAT, "exp": EXP, "permissions": {"resources": [
             {"type": "organization", "id": "YOUR_ORGANIZATION_ID"},
             {"type": "document", "id": "doc-7", "organizationId": "YOUR_ORGANIZATION_ID"}]}})
verified("the identify call goes with the token", claims(), asked=FULL, identify=IDENTIFY)
verified("the identify call has an address and the token none", plain(), identify=IDENTIFY)
verified("no exp, inside 48 hours of iat", plain(exp=None))
verified("no iat, exp within 48 hours", plain(iat=None))
verified("exp passed within the leeway", plain(), at=EXP + 29)
verified("the last second of the leeway before iat", plain(), at=IAT - 30)
verified("iat close to the time of the request", plain(), requestedAt=IAT + 330)
matched("everything that was asked for, and no key", claims(), asked=FULL)
row("an unknown algorithm and no key", sign(plain(), {"alg": "XX1"}),
    ["alg.unknown", "signature.not-checked"], "matched", "NOT_CONFIGURED", key=False)
matched("a key in the header is not used", sign(plain(), {"alg": "HS256", "jwk": {"kty": "oct"}}),
        ["header.embedded-key"])

# What was requested.
refused("another user", plain(userId="somebodyElse"), ["request.user-id-mismatch"])
refused("no user", plain(userId=None), ["request.user-id-mismatch"])
refused("a user of the same look but other code points", plain(userId="cafe\u0301"),
        ["request.user-id-mismatch"], asked=request(user="caf\u00e9"))
refused("sub is not looked at for the organization", {"sub": "yourUserId", "iat": IAT, "exp": EXP},
        ["request.organization-mismatch"], asked=request(organization="yourUserId"))
refused("another organization", plain(organizationId="OTHER"), ["request.organization-mismatch"])
refused("no organization", plain(organizationId=None), ["request.organization-mismatch"])
refused("an administrator was asked for and is missing", plain(), ["request.admin-missing"],
        asked=request(isAdmin=True))
refused("an administrator was asked for and denied", plain(isAdmin=False),
        ["request.admin-missing"], asked=request(isAdmin=True))
refused("an administrator nobody asked for", plain(isAdmin=True), ["request.admin-not-requested"])
refused("an administrator where false was asked", plain(isAdmin=True),
        ["request.admin-not-requested"], asked=request(isAdmin=False))
refused("an administrator in one of two places", plain(isAdmin=False, data={"isAdmin": True}),
        ["request.admin-not-requested", "claim.ambiguous"])
refused("the administrator nobody asked for comes first",
        plain(userId="somebodyElse", isAdmin=True),
        ["request.admin-not-requested", "request.user-id-mismatch"])
refused("another address", claims(email="other@example.com"), ["request.email-mismatch"],
        asked=FULL)
refused("an address in another letter case", claims(email="User@Example.com"),
        ["request.email-mismatch"], asked=FULL)
refused("no address", claims(email=None), ["request.email-mismatch"], asked=FULL)
refused("one claim with two values", plain(data={"userId": "somebodyElse"}), ["claim.ambiguous"])
refused("two organizations in a list of resources",
        {"userId": "yourUserId", "iat": IAT, "exp": EXP, "permissions": {"resources": [
            {"type": "organization", "id": "YOUR_ORGANIZATION_ID"},
            {"type": "organization", "id": "OTHER"}]}}, ["claim.ambiguous"])
refused("a text where resources belong",
        {"userId": "yourUserId", "iat": IAT, "exp": EXP,
         "permissions": {"resources": "YOUR_ORGANIZATION_ID"}}, ["claim.wrong-type"])
refused("a text where a resource belongs",
        {"userId": "yourUserId", "iat": IAT, "exp": EXP,
         "permissions": {"resources": ["YOUR_ORGANIZATION_ID"]}}, ["claim.wrong-type"])
refused("isAdmin as text", plain(isAdmin="true"), ["claim.wrong-type"])
refused("isAdmin as a number", plain(isAdmin=1), ["claim.wrong-type"])
refused("isAdmin null", sign(compact(plain())[:-1] + ',"isAdmin":null}'), ["claim.wrong-type"])
refused("the user as a number", plain(userId=7), ["claim.wrong-type"], asked=request(user="7"))

# The identify call.
refused("identify has another organization", claims(), ["identify.organization-mismatch"],
        asked=FULL, identify={**IDENTIFY, "organizationId": "OTHER"})
refused("identify has no organization", plain(), ["identify.organization-mismatch"],
        identify={"userId": "yourUserId"})
refused("identify has another address", claims(), ["identify.email-mismatch"], asked=FULL,
        identify={**IDENTIFY, "email": "USER@example.com"})
refused("identify has no address and the token has", claims(), ["identify.email-mismatch"],
        asked=FULL, identify={"userId": "yourUserId", "organizationId": "YOUR_ORGANIZATION_ID"})
refused("identify has another user", claims(), ["identify.user-id-mismatch"], asked=FULL,
        identify={**IDENTIFY, "userId": "somebodyElse"})
refused("identify sets isAdmin", claims(), ["identify.admin-set"], asked=FULL,
        identify={**IDENTIFY, "isAdmin": True})
refused("identify sets isAdmin to false", plain(), ["identify.admin-set"],
        identify={**IDENTIFY, "isAdmin": False})
refused("an unusable claim is said once", plain(userId=7),
        ["claim.wrong-type"], identify=IDENTIFY)

# The 48 hours.
refused("exp passed", plain(), ["exp.passed"], "EXPIRED", at=EXP + 30)
refused("exp passed, without leeway", plain(), ["exp.passed"], "EXPIRED", at=EXP, leeway=0)
refused("48 hours passed and no exp", plain(exp=None), ["window.passed"], "EXPIRED", at=EXP + 30)
refused("48 hours passed and exp later", plain(exp=EXP + HOUR),
        ["window.passed", "lifetime.too-long"], at=EXP + 30)
refused("exp passed before the 48 hours", plain(exp=IAT + HOUR), ["exp.passed"], "EXPIRED",
        at=IAT + 2 * HOUR)
refused("neither exp nor iat", plain(iat=None, exp=None), ["window.unknown"])
refused("iat in the future", plain(), ["iat.in-future"], at=IAT - 31)
refused("a lifetime over 48 hours", plain(exp=EXP + 1), ["lifetime.too-long"])
refused("no iat and more than 48 hours left", plain(iat=None, exp=NOW + WINDOW + 31),
        ["lifetime.too-long"])
refused("exp before iat", plain(exp=IAT - 1), ["exp.passed", "lifetime.negative"], MISMATCH)
refused("exp in milliseconds", plain(exp=EXP * 1000), ["exp.milliseconds"])
refused("iat in milliseconds", plain(iat=IAT * 1000), ["iat.milliseconds"])
refused("exp as text", plain(exp=str(EXP)), ["exp.wrong-type"])
refused("iat as text", plain(iat=str(IAT)), ["iat.wrong-type"])
refused("exp beyond all dates", sign(compact(plain(exp=None))[:-1] + ',"exp":1e400}'),
        ["exp.out-of-range"])
refused("nbf in the future", plain(nbf=NOW + HOUR), ["nbf.in-future"])
refused("a cached token as the answer to a new request", plain(), ["iat.not-fresh"],
        requestedAt=IAT + 331)
refused("a request whose token has no iat", plain(iat=None), ["iat.missing"], requestedAt=NOW)

# The signature.
refused("another key", sign(plain(), secret=OTHER_SECRET), ["signature.invalid"],
        "INVALID_SIGNATURE")
refused("a bad signature hides nothing",
        sign(plain(userId="somebodyElse", isAdmin=True), secret=OTHER_SECRET),
        ["request.admin-not-requested", "signature.invalid", "request.user-id-mismatch",
         "exp.passed"], "INVALID_SIGNATURE", at=EXP + 30)
refused("a signature padded with =", sign(plain()) + "=", ["base64url.padding"],
        "INVALID_SIGNATURE")
refused("no signature", unsigned(plain(), HEADER), ["signature.missing"], "INVALID_SIGNATURE")
refused("no signature and no key", unsigned(plain(), HEADER),
        ["signature.missing", "signature.not-checked"], "INVALID_SIGNATURE", key=False)
refused("alg none", unsigned(plain(), {"alg": "none"}), ["alg.none"], "ALGORITHM_NOT_ALLOWED")
refused("alg none and no key", unsigned(plain(), {"alg": "nOnE"}),
        ["alg.none", "signature.not-checked"], "ALGORITHM_NOT_ALLOWED", key=False)
refused("an algorithm that is not allowed", sign(plain(), {"alg": "HS512"}), ["alg.not-allowed"],
        "ALGORITHM_NOT_ALLOWED")
refused("an extension nobody understands", sign(plain(), {"alg": "HS256", "crit": ["x"], "x": 1}),
        ["crit.unsupported"], FAILED)
refused("an extension nobody understands and no key",
        sign(plain(), {"alg": "HS256", "crit": ["x"], "x": 1}),
        ["crit.unsupported", "signature.not-checked"], FAILED, key=False)
refused("an unencoded payload with a good signature", unencoded(plain()), ["b64.unencoded-payload"],
        FAILED)
refused("an unencoded payload and no key", unencoded(plain()),
        ["b64.unencoded-payload", "signature.not-checked"], FAILED, key=False)
refused("a signature is required and there is no key", plain(), ["signature.not-checked"],
        "NOT_CONFIGURED", key=False, requireSignature=True)

# What is no token.
refused("nothing", "", ["token.empty"], "MISSING_TOKEN")
for word in ["undefined", "null", "[object Object]"]:
    refused("the word " + word, word, ["token.is-placeholder"], "MISSING_TOKEN")
refused("the whole answer", compact({"result": {"status": "success", "message": "ok",
        "data": {"token": sign(plain())}}}), ["token.is-envelope"], FAILED)
refused("the answer that holds no token", compact({"error": {
        "message": "Auth token not found.", "status": "INVALID_ARGUMENT"}}), ["token.is-failure"],
        FAILED)
refused("two parts", sign(plain()).rsplit(".", 1)[0], ["token.segment-count"], FAILED)
refused("five parts", sign(plain()) + ".a.a", ["token.encrypted"], FAILED)
refused("claims that are no object", sign("[]"), ["claims.not-an-object"], FAILED)
for name in ["sub", "exp"]:
    value = '"yourUserId"' if name == "sub" else str(EXP)
    text = compact(plain(exp=None))[:-1] + (',"%s":%s' % (name, value)) * 2 + "}"
    refused("two members named " + name, sign(text), ["json.duplicate-member"], FAILED)

# Requests, answers and identify calls that cannot be read; `expect` null: read without an error.
documents = []


def document(kind, name, text, expect=None, pointer=None, offset=None):
    documents.append({"name": name, "document": kind, "text": compact(text), "expect": expect,
                      "pointer": pointer, "offset": offset})


def second(*resources):
    return {"data": {"userId": "u", "permissions": {"resources": list(resources)}}}


ORG = {"type": "organization", "id": "o"}
document("request", "without credentials", request())
document("request", "unknown members", {"x": 1, **request(x=[]), "y": {}})
document("request", "second version", second(ORG, {"type": "folder", "id": "f",
                                                   "organizationId": "o"}))
document("request", "not JSON", '{"data":}', "json.unexpected-character", "", 8)
document("request", "a member twice", '{"data":{"userId":"a","userId":"b"}}',
         "json.duplicate-member", "", 23)
document("request", "not an object", "[]", "request.wrong-type", "", 0)
document("request", "no data", {}, "request.missing-member", "/data", 0)
document("request", "data is text", {"data": ""}, "request.wrong-type", "/data", 8)
document("request", "no user", {"data": {"userProperties": {"organizationId": "o"}}},
         "request.missing-member", "/data/userId", 8)
document("request", "user is a number", request(user=7), "request.wrong-type", "/data/userId", 18)
document("request", "empty user", request(user=""), "request.empty-member", "/data/userId", 18)
document("request", "no properties", {"data": {"userId": "u"}}, "request.missing-member",
         "/data/userProperties", 8)
document("request", "no organization", {"data": {"userId": "u", "userProperties": {}}},
         "request.missing-member", "/data/userProperties/organizationId", 39)
document("request", "empty organization", request(organization=""), "request.empty-member",
         "/data/userProperties/organizationId", 66)
document("request", "isAdmin as text", request(user="u", organization="o", isAdmin="true"),
         "request.wrong-type", "/data/userProperties/isAdmin", 71)
document("request", "isAdmin null", {"data": {"userId": "u", "userProperties": {
    "organizationId": "o", "isAdmin": None}}}, "request.wrong-type",
    "/data/userProperties/isAdmin", 71)
document("request", "email is a list", request(user="u", organization="o", email=[]),
         "request.wrong-type", "/data/userProperties/email", 69)
document("request", "empty auth token", {"data": {"authToken": "", "userId": "u",
         "userProperties": {"organizationId": "o"}}}, "request.empty-member", "/data/authToken", 21)
document("request", "api key is a number", {"data": {"apiKey": 1, "userId": "u",
         "userProperties": {"organizationId": "o"}}}, "request.wrong-type", "/data/apiKey", 18)
document("request", "resources of two organizations", second(ORG, {**ORG, "id": "p"}),
         "request.several-organizations", "/data/permissions/resources", 49)
document("request", "no resources", second(), "request.missing-member",
         "/data/permissions/resources", 49)
document("request", "a resource that is no object", second(7), "request.wrong-type",
         "/data/permissions/resources/0", 50)
document("request", "a resource whose organization is a number", second({"organizationId": 7}),
         "request.wrong-type", "/data/permissions/resources/0/organizationId", 68)
document("request", "a resource whose organization is empty", second({**ORG, "id": ""}),
         "request.empty-member", "/data/permissions/resources/0/id", 78)
document("request", "resources are no list", {"data": {"userId": "u", "permissions": {
    "resources": "o"}}}, "request.wrong-type", "/data/permissions/resources", 49)

OK = {"status": "success", "message": "m", "data": {"token": "t"}}
document("response", "success", {"result": OK})
document("response", "unknown members", {"result": {**OK, "x": 1}, "x": None})
document("response", "failure", {"error": {"message": "m", "status": "INVALID_ARGUMENT"}})
document("response", "cut short", '{"result":', "json.unexpected-end", "", 10)
document("response", "neither result nor error", {}, "response.not-an-envelope", "", 0)
document("response", "both result and error", {"result": OK, "error": {
    "message": "m", "status": "s"}}, "response.not-an-envelope", "", 0)
document("response", "result null", {"result": None}, "response.wrong-type", "/result", 10)
document("response", "no status", {"result": {}}, "response.missing-member", "/result/status", 10)
document("response", "another status", {"result": {**OK, "status": "Success"}},
         "response.unexpected-status", "/result/status", 20)
document("response", "no message", {"result": {"status": "success"}}, "response.missing-member",
         "/result/message", 10)
document("response", "no data", {"result": {"status": "success", "message": "m"}},
         "response.missing-member", "/result/data", 10)
document("response", "no token", {"result": {**OK, "data": {}}}, "response.missing-member",
         "/result/data/token", 51)
document("response", "token is an object", {"result": {**OK, "data": {"token": {}}}},
         "response.wrong-type", "/result/data/token", 60)
document("response", "empty token", {"result": {**OK, "data": {"token": ""}}},
         "response.empty-member", "/result/data/token", 60)
document("response", "failure without status", {"error": {"message": "m"}},
         "response.missing-member", "/error/status", 9)

document("identify", "least", {"userId": "u"})
document("identify", "isAdmin of any type is found later", {"userId": "u", "isAdmin": "yes"})
document("identify", "no user", {"organizationId": "o"}, "identify.missing-member", "/userId", 0)
document("identify", "user is a number", {"userId": 7}, "identify.wrong-type", "/userId", 10)
document("identify", "empty email", {"userId": "u", "email": ""}, "identify.empty-member",
         "/email", 22)

CREDENTIALS = {"apiKey": "YOUR_API_KEY", "authToken": "YOUR_AUTH_TOKEN"}
files = {
    "request.json": {"data": {**CREDENTIALS, "userId": "yourUserId", "userProperties": {
        "isAdmin": True, "organizationId": "YOUR_ORGANIZATION_ID", "email": "user@example.com"}}},
    "request-minimal.json": {"data": {**CREDENTIALS, "userId": "yourUserId", "userProperties": {
        "organizationId": "YOUR_ORGANIZATION_ID"}}},
    "response.json": {"result": {
        "status": "success", "message": "Token generated successfully.",
        "data": {"token": sign(claims())}, "synthetic": True}},
    "failure.json": {"error": {
        "message": "Auth token not found.", "status": "INVALID_ARGUMENT"}},
    "identify.json": IDENTIFY,
    "check.json": {"synthetic": True, "vectors": rows},
    "documents.json": {"synthetic": True, "vectors": documents},
}
for file, content in files.items():
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), file), "w") as out:
        out.write(json.dumps(content, indent=2) + "\n")
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "secret.txt"), "wb") as out:
    out.write(SECRET)
