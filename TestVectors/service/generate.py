#!/usr/bin/env python3
"""Writes requests.json and configurations.json: the facts of each case stand below.

The hashes are made here and not by the code under test.
"""
import base64
import copy
import hashlib
import hmac
import json
import pathlib

HERE = pathlib.Path(__file__).parent


def hashed(secret, salt):
    def text(data):
        return base64.urlsafe_b64encode(data).rstrip(b"=").decode()

    tag = hmac.new(salt, secret.encode(), hashlib.sha256).digest()
    return f"hmac-sha256.{text(salt)}.{text(tag)}"


CONFIGURATION = {
    "accounts": [
        {
            "name": "acme",
            "apiKey": hashed("acme-api-key-0123456789", bytes(range(16))),
            "authTokens": [
                hashed("acme-auth-token-new-0123", bytes(range(1, 17))),
                hashed("acme-auth-token-old-0123", bytes(range(2, 18))),
            ],
        },
        {
            "name": "other",
            "apiKey": hashed("other-api-key-0123456789", bytes(range(3, 19))),
            "authTokens": hashed("other-auth-token-0123456", bytes(range(4, 20))),
        },
    ],
    "signing": {
        "algorithm": "HS256",
        "current": "k1",
        "keys": [{"id": "k1", "environment": "SECRET"}],
    },
}

DATA = {
    "apiKey": "acme-api-key-0123456789",
    "authToken": "acme-auth-token-new-0123",
    "userId": "user-1",
    "userProperties": {"organizationId": "org-1"},
}
V1 = "/v1/auth/token/get"
V2 = "/v2/auth/generate_token"
CREDENTIALS = {
    "X-Velt-Api-Key": "acme-api-key-0123456789",
    "X-Velt-Auth-Token": "acme-auth-token-new-0123",
}
TIMES = {"iat": 1700000000, "exp": 1700172800}
MINIMAL = {"userId": "user-1", "organizationId": "org-1"}


def data(**changes):
    """The smallest request with members changed or, for `...`, left out."""
    merged = copy.deepcopy(DATA)
    for name, value in changes.items():
        if value is ...:
            merged.pop(name, None)
        else:
            merged[name] = value
    return {"data": merged}


def properties(**members):
    return data(userProperties=members)


def v2(*resources, **changes):
    return {"data": {"userId": "user-1", "permissions": {"resources": list(resources)}, **changes}}


def issued(name, body, claims, **more):
    return {"name": name, "body": body, "status": 200, "reason": "issued",
            "claims": {**claims, **TIMES}, "target": V1, **more}


def refused(name, body, message, reason="bad-body", status=400, word="INVALID_ARGUMENT", **more):
    case = {"name": name, "target": V1, "status": status, "reason": reason,
            "error": {"message": message, "status": word}, **more}
    if isinstance(body, str):
        case["text"] = body
    elif body is not None:
        case["body"] = body
    return case


NOT_FOUND = "Auth token not found."
ORGANIZATION = {"type": "organization", "id": "org-1"}
DOCUMENT = {"type": "document", "id": "doc-7", "organizationId": "org-1", "accessRole": "editor",
            "expiresAt": 1800000000}

REQUESTS = [
    issued("the smallest request", data(), MINIMAL),
    issued("an administrator", properties(organizationId="org-1", isAdmin=True, email="u@example.com"),
           {**MINIMAL, "isAdmin": True, "email": "u@example.com"}),
    issued("no administrator is said, not left out", properties(organizationId="org-1", isAdmin=False),
           {**MINIMAL, "isAdmin": False}),
    issued("texts outside ASCII are kept", data(userId="\u00e9\u4e2d"), {**MINIMAL, "userId": "\u00e9\u4e2d"}),
    issued("the auth token that is being replaced", data(authToken="acme-auth-token-old-0123"), MINIMAL),
    issued("a content type with a parameter and capitals", data(), MINIMAL,
           headers={"content-type": "Application/JSON; charset=utf-8"}),
    refused("a wrong auth token", data(authToken="acme-auth-token-xxx-0123"), NOT_FOUND,
            "auth-token-not-found"),
    refused("a wrong API key", data(apiKey="acme-api-key-012345678"), NOT_FOUND, "auth-token-not-found"),
    refused("the auth token of another account", data(authToken="other-auth-token-0123456"), NOT_FOUND,
            "auth-token-not-found"),
    refused("no API key", data(apiKey=...), "/data/apiKey is missing; it must be a string."),
    refused("no auth token", data(authToken=...), "/data/authToken is missing; it must be a string."),
    refused("no user", data(userId=...), "/data/userId is missing; it must be a string."),
    refused("no user properties", data(userProperties=...),
            "/data/userProperties is missing; it must be an object."),
    refused("no organization", properties(isAdmin=True),
            "/data/userProperties/organizationId is missing; it must be a string."),
    refused("an empty user", data(userId=""), "/data/userId must not be empty."),
    refused("an empty organization", properties(organizationId=""),
            "/data/userProperties/organizationId must not be empty."),
    refused("a number as user", data(userId=7), "/data/userId must be a string, not a number."),
    refused("a text as administrator", properties(organizationId="org-1", isAdmin="true"),
            "/data/userProperties/isAdmin must be true or false, not a string."),
    refused("null as e-mail", properties(organizationId="org-1", email=None),
            "/data/userProperties/email must be a string, not null."),
    refused("a list as data", {"data": []}, "/data must be an object, not an array."),
    refused("no data", {}, "/data is missing; it must be an object."),
    refused("an unknown member at the top", {**data(), "admin": True}, "/admin is not known here."),
    refused("an unknown member of data", data(isAdmin=True), "/data/isAdmin is not known here."),
    refused("an unknown user property", properties(organizationId="org-1", isadmin=True),
            "/data/userProperties/isadmin is not known here."),
    refused("a name that could disturb a log", {"data\n\u202e": 1}, "/data???? is not known here."),
    refused("a list", "[]", "the document must be an object, not an array."),
    refused("no body", "", "the text is not JSON (json.empty at byte 0)."),
    refused("broken JSON", '{"data": ', "the text is not JSON (json.unexpected-end at byte 9)."),
    refused("the same member twice", '{"data": {}, "data": {}}',
            "the text is not JSON (json.duplicate-member at byte 14)."),
    refused("no content type", data(), "Content-Type must be application/json.", "wrong-media-type", 415,
            headers={}),
    refused("a form", data(), "Content-Type must be application/json.", "wrong-media-type", 415,
            headers={"Content-Type": "application/x-www-form-urlencoded"}),
    refused("two content types", data(), "Content-Type must be application/json.", "wrong-media-type", 415,
            headers={"Content-Type": "application/json", "content-type": "application/json"}),
    refused("a body above the limit", None, "The body is too large.", "too-large", 413,
            unread="bodyTooLarge"),
    refused("header fields above the limit", None, "The header fields are too large.", "too-large", 431,
            unread="fieldsTooLarge"),
    refused("a target above the limit", None, "The target is too long.", "too-large", 414,
            target="/a", unread="targetTooLong"),
    refused("two lengths", None, "The header fields can be understood in several ways.",
            "ambiguous-request", 400, unread="ambiguous"),
    refused("a coding that nobody knows", None, "The only transfer coding that is understood is chunked.",
            "unknown-coding", 501, "UNIMPLEMENTED", unread="unknownCoding"),
    refused("GET", None, "This path takes POST only.", "wrong-method", 405, method="GET", allow="POST"),
    refused("a method in lower case", data(), "This path takes POST only.", "wrong-method", 405,
            method="post", allow="POST"),
    refused("another path", data(), "There is nothing at this path.", "unknown-path", 404, "NOT_FOUND",
            target="/v1/auth/token/get/"),
    refused("a path with a letter that looks the same", data(), "There is nothing at this path.",
            "unknown-path", 404, "NOT_FOUND", target="/healthz\u0301"),
    issued("version 2 with an organization", v2(ORGANIZATION),
           {**MINIMAL, "permissions": {"resources": [ORGANIZATION]}}, target=V2, headers=CREDENTIALS),
    issued("version 2 with a document and an e-mail", v2(DOCUMENT, userProperties={"email": "u@example.com"}),
           {**MINIMAL, "email": "u@example.com", "permissions": {"resources": [DOCUMENT]}}, target=V2,
           headers=CREDENTIALS),
    refused("version 2 without credentials", v2(ORGANIZATION), NOT_FOUND, "missing-credentials", target=V2,
            headers={"Content-Type": "application/json"}),
    refused("version 2 with a wrong auth token", v2(ORGANIZATION), NOT_FOUND, "auth-token-not-found",
            target=V2, headers={**CREDENTIALS, "X-Velt-Auth-Token": "x"}),
    refused("version 2 with the credentials of version 1", data(), "/data/apiKey is not known here.",
            target=V2, headers=CREDENTIALS),
    refused("version 2 with two organizations", v2(ORGANIZATION, {**DOCUMENT, "organizationId": "org-2"}),
            "/data/permissions/resources must belong to one organization.", target=V2, headers=CREDENTIALS),
    refused("version 2 with an organization that contradicts itself",
            v2({"type": "organization", "id": "org-1", "organizationId": "org-2"}),
            "/data/permissions/resources must belong to one organization.", target=V2, headers=CREDENTIALS),
    refused("version 2 without resources", v2(), "/data/permissions/resources must not be empty.", target=V2,
            headers=CREDENTIALS),
    refused("version 2 with a folder of no organization", v2({"type": "folder", "id": "f-1"}),
            "/data/permissions/resources/0/organizationId is missing; it must be a string.", target=V2,
            headers=CREDENTIALS),
    refused("version 2 with an unknown type", v2({"type": "team", "id": "t-1"}),
            "/data/permissions/resources/0/type must be one of organization, folder, document.", target=V2,
            headers=CREDENTIALS),
    {"name": "the health of the server", "method": "GET", "target": "/healthz", "status": 200,
     "reason": "served", "headers": {}, "answer": {"status": "ok"}},
    {"name": "an HMAC secret is never published", "method": "GET", "target": "/.well-known/jwks.json",
     "status": 200, "reason": "served", "headers": {}, "answer": {"keys": []}},
]


def changed(**changes):
    """The configuration with values at paths such as `accounts.0.name`; `...` removes."""
    document = copy.deepcopy(CONFIGURATION)
    for path, value in changes.items():
        *way, last = path.split("__")
        place = document
        for name in way:
            place = place[int(name) if isinstance(place, list) else name]
        if value is ...:
            del place[last]
        else:
            place[int(last) if isinstance(place, list) else last] = value
    return document


def configuration(name, pointer=None, fault=None, **changes):
    case = {"name": name, "configuration": changed(**changes)}
    if pointer is not None:
        case.update(pointer=pointer, fault=fault)
    return case


CONFIGURATIONS = [
    configuration("as it is"),
    configuration("everything that can be said", listen="127.0.0.1:1", log="failures",
                  limits={"connections": 1, "headerBytes": 1024, "bodyBytes": 256, "requestSeconds": 1,
                          "drainSeconds": 0},
                  claims={"template": {"iss": "x", "user": {"plan": "free"}},
                          "userId": ["/sub", "/user/id"], "organizationId": "/user/org"}),
    configuration("an unknown member", "/lissen", "/lissen is not known here", lissen="x"),
    configuration("no accounts", "/accounts", "/accounts is missing; it must be an array", accounts=...),
    configuration("an empty list of accounts", "/accounts", "/accounts must not be empty", accounts=[]),
    configuration("a secret in place of its hash", "/accounts/0/apiKey",
                  "/accounts/0/apiKey must be a hash as jwtcheckd hash-secret makes them",
                  accounts__0__apiKey="acme-api-key-0123456789"),
    configuration("a hash that is cut off", "/accounts/0/authTokens",
                  "/accounts/0/authTokens must be a hash as jwtcheckd hash-secret makes them",
                  accounts__0__authTokens=CONFIGURATION["accounts"][0]["apiKey"][:-3]),
    configuration("two accounts of one name", "/accounts/1/name", "/accounts/1/name is given twice",
                  accounts__1__name="acme"),
    configuration("an algorithm that does not exist", "/signing/algorithm", None, signing__algorithm="none"),
    configuration("a current key that is not in the list", "/signing/current",
                  "/signing/current names nothing that is given elsewhere", signing__current="k2"),
    configuration("a current key that is retired", "/signing/current",
                  "/signing/current names nothing that is given elsewhere",
                  signing__keys__0__retiredAt="2026-01-01T00:00:00Z"),
    configuration("a time that does not exist", "/signing/keys/0/retiredAt",
                  "/signing/keys/0/retiredAt must be a time such as 2026-01-02T03:04:05Z",
                  signing__keys__0__retiredAt="2026-02-30T00:00:00Z"),
    configuration("a key from two places", "/signing/keys/0/environment",
                  "/signing/keys/0/environment is given twice", signing__keys__0__file="x"),
    configuration("a key from nowhere", "/signing/keys/0/file",
                  "/signing/keys/0/file is missing; it must be a string", signing__keys__0__environment=...),
    configuration("two keys of one name", "/signing/keys/1/id", "/signing/keys/1/id is given twice",
                  signing__keys=[{"id": "k1", "environment": "A"}, {"id": "k1", "environment": "B"}]),
    configuration("a limit that is none", "/limits/bodyBytes",
                  "/limits/bodyBytes must be a whole number from 256 to 1048576", limits={"bodyBytes": 1.5}),
    configuration("a log that does not exist", "/log", "/log must be one of all, failures, none", log="some"),
    configuration("a place that is no pointer", "/claims/userId",
                  "/claims/userId must be a JSON Pointer such as /userId", claims={"userId": "userId"}),
    configuration("two values in one place", "/claims/organizationId",
                  "/claims/organizationId names a place in the claims that is taken",
                  claims={"organizationId": "/userId"}),
    configuration("a place inside a text", "/claims/email",
                  "/claims/email names a place in the claims that is taken", claims={"email": "/userId/email"}),
    configuration("a template that sets the time", "/claims/template",
                  "/claims/template names a place in the claims that is taken",
                  claims={"template": {"exp": 1}}),
]


def write(name, vectors, **more):
    text = json.dumps({**more, "vectors": vectors}, indent=2, ensure_ascii=False)
    (HERE / name).write_text(text + "\n", encoding="utf-8")


write("requests.json", REQUESTS, configuration=CONFIGURATION, time=TIMES["iat"])
write("configurations.json", CONFIGURATIONS)
