#!/usr/bin/env python3
"""Makes the vectors of this folder: python3 TestVectors/audit/generate.py

Tokens are signed and digests computed here, so what the tool says is compared with what something else says.
"""
import base64
import hashlib
import hmac
import json
import pathlib

HERE = pathlib.Path(__file__).parent
SECRET = (HERE.parent / "velt" / "secret.txt").read_bytes()
NOW = 1767229200
EXP = NOW + 7200


def encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def token(claims, header=None, secret=SECRET):
    header = header or {"alg": "HS256", "typ": "JWT"}
    text = ".".join(encode(json.dumps(part, separators=(",", ":")).encode()) for part in (header, claims))
    if header["alg"] == "none":
        return text + "."
    return text + "." + encode(hmac.new(secret, text.encode(), hashlib.sha256).digest())


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def result(text, verdict="verified", codes=(), place='"line":1,', alg='"HS256"', kid=None, iss=None, exp=EXP):
    parts = [f'{place}"verdict":"{verdict}","codes":[' + ",".join(f'"{code}"' for code in codes) + "]"]
    parts += [f'"alg":{alg}'] if alg else []
    parts += [f'"kid":{kid}'] if kid else []
    parts += [f'"iss":{iss}'] if iss else []
    parts += [f'"exp":{exp}'] if exp is not None else []
    parts += [f'"digest":"{digest(text)}"'] if text else []
    return "{" + ",".join(parts) + "}"


good = token({"sub": "u1", "exp": EXP})
named = token({"iss": "https://a.example", "exp": EXP, "jti": "j1"}, {"alg": "HS256", "kid": "k1"})
late = token({"iss": "https://a.example", "exp": NOW - 10, "jti": "j2"})
forged = token({"sub": "u1", "exp": EXP}, secret=b"x" * 43)
unsigned = token({"sub": "u1", "exp": EXP}, {"alg": "none"})
endless = token({"sub": "u1"})
odd = token({"iss": "a\"\\\n\u202e<b>", "exp": EXP}, {"alg": "HS256", "kid": "\t\u2028é"})
# Accepted by no policy of these vectors, and found in texts all the same.
spaced = encode(b'{ "alg":"HS256"}') + good[good.index("."):]
broken = encode(b'{\n"alg":"HS256"}') + good[good.index("."):]
encrypted = encode(b'{"alg":"dir","enc":"A128GCM"}') + ".." + ".".join(encode(b) for b in (b"iv12", b"text", b"tag1"))

rows = []


def row(name, form, text, expect, **more):
    rows.append({"name": name, "form": form, "text": text, "expect": expect, **more})


row("a token is verified", "tokens", good + "\n", [result(good)])
row("the last line needs no end", "tokens", good, [result(good)])
row("a carriage return belongs to the end of the line", "tokens", good + "\r\n", [result(good)])
row("kid and issuer are told", "tokens", named, [result(named, kid='"k1"', iss='"https://a.example"')])
row("an expired token", "tokens", late,
    [result(late, "rejected", ["exp.passed"], iss='"https://a.example"', exp=NOW - 10)])
row("a signature by another key", "tokens", forged, [result(forged, "rejected", ["signature.invalid"])])
row("an unsigned token", "tokens", unsigned, [result(unsigned, "rejected", ["alg.none"], alg='"none"')])
row("a token without exp", "tokens", endless, [result(endless, "rejected", ["exp.missing"], exp=None)])
for number in (0, 7, 10, 99_999_999, 100_000_000, 1_000_000_007, 253_402_300_799, -120):
    text = token({"exp": number})
    late_enough = number > NOW
    row(f"an exp of {number}", "tokens", text,
        [result(text, "verified" if late_enough else "rejected", [] if late_enough else ["exp.passed"], exp=number)])
row("an empty line is a result", "tokens", "\n" + good,
    [result("", "rejected", ["token.empty"], alg=None, exp=None), result(good, place='"line":2,')])
row("a word is a result", "tokens", "hello",
    [result("hello", "rejected", ["token.segment-count"], alg=None, exp=None)])
row("no text, no result", "tokens", "", [])
row("an identifier before a tab is repeated", "tokens", "row 7\t" + good,
    [result(good, place='"line":1,"id":"row 7",')])
row("an identifier may be empty", "tokens", "\t" + good, [result(good, place='"line":1,"id":"",')])
long = "x" * 90
row("an identifier may be longer than usual", "tokens", long + "\t" + good,
    [result(good, place=f'"line":1,"id":"{long}",')])
row("the last tab counts", "tokens", "a\tb\t" + good, [result(good, place='"line":1,"id":"a\\tb",')])
row("an identifier without a token", "tokens", "a\t",
    [result("", "rejected", ["token.empty"], place='"line":1,"id":"a",', alg=None, exp=None)])
row("names of senders do no harm", "tokens", odd,
    [result(odd, kid='"\\t\\u2028é"', iss='"a\\"\\\\\\n\\u202e<b>"')])
row("lines can be left out", "tokens", "i\t" + good, [result(good, place='"id":"i",')], showsLine=False)
row("only what is rejected", "tokens", "\n".join([good, late, named]),
    [result(late, "rejected", ["exp.passed"], place='"line":2,', iss='"https://a.example"', exp=NOW - 10)],
    only="rejected")
row("columns", "tokens", "\n".join(["i\t" + named, late, "x"]),
    ["\t1\t\ti\tverified\t\t\tHS256\tk1\thttps://a.example\t%d\t%s" % (EXP, digest(named)),
     "\t2\t\t\trejected\texp.passed\t\tHS256\t\thttps://a.example\t%d\t%s" % (NOW - 10, digest(late)),
     "\t3\t\t\trejected\ttoken.segment-count\t\t\t\t\t\t%s" % digest("x")], output="columns")

row("a record is carried through", "field /request/token",
    '{"id": 1, "request": {"token": "%s", "n": 1.50}, "b": [1]}' % good,
    ['{"id": 1, "request": {"token": null, "n": 1.50}, "b": [1],"jwtcheck":%s}' % result(good)])
row("a record without the token", "field /token", '{"id":1}',
    ['{"id":1,"jwtcheck":%s}' % result("", "rejected", ["token.empty"], alg=None, exp=None)])
row("an empty record", "field /token", "{}",
    ['{"jwtcheck":%s}' % result("", "rejected", ["token.empty"], alg=None, exp=None)])
row("a record with a number for a token", "field /token", '{"token":5}',
    ['{"token":null,"jwtcheck":%s}' % result("", "rejected", ["token.empty"], alg=None, exp=None)])
row("a record that has a result already gets a new one", "field /a/token",
    '{"z":1, "jwtcheck":{"old":true} , "a":{"x":1,"token":"%s"}}' % good,
    ['{"z":1,"a":{"x":1,"token":null},"jwtcheck":%s}' % result(good)])
row("white space around a record goes", "field /token", ' {"token":"%s" } ' % good,
    ['{"token":null,"jwtcheck":%s}' % result(good)])
row("a token behind an escape sequence", "field /t", '{"t":"\\u0065%s"}' % good[1:],
    ['{"t":null,"jwtcheck":%s}' % result(good)])
row("a line that is no JSON", "field /token", "not json",
    [result("", "rejected", ["json.unexpected-character"], alg=None, exp=None)])
row("a line that is no object", "field /token", "[1]",
    [result("", "rejected", ["token.empty"], alg=None, exp=None)])


def at(line, column):
    return f'"line":{line},"column":{column},'


row("tokens in a log", "find", f'GET /x?token={good} "Bearer {named}"\nnothing\n  {late}.\n',
    [result(good, place=at(1, 14)), result(named, place=at(1, 14 + len(good) + 9), kid='"k1"',
                                          iss='"https://a.example"'),
     result(late, "rejected", ["exp.passed"], place=at(3, 3), iss='"https://a.example"', exp=NOW - 10)])
row("a full stop behind a token ends a sentence", "find", good + ". ", [result(good, place=at(1, 1))])
row("an unsigned token in a text", "find", f"({unsigned})",
    [result(unsigned, "rejected", ["alg.none"], place=at(1, 2), alg='"none"')])
row("a header with white space", "find", f"<{spaced}><{broken}>",
    [result(spaced, "rejected", ["signature.invalid"], place=at(1, 2)),
     result(broken, "rejected", ["signature.invalid"], place=at(1, len(spaced) + 4))])
row("what only looks like a part of a token", "find", "eyJ eyJh. eyJh.b eyJ.. xeyJhbGciOiJIUzI1NiJ.e30.AA e.f.g", [])
# Escape sequences, percent-encoding and names in front of a token leave letters that belong to its alphabet.
row("tokens inside words", "find", f"a%3D{good}%26 \\n{good} sess-{good}",
    [result(good, place=at(1, 5)), result(good, place=at(1, len(good) + 11)),
     result(good, place=at(1, 2 * len(good) + 17))])
row("a word with many places that tokens could start at", "find", "x" + "eyJ" * 5000 + f".a.b {good}",
    [result(good, place=at(1, 15007))])
row("two tokens with nothing but a comma between", "find", f"{good},{good}",
    [result(good, place=at(1, 1)), result(good, place=at(1, len(good) + 2))])

(HERE / "lines.json").write_text(json.dumps({"vectors": rows}, indent=1, ensure_ascii=False) + "\n")
(HERE / "tokens.txt").write_text("\n".join([good, named, late, forged, unsigned, "", "hello", "row 8\t" + good]) + "\n")
(HERE / "records.ndjson").write_text("".join(
    json.dumps({"id": index, "request": {"token": text}}) + "\n" for index, text in enumerate([good, late])))
(HERE / "app.log").write_text(f'GET /x?token={good} 200\nAuthorization: Bearer {late}\nbye\n')
(HERE / "policy.json").write_text(json.dumps({
    "version": 1, "algorithms": ["HS256"], "keys": [{"file": "../velt/secret.txt"}],
    "issuer": {"ignored": "tokens of several"}, "audience": {"ignored": "tokens for several"},
    "lifetime": {"unlimited": "old tokens, too"}}, indent=2) + "\n")

# Exchanges with a token endpoint: the right one, for another organization and user, an administrator nobody asked for, after
# 48 hours, without a request, with a request that lacks what matters, with an answer that is no token.
asked = {"data": {"apiKey": "key-that-stays-here", "authToken": "secret-that-stays-here", "userId": "user-1",
                  "userProperties": {"organizationId": "org-1"}}}


def velt(iat=NOW - 3600, **claims):
    return token({"userId": "user-1", "organizationId": "org-1", "iat": iat, "exp": iat + 48 * 3600, **claims})


exchanges = [
    {"request": asked, "response": velt()}, {"request": asked, "response": velt(organizationId="org-2")},
    {"request": asked, "response": velt(userId="user-2")}, {"request": asked, "response": velt(isAdmin=True)},
    {"request": asked, "response": velt(iat=NOW - 3600 * 49)}, {"response": velt()},
    {"request": {"data": {"userId": "user-1"}}, "response": velt()}, {"request": asked, "response": "undefined"}]
(HERE / "exchanges.ndjson").write_text("".join(json.dumps(exchange) + "\n" for exchange in exchanges))
(HERE / "velt.txt").write_text("".join(exchange["response"] + "\n" for exchange in exchanges))

# An access token and an ID token, and for each what is none.
names = {"iss": "https://a.example", "aud": "api", "sub": "u1", "iat": NOW - 60, "exp": EXP}
access = {**names, "client_id": "c1", "jti": "j1"}
at = {"alg": "HS256", "typ": "at+jwt"}
kinds = [("access", token(access, at)), ("no type", token(access)),
         ("no client", token({k: v for k, v in access.items() if k != "client_id"}, at)),
         ("id", token(names)), ("other client", token({**names, "azp": "c2"})),
         ("two audiences", token({**names, "aud": ["api", "other"]}))]
(HERE / "profiles.txt").write_text("".join(f"{name}\t{text}\n" for name, text in kinds))

# A capture of a browser, as it saves one: the token in a header, in an address and in an answer.
entry = {"request": {"url": "https://a.example/x?token=" + good, "headers": [{"name": "Authorization", "value": "Bearer " + named}]},
         "response": {"content": {"text": json.dumps({"id_token": late})}}}
(HERE / "capture.har").write_text(json.dumps({"log": {"version": "1.2", "entries": [entry]}}, indent=2) + "\n")
