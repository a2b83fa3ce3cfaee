#!/usr/bin/env python3
"""Writes requests.json and settings.json: the facts of each case stand below.

The tokens are made here and not by the code under test.
"""
import base64
import hashlib
import hmac
import json
import pathlib

HERE = pathlib.Path(__file__).parent
SECRET = b"k" * 32
NOW = 1700000000
POLICY = {
    "version": 1,
    "issuer": "https://id.example",
    "audience": "orders-api",
    "algorithms": ["HS256"],
    "typ": {"ignored": "the vectors are about gateways"},
    "expiration": "required",
    "lifetime": 172800,
    "keys": [{"env": "SECRET"}],
}
CLAIMS = {
    "iss": "https://id.example", "aud": "orders-api", "sub": "user-1", "exp": NOW + 600,
    "iat": NOW - 60, "scope": "orders:read",
}
IDENTITY = {
    "X-Auth-Subject": "user-1", "X-Auth-Issuer": "https://id.example",
    "X-Auth-Expires": str(NOW + 600), "X-Auth-Scope": "orders:read",
}


def encoded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def token(secret=SECRET, header=None, **changes):
    """A good token with claims changed or, for `...`, left out."""
    claims = {name: value for name, value in {**CLAIMS, **changes}.items() if value is not ...}
    parts = [header or {"alg": "HS256", "typ": "JWT"}, claims]
    text = ".".join(encoded(json.dumps(part, separators=(",", ":")).encode()) for part in parts)
    if parts[0]["alg"] == "none":
        return text + "."
    return text + "." + encoded(hmac.new(secret, text.encode(), hashlib.sha256).digest())


GOOD = token()


def passes(name, identity=None, **more):
    more.setdefault("authorization", ["Bearer " + GOOD])
    return {"name": name, "status": 200, "reason": "accepted",
            "identity": {**IDENTITY, **(identity or {})}, **more}


def refused(name, reason, value, status=401, error="invalid_token", **more):
    """`value` is the text behind `Bearer `, or a list of whole values."""
    values = value if isinstance(value, list) else ["Bearer " + value]
    challenge = f'Bearer error="{error}"' if error else "Bearer"
    return {"name": name, "status": status, "reason": reason, "authorization": values,
            "challenge": challenge, **more}


def forbidden(name, reason, require, challenge='Bearer error="insufficient_scope"', **more):
    return {"name": name, "status": 403, "reason": reason, "authorization": ["Bearer " + GOOD],
            "settings": {"require": require}, "challenge": challenge, **more}


def requests():
    oversized = token(padding="x" * 13000)
    long = token(padding="x" * 12000)
    return [
        passes("a good token"),
        *(passes(f"the method {method}", method=method)
          for method in ["POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PROPFIND"]),
        passes("a path below the prefix", target="/verify/orders/1"),
        passes("a path with a slash at its end", target="/verify/"),
        passes("a path that another route has, below the prefix", target="/verify/metrics"),
        passes("a body, whatever it holds", method="POST", body="{"),
        passes("a body above the limit", method="POST", tooLarge=True),
        passes("forged identity fields", headers={"X-Auth-Subject": "evil", "x-auth-scope": "admin"}),
        passes("another letter case of the scheme", authorization=["bEARER  " + GOOD]),
        passes("a token of 16 KB", authorization=["Bearer " + long]),
        passes("absent claims", {"X-Auth-Subject": "-", "X-Auth-Scope": "-"},
               authorization=["Bearer " + token(sub=..., scope=None)]),
        passes("claims that could break a header", {"X-Auth-Subject": "a%0D%0AX-Admin:%20yes%2C%25"},
               authorization=["Bearer " + token(sub="a\r\nX-Admin: yes,%")]),
        passes("fields of other names", settings={"headers": {"Remote-User": "/sub", "X-Org": "/org/id"}},
               identity=None, authorization=["Bearer " + token(org={"id": "ö"})]),
        passes("another prefix", target="/auth/check/x", settings={"prefix": "/auth/check"}),
        passes("what is asked for is there", settings={"require": {
            "scopes": ["orders:read"], "organization": {"/iss": {"equals": "https://id.example"}}}}),
        passes("no token is remembered", settings={"rememberedTokens": 0}),
        refused("no token", "no-token", [], error=None),
        refused("no token and a realm", "no-token", [], challenge='Bearer realm="orders"',
                settings={"realm": "orders"}),
        refused("OPTIONS without a token is not exempt", "no-token", [], error=None, method="OPTIONS"),
        refused("a basic credential", "no-token", ["Basic dTpw"], error=None),
        refused("a token in another field", "no-token", [], error=None, headers={"X-Token": GOOD}),
        refused("nothing behind the scheme", "malformed-header", ["Bearer"], error="invalid_request"),
        refused("two fields", "several-tokens", ["Bearer " + GOOD] * 2, error="invalid_request"),
        refused("two fields, of which the first is no token", "several-tokens", ["Basic dTpw", "Bearer " + GOOD],
                error="invalid_request"),
        refused("two values joined by a comma", "several-tokens", GOOD + ",401", error="invalid_request"),
        refused("a token above the limit", "token-too-large", oversized),
        refused("a token above a limit of 256 bytes", "token-too-large", token(padding="x" * 200),
                settings={"maximumTokenBytes": 256}),
        refused("no JWT", "malformed-token", "abc"),
        refused("an algorithm that is not listed", "algorithm-not-allowed",
                token(header={"alg": "HS512", "typ": "JWT"})),
        refused("no signature at all", "algorithm-not-allowed", token(header={"alg": "none"})),
        refused("another key", "invalid-signature", token(secret=b"x" * 32)),
        refused("expired", "expired", token(exp=NOW - 600, iat=NOW - 1200)),
        refused("not valid yet", "not-yet-valid", token(nbf=NOW + 300)),
        refused("another audience", "claims-refused", token(aud="billing")),
        refused("another issuer", "claims-refused", token(iss="https://evil.example")),
        refused("a key that is not known", "unknown-key", token(), unknownKey=True),
        forbidden("a scope that is not there", "insufficient-scope", {"scopes": ["orders:write"]},
                  'Bearer error="insufficient_scope", scope="orders:write"'),
        forbidden("another organization", "wrong-organization",
                  {"organization": {"/org_id": {"equals": "org-1"}}}),
        forbidden("no administrator", "not-administrator", {"administrator": {"/admin": {"equals": True}}}),
        forbidden("another rule", "access-denied", {"claims": {"/scope": {"containsWord": "orders:audit"}}}),
        {"name": "keys that cannot be had", "status": 503, "reason": "keys-unavailable",
         "authorization": ["Bearer " + GOOD], "keysUnavailable": True},
        {"name": "keys that cannot be had, as 401", "status": 401, "reason": "keys-unavailable",
         "authorization": ["Bearer " + GOOD], "keysUnavailable": True, "challenge": "Bearer",
         "settings": {"whenKeysAreUnavailable": "unauthorized"}},
        passes("a token that is not among the revoked ones", settings={"store": {"memory": True}},
               revoked=["other"], authorization=["Bearer " + token(jti="t-1")]),
        refused("a revoked token", "revoked", token(jti="t-1"), settings={"store": {"memory": True}},
                revoked=["t-1"]),
        passes("a token of single use, the first time", settings={"store": {"memory": True, "singleUse": True}}),
        refused("a token of single use, the second time", "replayed", token(),
                settings={"store": {"memory": True, "singleUse": True}}, earlier=1),
        passes("a token of many uses, the third time", settings={"store": {"memory": True}}, earlier=2),
        {"name": "a store that cannot be asked", "status": 503, "reason": "store-unavailable",
         "authorization": ["Bearer " + GOOD], "storeUnavailable": True,
         "settings": {"store": {"redis": "127.0.0.1:6379"}}},
        {"name": "a store that cannot be asked, as 401", "status": 401, "reason": "store-unavailable",
         "authorization": ["Bearer " + GOOD], "storeUnavailable": True, "challenge": "Bearer",
         "settings": {"store": {"redis": "127.0.0.1:6379"}, "whenKeysAreUnavailable": "unauthorized"}},
        passes("a store that cannot be asked and need not be", storeUnavailable=True, settings={
            "store": {"redis": "127.0.0.1:6379", "acceptWhenUnavailable": "pages that anybody may read"}}),
        refused("a bad token while the store cannot be asked", "expired", token(exp=NOW - 600, iat=NOW - 1200),
                storeUnavailable=True, settings={
                    "store": {"redis": "127.0.0.1:6379", "acceptWhenUnavailable": "pages that anybody may read"}}),
        *({"name": f"nothing at {target}", "status": 404, "reason": "unknown-path", "target": target,
           "authorization": ["Bearer " + GOOD]}
          for target in ["/verifying", "/Verify", "/", "/v1/auth/token/get", "/inspect",
                         "/.well-known/jwks.json", "*", "//verify", "/x/verify"]),
    ]


def settings():
    def faulty(name, pointer, value, fault=None):
        case = {"name": name, "pointer": pointer, "gateway": value}
        return {**case, "fault": fault} if fault else case

    def with_policy(**members):
        return {"policy": "policy.json", **members}

    return [
        {"name": "as it is", "gateway": with_policy()},
        {"name": "everything that can be said", "gateway": with_policy(
            keys={"jwkSet": "https://id.example/keys", "certificates": "ca.pem"}, prefix="/auth/v-1.0",
            whenKeysAreUnavailable="unauthorized", headers={"X-User": "/sub"}, realm="the orders",
            maximumTokenBytes=8192, rememberedTokens=0, require={
                "scopes": ["a", "b"], "organization": {"/org": {"equals": "o"}},
                "administrator": {"/admin": {"equals": True}},
                "claims": {"/plan": {"oneOf": ["pro", "team"]}}})},
        {"name": "discovery", "gateway": with_policy(keys={"discovery": True})},
        {"name": "a store in memory", "gateway": with_policy(store={"memory": True, "revoked": "revoked.json"})},
        {"name": "a store in Redis", "gateway": with_policy(store={
            "redis": "redis.example:6379", "user": "gateway", "passwordEnvironment": "REDIS", "database": 2,
            "prefix": "auth:", "timeoutMilliseconds": 100, "singleUse": True,
            "acceptWhenUnavailable": "pages that anybody may read"})},
        *({"name": f"a store at {address}", "gateway": with_policy(store={"redis": address})}
          for address in ["/run/redis.sock", "[::1]:6379", "127.0.0.1:1"]),
        *(faulty(f"a store at {address}", "/gateway/store/redis", with_policy(store={"redis": address}),
                 "/gateway/store/redis must be a host with a port, such as 127.0.0.1:6379, or the path of a socket")
          for address in ["localhost", "redis://a:1", "::1:6379", ":6379", "a:0", "a:65536", "a: 1", "redis.sock"]),
        faulty("a store nowhere", "/gateway/store/redis", with_policy(store={})),
        faulty("a store that is switched off", "/gateway/store/redis", with_policy(store={"memory": False})),
        faulty("a store in two places", "/gateway/store/redis", with_policy(store={"memory": True, "redis": "a:1"})),
        faulty("a store in memory with a password", "/gateway/store/passwordFile",
               with_policy(store={"memory": True, "passwordFile": "p"})),
        faulty("a list beside Redis", "/gateway/store/revoked", with_policy(store={"redis": "a:1", "revoked": "r"})),
        faulty("a user without a password", "/gateway/store/passwordFile",
               with_policy(store={"redis": "a:1", "user": "u"})),
        faulty("two passwords", "/gateway/store/passwordEnvironment",
               with_policy(store={"redis": "a:1", "passwordFile": "p", "passwordEnvironment": "P"})),
        faulty("no reason to accept", "/gateway/store/acceptWhenUnavailable",
               with_policy(store={"redis": "a:1", "acceptWhenUnavailable": True})),
        faulty("no policy", "/gateway/policy", {}),
        faulty("an unknown member", "/gateway/polcy", with_policy(polcy=1), "/gateway/polcy is not known here"),
        *(faulty(f"the prefix {prefix}", "/gateway/prefix", with_policy(prefix=prefix),
                 "/gateway/prefix must be a path such as /verify")
          for prefix in ["/", "verify", "/verify/", "/a?b", "/a%2Fb", "/a b"]),
        *(faulty(f"the prefix {prefix}, which is taken", "/gateway/prefix", with_policy(prefix=prefix),
                 "/gateway/prefix is a path that something else has")
          for prefix in ["/v1", "/metrics", "/.well-known"]),
        faulty("a word that is none", "/gateway/whenKeysAreUnavailable", with_policy(whenKeysAreUnavailable="503")),
        faulty("no fields", "/gateway/headers", with_policy(headers={})),
        *(faulty(f"a field named {name}", f"/gateway/headers/{name}", with_policy(headers={name: "/sub"}),
                 f"/gateway/headers/{name} is no name for a header field of our own")
          for name in ["Content-Length", "authorization", "X@Y", "Set-Cookie"]),
        faulty("the same field twice", "/gateway/headers/x-a", with_policy(headers={"X-A": "/sub", "x-a": "/iss"})),
        faulty("no pointer", "/gateway/headers/X-A", with_policy(headers={"X-A": "sub"})),
        faulty("the whole claims", "/gateway/headers/X-A", with_policy(headers={"X-A": ""})),
        faulty("a realm of several lines", "/gateway/realm", with_policy(realm="a\r\nb"),
               "/gateway/realm must be visible ASCII and blanks"),
        faulty("a scope with a quote", "/gateway/require/scopes", with_policy(require={"scopes": ['a"b']})),
        faulty("a rule that is none", "/gateway/require/claims", with_policy(require={"claims": {"/a": {"is": 1}}}),
               "/gateway/require/claims is no rule for a claim (policy.unknown-member)"),
        faulty("two rules for the organization", "/gateway/require/organization",
               with_policy(require={"organization": {"/a": {"equals": 1}, "/b": {"equals": 1}}})),
        faulty("a limit that is none", "/gateway/maximumTokenBytes", with_policy(maximumTokenBytes=0)),
        faulty("no place of the keys", "/gateway/keys/jwkSet", with_policy(keys={})),
        faulty("two places of the keys", "/gateway/keys/discovery",
               with_policy(keys={"jwkSet": "https://id.example/", "discovery": True})),
    ]


def write(name, document):
    (HERE / name).write_text(json.dumps(document, indent=1, ensure_ascii=True) + "\n")


def main():
    vectors = requests()
    for vector in vectors:
        if vector["name"] == "fields of other names":
            vector["identity"] = {"Remote-User": "user-1", "X-Org": "%C3%B6"}
    write("requests.json", {"policy": POLICY, "time": NOW, "vectors": vectors})
    write("settings.json", {"vectors": settings()})


if __name__ == "__main__":
    main()
