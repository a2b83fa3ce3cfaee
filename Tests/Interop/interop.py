#!/usr/bin/env python3
"""Exchanges tokens and keys with other libraries: interop.py JWTCHECK

For every algorithm and peer: tokens of the tool are verified by the peer, tokens of the peer by the
tool, with keys in every form; and what was tampered with is refused by both. `.ci/interop` runs it.
"""

import base64
import json
import pathlib
import subprocess
import sys
import tempfile
import warnings

import joserfc.errors
import keys
import peers

# The algorithm and the kind of key that is made for it.
ALGORITHMS = [
    ("HS256", "oct 32"),
    ("HS384", "oct 48"),
    ("HS512", "oct 64"),
    ("RS256", "RSA 2048"),
    ("RS384", "RSA 3072"),
    ("RS512", "RSA 4096"),
    ("PS256", "RSA 2048"),
    ("PS384", "RSA 3072"),
    ("PS512", "RSA 4096"),
    ("ES256", "P-256"),
    ("ES384", "P-384"),
    ("ES512", "P-521"),
    ("ES256K", "secp256k1"),
    ("EdDSA", "Ed25519"),
    ("EdDSA", "Ed448"),
    ("Ed25519", "Ed25519"),
    ("Ed448", "Ed448"),
]

# What a peer may lack: the names of RFC 9864 are new. Anything else missing is a failure, so that a
# new version of a peer cannot make cases vanish.
MAY_BE_UNSUPPORTED = {("PyJWT", "Ed25519"), ("PyJWT", "Ed448")}

CLAIMS = {
    "iss": "https://id.example",
    "aud": ["orders-api", "ä\u0001\U0001f511"],
    "sub": "user-1",
    "iat": 1767225600,
    "exp": 1767398400,
    "ratio": 0.25,
    "nested": {"list": [1, None, True, {"x": ""}]},
}
AT = "2026-01-01T01:00:00Z"
ACCEPTED, SIGNATURE_REFUSED = 0, 4


class Tool:
    """The tool under test."""

    def __init__(self, path, folder):
        self.path = path
        self.folder = folder

    def file(self, name, content):
        path = self.folder / name.replace(" ", "-")
        path.write_bytes(content)
        path.chmod(0o600)
        return str(path)

    def run(self, arguments, text):
        return subprocess.run(
            [self.path, *arguments], input=text, capture_output=True, timeout=60, check=False
        )

    def sign(self, algorithm, key_file):
        arguments = ["sign", "-", "--key", key_file, "--alg", algorithm, "--kid", keys.KEY_ID]
        arguments += ["--typ", "JWT"]
        answer = self.run(arguments, json.dumps(CLAIMS).encode())
        if answer.returncode != 0:
            raise RuntimeError(f"sign exits {answer.returncode}: {answer.stderr.decode()}")
        return answer.stdout.decode().strip()

    def verify(self, token, algorithm, key_file):
        """The exit code and the report."""
        arguments = ["verify", "-", "--key", key_file, "--alg", algorithm, "--json"]
        arguments += ["--iss", CLAIMS["iss"], "--aud", "orders-api", "--at", AT]
        answer = self.run(arguments, token.encode())
        return answer.returncode, json.loads(answer.stdout) if answer.stdout else None


def tampered(token):
    """Tokens made from one by changing its payload or its signature, or cutting the latter."""
    header, payload, signature = token.split(".")

    def flipped(part, place):
        other = "B" if part[place] == "A" else "A"
        return part[:place] + other + part[place + 1 :]

    data = base64.urlsafe_b64decode(signature + "=" * (-len(signature) % 4))
    shorter = base64.urlsafe_b64encode(data[:-1]).rstrip(b"=").decode()
    return {
        "payload": ".".join([header, flipped(payload, 7), signature]),
        "signature": ".".join([header, payload, flipped(signature, 20)]),
        "short signature": ".".join([header, payload, shorter]),
    }


class Row:
    """The checks of one algorithm, peer and direction."""

    def __init__(self):
        self.count = 0
        self.failures = []

    def check(self, what, is_true, detail=""):
        self.count += 1
        if not is_true:
            self.failures.append(f"{what} {detail}".strip())

    def attempt(self, what, action):
        """The result of an action; an error of any kind is a failure of the row."""
        try:
            return action()
        except Exception as error:  # every error counts, and the other rows still run
            self.check(what, False, f"{type(error).__name__}: {error}")
            return None


def ours_to_theirs(tool, peer, algorithm, key, other):
    row = Row()
    for name, content in key.private_forms.items():
        token = row.attempt(
            f"sign with {name}", lambda: tool.sign(algorithm, tool.file("private", content))
        )
        if token is None:
            continue
        for form in peers.FORMS:
            what = f"ours signed with {name}, theirs with {form}:"

            def verify(text, with_key=key):
                return peer.verify(text, with_key, form, algorithm)

            payload = row.attempt(what, lambda: verify(token))
            row.check(what, payload is not None and json.loads(payload) == CLAIMS, "not accepted")
            for change, text in tampered(token).items():
                row.check(what, row.attempt(what, lambda: verify(text)) is None, f"{change} passes")
            refused = row.attempt(what, lambda: verify(token, other)) is None
            row.check(what, refused, "another key passes")
    return row


def theirs_to_ours(tool, peer, algorithm, key, other):
    row = Row()
    payload = json.dumps(CLAIMS, ensure_ascii=False).encode()
    headers = {"kid": keys.KEY_ID, "typ": "JWT"}
    for form in peers.FORMS:
        token = row.attempt(
            f"theirs signs with {form}",
            lambda: peer.sign(payload, headers, key, form, algorithm),
        )
        if token is None:
            continue
        for name, content in key.public_forms.items():
            what = f"theirs signed with {form}, ours with {name}:"
            path = tool.file("public", content)
            code, report = tool.verify(token, algorithm, path)
            row.check(what, code == ACCEPTED, f"exits {code}")
            row.check(what, report is not None and report.get("claims") == CLAIMS, "other claims")
            for change, text in tampered(token).items():
                code, _ = tool.verify(text, algorithm, path)
                row.check(what, code == SIGNATURE_REFUSED, f"{change}: exits {code}")
            path = tool.file("other", other.public_forms[name])
            code, _ = tool.verify(token, algorithm, path)
            row.check(what, code == SIGNATURE_REFUSED, f"another key: exits {code}")
    return row


DIRECTIONS = [("ours to", ours_to_theirs), ("from", theirs_to_ours)]


def cell(tool, peer, direction, run, algorithm, key, other, failures):
    """One field of the table; what failed is added to `failures`."""
    place = f"{algorithm} {direction} {peer.name}"
    if not peer.supports(algorithm):
        if (peer.name, algorithm) in MAY_BE_UNSUPPORTED:
            return "unsupported"
        failures.append(f"{place}: no longer supported by the peer")
        return "FAIL"
    row = run(tool, peer, algorithm, key, other)
    failures += [f"{place}: {failure}" for failure in row.failures]
    if row.failures or row.count == 0:
        return f"FAIL {len(row.failures)}/{row.count}"
    return f"pass {row.count}"


def main():
    # That EdDSA has been renamed is known; old tokens still have to be exchanged.
    warnings.simplefilter("ignore", joserfc.errors.SecurityWarning)
    failures = []
    fields = [(peer, *direction) for peer in peers.ALL for direction in DIRECTIONS]
    heads = [f"{direction} {peer.name}" for peer, direction, _ in fields]
    print("checks passed".ljust(22) + "".join(head.ljust(17) for head in heads))
    with tempfile.TemporaryDirectory() as folder:
        tool = Tool(sys.argv[1], pathlib.Path(folder))
        for algorithm, kind in ALGORITHMS:
            key, other = keys.make(kind), keys.make(kind)
            cells = [
                cell(tool, peer, direction, run, algorithm, key, other, failures)
                for peer, direction, run in fields
            ]
            row = f"{algorithm} ({kind})".ljust(22) + "".join(text.ljust(17) for text in cells)
            print(row.rstrip(), flush=True)
    for failure in failures:
        print(failure)
    print(f"{len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
