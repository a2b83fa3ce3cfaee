#!/usr/bin/env python3
"""Fills a folder with a starting corpus for every fuzz target: seeds.py FOLDER

The inputs come from TestVectors/ and from tokens.json. What a target makes of its input is described
at the head of its Swift file. Only the standard library is used.
"""

import base64
import hashlib
import json
import pathlib
import sys

here = pathlib.Path(__file__).resolve().parent
vectors = here.parent.parent / "TestVectors"
corpus = pathlib.Path(sys.argv[1])
counts = {}


def add(target, data):
    if isinstance(data, str):
        data = data.encode("utf-8", "surrogatepass")
    folder = corpus / target
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ("seed-" + hashlib.sha256(data).hexdigest()[:16])).write_bytes(data)
    counts[target] = counts.get(target, 0) + 1


def decoded(part):
    try:
        return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    except ValueError:
        return b""


def add_text(text):
    """A text out of a vector file goes wherever its look says it belongs."""
    stripped = text.lstrip()
    if text.count(".") == 2 and stripped.startswith("ey"):
        add("token", text)
        add("verify", text)
        header, payload, signature = text.split(".")
        for part in (header, payload, signature):
            add("base64url", part)
        header, payload = decoded(header), decoded(payload)
        add("json", payload)
        add("check", payload)
        add("signed", b"\0" + payload)
        if len(header) < 256:
            add("signed", bytes([len(header)]) + header + payload)
    elif "-----BEGIN " in text or '"kty"' in text or '"keys"' in text:
        add("keys", text)
    elif stripped[:1] in ("{", "["):
        add("json", text)
        add("documents", text)
    elif len(text) < 200:
        add("base64url", text)


def walk(value):
    """Every text of a JSON document, and every object that is one of the known kinds."""
    if isinstance(value, str):
        add_text(value)
    elif isinstance(value, list):
        for element in value:
            walk(element)
    elif isinstance(value, dict):
        if "kty" in value or "keys" in value:
            add("keys", json.dumps(value))
        if "data" in value or "result" in value or "error" in value or "userId" in value:
            add("documents", json.dumps(value))
            add("check", json.dumps(value))
        for element in value.values():
            walk(element)


for path in sorted(vectors.rglob("*")):
    if path.suffix == ".json":
        text = path.read_text()
        walk(json.loads(text))
        if len(text) < 4096:
            add("json", text)
            add("documents", text)
    elif path.suffix in (".pem", ".jwk", ".jwks", ".der", ".key", ".crt"):
        add("keys", path.read_bytes())

for index, entry in enumerate(json.loads((here / "tokens.json").read_text())["tokens"]):
    walk(entry)
    for name in ("publicPEM", "privatePEM"):
        if name in entry:
            body = "".join(entry[name].split("-----")[2].split())
            add("keys", base64.b64decode(body))
    # One edit of each kind, at the start, in the middle and at the end.
    for operation in range(8):
        for place in (0, 60, 0xFFFF):
            edit = bytes([index, operation, place >> 8, place & 0xFF, 0x41])
            add("verify", edit)

# Keys that could be taken for something else.
public = json.loads((here / "tokens.json").read_text())["tokens"][5]["public"]
key = json.dumps(public)
add("keys", key.replace('"kty"', '"\\u006bty"'))
add("keys", json.dumps({"keys": [public]}).replace('"keys"', '"\\u006beys"').replace("kty", "k\\u0074y"))
add("keys", json.dumps(public | {"pem": "-----BEGIN PUBLIC KEY-----"}))

# The policies of the targets, met and just missed.
CLAIMS = '{"iss":"i","aud":%s,"iat":%s,"exp":%s,"nbf":%s}'
for audience in ('"a"', '["b","a"]', "[]", "1"):
    for issued in ("1767225600", "1767229230.5", "1.7672256e9", '"1767225600"'):
        for expires in ("1767398400", "1767229171", "1767398400000", "null"):
            add("signed", "\0" + CLAIMS % (audience, issued, expires, issued))
for user in ('"userId":"u-1"', '"sub":"u-1"', '"user":{"userId":"u-1"}'):
    for organization in ('"organizationId":"o-1"', '"data":{"organizationId":"o-1"}'):
        for rest in ('"exp":1767398400', '"isAdmin":true', '"isAdmin":false', '"email":"e@x"'):
            add("check", '{%s,%s,"iat":1767225600,%s}' % (user, organization, rest))

print(", ".join(f"{target} {count}" for target, count in sorted(counts.items())))
