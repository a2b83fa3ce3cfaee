#!/usr/bin/env python3
"""Writes files.json of this folder: `python3 generate.py`. See ../README.md for the format.

In the texts below the mark `@@` stands before the byte that the error must name; it is taken out.
"""

import json
import os

rows = []
BASE = '"version":1,"issuer":"https://id.example","audience":"api","algorithms":["ES256"]'


def add(name, text, expect=None, pointer=None, schema=True):
    """One file; `schema` is False where a JSON Schema cannot see what is wrong."""
    offset = len(text.split("@@")[0].encode()) if "@@" in text else None
    row = {"name": name, "text": text.replace("@@", ""), "expect": expect}
    if expect:
        row |= {"pointer": pointer, "offset": offset}
        if not schema:
            row["beyondSchema"] = True
    rows.append(row)


def one(name, members, *more, **options):
    """The smallest policy with further members."""
    add(name, "{" + BASE + "," + members + "}", *more, **options)


def instead(name, member, value, *more, **options):
    """The smallest policy with another value of one of its members, `None` for none."""
    parts = []
    for known in ['"version":1', '"issuer":"https://id.example"', '"audience":"api"',
                  '"algorithms":["ES256"]']:
        if not known.startswith(f'"{member}"'):
            parts.append(known)
        elif value is not None:
            parts.append(f'"{member}":{value}')
    add(name, ("@@" if value is None else "") + "{" + ",".join(parts) + "}", *more, **options)


P256 = ('{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",'
        '"y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"%s}')
PUBLIC_PEM = ("-----BEGIN PUBLIC KEY-----\n"
              "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEMKBCTNIcKUSDii11ySs3526iDZ8A\n"
              "iTo7Tu6KPAqv7D7gS2XpJFbZiItSs3m9+9Ue6GnvHw/GW2ZZaVtszggXIw==\n"
              "-----END PUBLIC KEY-----\n")

# --- The text -----------------------------------------------------------------------------------
add("the smallest policy", "{" + BASE + "}")
add("no text", "@@", "json.empty", "", schema=False)
add("text that is cut off", "{" + BASE + "@@", "json.unexpected-end", "", schema=False)
add("a member twice", '{"version":1,"@@version":1}', "json.duplicate-member", "", schema=False)
add("a list", "@@[]", "policy.wrong-type", "")
add("no version", "@@{}", "policy.missing-member", "/version")
instead("the version as a number with a fraction of zero", "version", "1.0")
instead("another version", "version", "@@2", "policy.unsupported-version", "/version")
instead("the version as text", "version", '@@"1"', "policy.wrong-type", "/version")
one("a name of the schema", '"$schema":"policy.schema.json"')
one("a schema that is no text", '"$schema":@@1', "policy.wrong-type", "/$schema")
one("a description", '"description":"orders"')
one("an empty description", '"description":@@""', "policy.empty-member", "/description")
one("an unknown member", '"@@isuer":"a"', "policy.unknown-member", "/isuer")
one("a known name in other letters", '"@@Typ":"JWT"', "policy.unknown-member", "/Typ")

# --- issuer, audience, algorithms ---------------------------------------------------------------
for member in ["issuer", "audience"]:
    instead(f"no {member}", member, None, "policy.missing-member", f"/{member}")
    instead(f"{member} as a list", member, '["a","b"]')
    instead(f"{member} as an empty list", member, "@@[]", "policy.empty-member", f"/{member}")
    instead(f"{member} twice in a list", member, '["a",@@"a"]', "policy.duplicate-value",
            f"/{member}/1")
    instead(f"{member} as a number in a list", member, "[@@1]", "policy.wrong-type",
            f"/{member}/0")
    instead(f"{member} as a number", member, "@@1", "policy.wrong-type", f"/{member}")
    instead(f"{member} null", member, "@@null", "policy.wrong-type", f"/{member}")
    instead(f"{member} empty", member, '@@""', "policy.empty-member", f"/{member}")
    instead(f"{member} ignored for a reason", member, '{"ignored":"a test"}')
    instead(f"{member} ignored without a reason", member, "@@{}", "policy.missing-member",
            f"/{member}/ignored")
    instead(f"{member} ignored for a blank reason", member, '{"ignored":@@" "}',
            "policy.empty-member", f"/{member}/ignored")
    instead(f"{member} ignored for a reason that is true", member, '{"ignored":@@true}',
            "policy.wrong-type", f"/{member}/ignored")
    instead(f"{member} waived by another word", member, '{"@@notRequired":"a test"}',
            "policy.unknown-member", f"/{member}/notRequired")
instead("no algorithms", "algorithms", None, "policy.missing-member", "/algorithms")
instead("an empty list of algorithms", "algorithms", "@@[]", "policy.empty-member", "/algorithms")
instead("one algorithm without a list", "algorithms", '@@"ES256"', "policy.wrong-type",
        "/algorithms")
instead("several algorithms of one kind", "algorithms", '["RS256","PS256","EdDSA"]')
instead("HMAC algorithms", "algorithms", '["HS256","HS512"]')
instead("HMAC beside public keys", "algorithms", '@@["ES256","HS256"]', "policy.mixed-algorithms",
        "/algorithms")
for name in ["none", "None", "es256", "ES512K"]:
    instead(f"the algorithm {name}", "algorithms", f'["ES256",@@"{name}"]', "policy.unknown-word",
            "/algorithms/1")
instead("an algorithm twice", "algorithms", '["ES256",@@"ES256"]', "policy.duplicate-value",
        "/algorithms/1")

# --- Times --------------------------------------------------------------------------------------
one("an expiration that is required", '"expiration":"required"')
one("an expiration that is not required", '"expiration":{"notRequired":"service tokens"}')
one("an expiration that is waived without a reason", '"expiration":@@"notRequired"',
    "policy.unknown-word", "/expiration")
one("an expiration that is false", '"expiration":@@false', "policy.wrong-type", "/expiration")
for member in ["lifetime", "maxAge"]:
    one(f"a {member}", f'"{member}":172800')
    one(f"a {member} of the largest size", f'"{member}":3155760000')
    for name, value in [("zero", "0"), ("negative", "-1"), ("with a fraction", "1.5"),
                        ("beyond the largest", "3155760001"), ("beyond any number", "1e400")]:
        one(f"a {member} that is {name}", f'"{member}":@@{value}', "policy.out-of-range",
            f"/{member}")
    one(f"a {member} as text", f'"{member}":@@"48h"', "policy.wrong-type", f"/{member}")
one("a lifetime without a limit", '"lifetime":{"unlimited":"the issuer is old"}')
one("a lifetime without a limit and without a reason", '"lifetime":{"unlimited":@@""}',
    "policy.empty-member", "/lifetime/unlimited")
one("a maxAge cannot be waived", '"maxAge":@@{"unlimited":"why"}', "policy.wrong-type", "/maxAge")
one("no leeway", '"leeway":0')
one("the largest leeway without a reason", '"leeway":300')
one("a larger leeway", '"leeway":@@301', "policy.reason-needed", "/leeway")
one("a larger leeway for a reason", '"leeway":{"seconds":900,"because":"devices without a clock"}')
one("a larger leeway without its reason", '"leeway":@@{"seconds":900}', "policy.missing-member",
    "/leeway/because")
one("a reason without a leeway", '"leeway":@@{"because":"why"}', "policy.missing-member",
    "/leeway/seconds")
one("a leeway beyond a day", '"leeway":{"seconds":@@86401,"because":"why"}', "policy.out-of-range",
    "/leeway/seconds")
one("a negative leeway", '"leeway":@@-1', "policy.out-of-range", "/leeway")
one("a leeway as text", '"leeway":@@"30"', "policy.wrong-type", "/leeway")

# --- subject, typ, required, claims -------------------------------------------------------------
one("a subject", '"subject":"user-1"')
one("a subject that is empty", '"subject":@@""', "policy.empty-member", "/subject")
one("a subject that is a list", '"subject":@@["a"]', "policy.wrong-type", "/subject")
one("a type", '"typ":"at+jwt"')
one("a type that is ignored", '"typ":{"ignored":"the issuer writes none"}')
one("a type that is null", '"typ":@@null', "policy.wrong-type", "/typ")
one("required claims", '"required":["sub","jti"]')
one("required claims as text", '"required":@@"sub"', "policy.wrong-type", "/required")
one("no required claims", '"required":@@[]', "policy.empty-member", "/required")
one("a required claim twice", '"required":["sub",@@"sub"]', "policy.duplicate-value",
    "/required/1")
for name, rule in [("a text", '{"equals":"a"}'), ("an empty text", '{"equals":""}'),
                   ("a number", '{"equals":-3}'), ("a boolean", '{"equals":false}'),
                   ("several", '{"oneOf":["a",1,true]}'), ("an element", '{"contains":1}'),
                   ("several elements", '{"contains":["a","b"]}'),
                   ("a word", '{"containsWord":"a:b"}'), ("words", '{"containsWord":["a","b"]}'),
                   ("all of them", '{"equals":1,"oneOf":[1],"contains":1,"containsWord":"a"}')]:
    one(f"a rule for {name}", f'"claims":{{"/a/b~1c":{rule}}}')
for name, rule, code, end in [
        ("null", '{"equals":@@null}', "policy.wrong-type", "/equals"),
        ("an object", '{"equals":@@{}}', "policy.wrong-type", "/equals"),
        ("a list where one value is asked for", '{"equals":@@["a"]}', "policy.wrong-type",
         "/equals"),
        ("a fraction", '{"equals":@@1.5}', "policy.out-of-range", "/equals"),
        ("one value where a list is asked for", '{"oneOf":@@"a"}', "policy.wrong-type", "/oneOf"),
        ("no values", '{"oneOf":@@[]}', "policy.empty-member", "/oneOf"),
        ("a value twice", '{"oneOf":[1,@@1.0]}', "policy.duplicate-value", "/oneOf/1"),
        ("no elements", '{"contains":@@[]}', "policy.empty-member", "/contains"),
        ("an element twice", '{"contains":["a",@@"a"]}', "policy.duplicate-value", "/contains/1"),
        ("a list of lists", '{"contains":[@@[]]}', "policy.wrong-type", "/contains/0"),
        ("a word with a space", '{"containsWord":@@"a b"}', "policy.unknown-word",
         "/containsWord"),
        ("an empty word", '{"containsWord":@@""}', "policy.empty-member", "/containsWord"),
        ("a word twice", '{"containsWord":["a",@@"a"]}', "policy.duplicate-value",
         "/containsWord/1"),
        ("a word that is a number", '{"containsWord":@@1}', "policy.wrong-type", "/containsWord"),
        ("words that are numbers", '{"containsWord":[@@1]}', "policy.wrong-type",
         "/containsWord/0"),
        ("nothing", "@@{}", "policy.empty-member", ""),
        ("an unknown relation", '{"@@matches":"a"}', "policy.unknown-member", "/matches"),
        ("no relation", '@@"a"', "policy.wrong-type", "")]:
    one(f"a rule for {name}", f'"claims":{{"/a":{rule}}}', code, "/claims/~1a" + end)
one("a number beyond 64 bits", '"claims":{"/a":{"equals":@@9223372036854775808}}',
    "policy.out-of-range", "/claims/~1a/equals", schema=False)
one("no rules", '"claims":@@{}', "policy.empty-member", "/claims")
one("rules as a list", '"claims":@@[]', "policy.wrong-type", "/claims")
one("a rule for a name that is no pointer", '"claims":{"a":@@{"equals":1}}',
    "pointer.missing-slash", "/claims/a")
one("a rule for a pointer with a broken escape", '"claims":{"/a~2":@@{"equals":1}}',
    "pointer.invalid-escape", "/claims/~1a~02")
one("a rule for all claims at once", '"claims":{"":@@{"equals":1}}', "policy.empty-member",
    "/claims/")

# --- keys ---------------------------------------------------------------------------------------
for name, key in [("a file", '{"file":"keys/a.pem"}'), ("a file with a kid", '{"file":"a","kid":"k"}'),
                  ("a variable", '{"env":"JWT_KEY"}'),
                  ("a short secret", '{"env":"JWT_KEY","shortSecret":"the other side is old"}'),
                  ("a PEM", json.dumps({"pem": PUBLIC_PEM, "kid": "k"})),
                  ("a JWK", '{"jwk":%s}' % (P256 % ',"kid":"k"')),
                  ("a JWK Set", '{"jwks":{"keys":[%s]}}' % (P256 % "")),
                  ("several", '{"file":"a"},{"file":"b"}')]:
    one(f"keys: {name}", f'"keys":[{key}]')
for name, key, code, end in [
        ("no source", '@@{"kid":"k"}', "policy.key-source", ""),
        ("two sources", '@@{"file":"a","env":"b"}', "policy.key-source", ""),
        ("a URL", '{"@@url":"https://a.example"}', "policy.unknown-member", "/url"),
        ("a text", '@@"a.pem"', "policy.wrong-type", ""),
        ("an empty path", '{"file":@@""}', "policy.empty-member", "/file"),
        ("a variable with a sign", '{"env":@@"A=b"}', "policy.unknown-word", "/env"),
        ("a blank reason", '{"file":"a","shortSecret":@@" "}', "policy.empty-member",
         "/shortSecret"),
        ("a kid beside a JWK", '{"jwk":%s,"@@kid":"k"}' % (P256 % ""), "policy.unknown-member",
         "/kid"),
        ("a short secret in a PEM", '{"pem":"a","@@shortSecret":"b"}', "policy.unknown-member",
         "/shortSecret"),
        ("a private JWK", '{"jwk":@@%s}' % (P256 % ',"d":"AQ"'), "policy.secret-in-file", "/jwk"),
        ("a secret JWK", '{"jwk":@@{"kty":"oct","k":"AAAA"}}', "policy.secret-in-file", "/jwk"),
        ("a secret in a set", '{"jwks":@@{"keys":[%s,{"kty":"oct","k":"AAAA"}]}}' % (P256 % ""),
         "policy.secret-in-file", "/jwks"),
        ("a set without keys", '{"jwks":@@{}}', "policy.missing-member", "/jwks/keys"),
        ("an empty set", '{"jwks":{"keys":@@[]}}', "policy.empty-member", "/jwks/keys")]:
    one(f"keys: {name}", f'"keys":[{key}]', code, "/keys/0" + end)
one("keys: a JWK without kty", '"keys":[{"jwk":@@{"x":"AA"}}]', "jwk.not-a-key", "/keys/0/jwk")
for name, key, code, end in [
        ("a JWK off its curve", '{"jwk":@@{"kty":"EC","crv":"P-256","x":"%s","y":"%s"}}' % (
            "A" * 43, "A" * 43), "key.not-on-curve", "/jwk"),
        ("a text that is no PEM", '{"pem":@@"abc"}', "pem.no-block", "/pem"),
        ("a JWK in the place of a PEM", '{"pem":@@"{}"}', "pem.no-block", "/pem")]:
    one(f"keys: {name}", f'"keys":[{key}]', code, "/keys/0" + end, schema=False)
one("no keys at all", '"keys":@@[]', "policy.empty-member", "/keys")
one("keys as text", '"keys":@@"a"', "policy.wrong-type", "/keys")
one("a key without a list", '"keys":{"@@file":"a"}', "policy.unknown-member", "/keys/file")

# --- request ------------------------------------------------------------------------------------
one("a request profile", '"request":{"claims":{"userId":"/sub","isAdmin":["/a","/b"]},'
    '"leeway":30,"signature":"required"}')
one("an empty request profile", '"request":{}')
one("a request whose signature is not required",
    '"request":{"signature":{"notRequired":"no key is published"}}')
one("a request whose signature is waived without a reason", '"request":{"signature":@@false}',
    "policy.wrong-type", "/request/signature")
one("a request with an unknown claim", '"request":{"claims":{"@@userID":"/sub"}}',
    "policy.unknown-member", "/request/claims/userID")
one("a request with a name for a pointer", '"request":{"claims":{"userId":@@"sub"}}',
    "pointer.missing-slash", "/request/claims/userId")
one("a request with a pointer twice", '"request":{"claims":{"userId":["/a",@@"/a"]}}',
    "policy.duplicate-value", "/request/claims/userId/1")
one("a request without places", '"request":{"claims":@@{}}', "policy.empty-member",
    "/request/claims")
one("a request with a large leeway", '"request":{"leeway":@@301}', "policy.reason-needed",
    "/request/leeway")

# --- Published keys -----------------------------------------------------------------------------
URL = "https://id.example/keys"
one("published keys: by URL", f'"keys":{{"jwkSet":"{URL}"}}')
one("published keys: by discovery",
    '"keys":{"discovery":true,"hosts":["keys.example"],"certificates":"ca.pem"}')
one("published keys: on the same machine, without TLS",
    '"keys":{"jwkSet":"http://127.0.0.1:8787/keys"}')
for name, keys, code, end, schema in [
        ("without TLS", '{"jwkSet":@@"http://id.example/keys"}', "remote.url", "/jwkSet", False),
        ("no URL", '{"jwkSet":@@"keys"}', "remote.url", "/jwkSet", False),
        ("discovery turned off", '{"discovery":@@false}', "policy.unknown-word", "/discovery", True),
        ("discovery as text", '{"discovery":@@"yes"}', "policy.wrong-type", "/discovery", True),
        ("two places", f'@@{{"jwkSet":"{URL}","discovery":true}}', "policy.key-source", "", True),
        ("no place", "@@{}", "policy.key-source", "", True),
        ("a member that is not known", f'{{"jwkSet":"{URL}","@@ttl":1}}', "policy.unknown-member",
         "/ttl", True),
        ("no hosts", f'{{"jwkSet":"{URL}","hosts":@@[]}}', "policy.empty-member", "/hosts", True)]:
    one(f"published keys: {name}", f'"keys":{keys}', code, "/keys" + end, schema=schema)
for name, issuer, algorithm, keys, code, end in [
        ("a secret", '"a"', "HS256", f'{{"jwkSet":@@"{URL}"}}', "remote.secret-keys", "/jwkSet"),
        ("discovery of several issuers", '["a","b"]', "ES256", '{"discovery":@@true}',
         "remote.issuer-differs", "/discovery"),
        ("discovery of an issuer that is no URL", '"a"', "ES256", '{"discovery":@@true}',
         "remote.url", "/discovery")]:
    add(f"published keys: {name}",
        '{"version":1,"issuer":%s,"audience":"api","algorithms":["%s"],"keys":%s}' % (
            issuer, algorithm, keys), code, "/keys" + end, schema=False)

# --- issuers ------------------------------------------------------------------------------------
ENTRY = '{"issuer":%s,"audience":"api","algorithms":["ES256"]%s}'
add("several issuers", '{"version":1,"description":"all","issuers":[%s,%s]}' % (
    ENTRY % ('"a"', ""), ENTRY % ('["b","c"]', ',"description":"the others","leeway":5')))
add("one issuer in a list", '{"version":1,"issuers":[%s]}' % (ENTRY % ('"a"', "")))
add("no issuers in the list", '{"version":1,"issuers":@@[]}', "policy.empty-member", "/issuers")
add("issuers without a list", '{"version":1,"issuers":@@{}}', "policy.wrong-type", "/issuers")
add("issuers beside an issuer", '{"version":1,"@@issuer":"a","issuers":[%s]}' % (
    ENTRY % ('"b"', "")), "policy.unknown-member", "/issuer")
add("an issuer in two entries", '{"version":1,"issuers":[%s,%s]}' % (
    ENTRY % ('"a"', ""), ENTRY % ('@@["b","a"]', "")), "policy.duplicate-issuer",
    "/issuers/1/issuer", schema=False)
add("an entry for any issuer", '{"version":1,"issuers":[%s]}' % (
    ENTRY % ('@@{"ignored":"why"}', "")), "policy.issuer-not-named", "/issuers/0/issuer")
add("a version in an entry", '{"version":1,"issuers":[%s]}' % (
    ENTRY % ('"a"', ',"@@version":1')), "policy.unknown-member", "/issuers/0/version")
add("issuers inside an entry", '{"version":1,"issuers":[%s]}' % (
    ENTRY % ('"a"', ',"@@issuers":[]')), "policy.unknown-member", "/issuers/0/issuers")
add("an entry without an audience", '{"version":1,"issuers":[@@{"issuer":"a","algorithms":["ES256"]}]}',
    "policy.missing-member", "/issuers/0/audience")

names = [row["name"] for row in rows]
assert len(names) == len(set(names)), [name for name in names if names.count(name) > 1]
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "files.json"), "w") as out:
    out.write('{"vectors": [\n' + ",\n".join(json.dumps(row) for row in rows) + "\n]}\n")
