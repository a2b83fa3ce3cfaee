"""Times the audit of many tokens as a whole process, on one thread and on two: speed.py JWTCHECK BENCH FOLDER

BENCH is the program of Tests/Benchmarks, for what the library alone takes on one thread. FOLDER holds keys and tokens; what is
not there is made: keys/hs256.jwk, keys/{rs256,es256}.pub.jwk, tokens/hs256-bulk.tokens (a million), tokens/{rs256,es256}-small.tokens.
AUDIT_ROUNDS says how often each is run (5); the best counts. AUDIT_PEER is the command of another program that verifies the
HS256 tokens, to compare with.
"""
import base64
import hashlib
import hmac
import json
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile
import time

tool, bench, folder = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
rounds = int(os.environ.get("AUDIT_ROUNDS", "5"))
now = 1767229200
slow_count = 100_000


def encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def claims(number):
    # What a token of 0.3 KB says.
    return json.dumps({"userId": f"user-{number:08x}-{number:06d}", "organizationId": f"org_{number % 97:016x}", "isAdmin": True,
                       "email": f"somebody.{number}@example.com", "iat": now - 3600, "exp": now + 10**9},
                      separators=(",", ":")).encode()


def make():
    (folder / "keys").mkdir(parents=True, exist_ok=True)
    (folder / "tokens").mkdir(exist_ok=True)
    bulk, key = folder / "tokens/hs256-bulk.tokens", folder / "keys/hs256.jwk"
    if not bulk.exists():
        secret = os.urandom(32)
        key.write_text(json.dumps({"kty": "oct", "alg": "HS256", "k": encode(secret).decode()}))
        header = encode(b'{"alg":"HS256","typ":"JWT"}')
        with open(bulk, "wb") as out:
            for number in range(1_000_000):
                text = header + b"." + encode(claims(number))
                out.write(text + b"." + encode(hmac.digest(secret, text, hashlib.sha256)) + b"\n")
    for name, options in (("rs256", ["rsa", "-pkeyopt", "rsa_keygen_bits:2048"]), ("es256", ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"])):
        small = folder / f"tokens/{name}-small.tokens"
        if small.exists():
            continue
        private = folder / f"keys/{name}.priv.pem"
        run = lambda *words, **more: subprocess.run(words, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, **more).stdout
        private.write_bytes(run("openssl", "genpkey", "-algorithm", *options))
        der = run("openssl", "pkey", "-in", str(private), "-pubout", "-outform", "DER")
        if name == "es256":
            key = {"kty": "EC", "crv": "P-256", "x": encode(der[-64:-32]).decode(), "y": encode(der[-32:]).decode()}
        else:
            modulus = run("openssl", "rsa", "-in", str(private), "-noout", "-modulus").decode().strip().split("=")[1]
            key = {"kty": "RSA", "e": "AQAB", "n": encode(bytes.fromhex(modulus)).decode()}
        (folder / f"keys/{name}.pub.jwk").write_text(json.dumps({**key, "alg": name.upper(), "kid": name}))
        small.write_bytes(b"".join(
            run(tool, "sign", "-", "--key", str(private), "--alg", name.upper(), "--kid", name, input=claims(number))
            for number in range(1000)))


def timed(words):
    """Seconds, and seconds of processors."""
    start = time.perf_counter()
    child = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    took = time.perf_counter() - start
    child.returncode = status
    if status != 0:
        sys.exit(f"failed: {shlex.join(map(str, words))}")
    return took, usage.ru_utime + usage.ru_stime


def peak(words):
    """The most memory of a process in MB. In a run of its own, because asking takes time, and asked while it runs, because what
    the system reports at its end counts this program's, too."""
    most = 0
    child = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    while child.poll() is None:
        try:
            status = pathlib.Path(f"/proc/{child.pid}/status").read_text()
            most = max(most, int(status.split("VmHWM:")[1].split()[0]) / 1024)
        except (OSError, IndexError):
            pass
        time.sleep(0.005)
    return most


def library(name, path):
    answer = subprocess.run([bench, name, folder, path, "-1"], check=True, capture_output=True, text=True).stdout
    return json.loads(answer)["best"]


def audit(name, key, files, *options):
    return [tool, "audit", *files, "--key", str(folder / "keys" / key), "--alg", name.upper(), "--at", str(now), *options]


def measure(name, key, path, count):
    cases = {(what, jobs): audit(name, key, [path], "--jobs", jobs, *options)
             for what, options in (("results", []), ("summary", ["--summary"])) for jobs in ("1", "2")}
    found, alone = {case: [] for case in cases}, []
    for _ in range(rounds):
        alone.append(library(name, path))
        for case, words in cases.items():
            found[case].append(timed(words))
    alone = min(alone)
    print(f"\n| {name.upper()}, {count} tokens | one thread, s | two, s | times | ns a token on two | of the library's {alone:.0f} / 2 | CPU s | MB |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for what in ("results", "summary"):
        one, two = min(found[what, "1"]), min(found[what, "2"])
        cost = two[0] / count * 1e9
        print(f"| {what} | {one[0]:.2f} | {two[0]:.2f} | {one[0] / two[0]:.2f} | {cost:.0f} | {cost / (alone / 2):.2f} | {two[1]:.2f} | {peak(cases[what, '2']):.0f} |")
    return {what: min(found[what, "2"])[0] for what in ("results", "summary")}


make()
scratch = tempfile.TemporaryDirectory()
bulk = folder / "tokens/hs256-bulk.tokens"
count = sum(1 for _ in open(bulk, "rb"))
best = measure("hs256", "hs256.jwk", bulk, count)
if os.environ.get("AUDIT_PEER"):
    peer = min(timed(shlex.split(os.environ["AUDIT_PEER"]))[0] for _ in range(3))
    print(f"\npeer: {peer:.2f} s; results {peer / best['results']:.1f} times, summary {peer / best['summary']:.1f} times as fast")
for name in ("rs256", "es256"):
    tokens = (folder / f"tokens/{name}-small.tokens").read_bytes().splitlines(keepends=True)
    many = pathlib.Path(scratch.name) / name
    many.write_bytes(b"".join((tokens * (slow_count // len(tokens) + 1))[:slow_count]))
    measure(name, f"{name}.pub.jwk", many, slow_count)
tenfold = audit("hs256", "hs256.jwk", [bulk] * 10, "--summary")
print(f"\n{10 * count} lines: {timed(tenfold)[0]:.2f} s, {peak(tenfold):.0f} MB")
