#!/usr/bin/env python3
"""Makes the test keys of this folder anew, with the openssl command (3.0 or later).

    python3 generate.py

The keys are TEST KEYS: their private halves are public. Each run makes other keys, so run it only to
add one, and commit everything it writes.
"""

import base64
import json
import pathlib
import subprocess

FOLDER = pathlib.Path(__file__).parent
LABEL = "Test key of the jwtcheck project. Its private half is public: never use it.\n"


def openssl(*arguments, stdin=b""):
    return subprocess.run(
        ["openssl", *arguments], input=stdin, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        check=True).stdout


def der_of(pem):
    lines = pem.decode().split("-----")[2].split()
    return base64.b64decode("".join(lines))


def pem_of(label, der):
    text = base64.b64encode(der).decode()
    lines = "\n".join(text[i:i + 64] for i in range(0, len(text), 64))
    return f"-----BEGIN {label}-----\n{lines}\n-----END {label}-----\n"


def b64u(number_or_bytes, width=None):
    data = number_or_bytes
    if isinstance(data, int):
        data = data.to_bytes(width or (data.bit_length() + 7) // 8, "big")
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


# --- A little DER: enough to take the numbers out of a key, and to put wrong ones in.

def element(tag, content):
    count = len(content)
    length = bytes([count]) if count < 128 else (
        lambda b: bytes([0x80 | len(b)]) + b)(count.to_bytes((count.bit_length() + 7) // 8, "big"))
    return bytes([tag]) + length + content


def integer(value):
    return element(2, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def sequence(*parts):
    return element(0x30, b"".join(parts))


def elements(data):
    """The tags and contents of the elements in a row."""
    found = []
    while data:
        count, start = data[1], 2
        if count & 0x80:
            start = 2 + (count & 0x7F)
            count = int.from_bytes(data[2:start], "big")
        found.append((data[0], data[start:start + count]))
        data = data[start + count:]
    return found


def integers(der):
    return [int.from_bytes(content, "big") for tag, content in elements(elements(der)[0][1])]


RSA_ALGORITHM = bytes.fromhex("300d06092a864886f70d0101010500")


def rsa_public_info(n, e):
    return sequence(RSA_ALGORITHM, element(3, b"\0" + sequence(integer(n), integer(e))))


# --- Good keys: the same key in every form it has.

def write(name, text):
    (FOLDER / name).write_text(LABEL + text)
    return name


def forms(name, options, legacy):
    pkcs8 = openssl("genpkey", *options)
    files = {
        "private": [write(f"{name}.pkcs8.pem", pkcs8.decode())],
        "public": [write(f"{name}.spki.pem", openssl("pkey", "-pubout", stdin=pkcs8).decode())],
    }
    if legacy:
        old = openssl("pkey", "-traditional", stdin=pkcs8)
        files["private"].append(write(f"{name}.{legacy}.pem", old.decode()))
    certificate = openssl(
        "req", "-x509", "-new", "-key", str(FOLDER / f"{name}.pkcs8.pem"), "-days", "1",
        "-subj", "/CN=jwtcheck test key")
    files["public"].append(write(f"{name}.certificate.pem", certificate.decode()))
    return pkcs8, files


def rsa():
    pkcs8, files = forms(
        "rsa-2048", ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"], "pkcs1")
    numbers = integers(der_of(openssl("pkey", "-traditional", stdin=pkcs8)))
    public = sequence(integer(numbers[1]), integer(numbers[2]))
    files["public"].append(write("rsa-2048.pkcs1.public.pem", pem_of("RSA PUBLIC KEY", public)))
    jwk = {"kty": "RSA"} | dict(
        zip(["n", "e", "d", "p", "q", "dp", "dq", "qi"], map(b64u, numbers[1:])))
    return {"name": "rsa-2048", "jwk": jwk} | files


def ec(name, curve, crv, width):
    pkcs8, files = forms(
        name, ["-algorithm", "EC", "-pkeyopt", f"ec_paramgen_curve:{curve}"], "sec1")
    old = openssl("pkey", "-traditional", stdin=pkcs8)
    # As `openssl ecparam -genkey` writes it: the curve in a block of its own above the key.
    parameters = openssl("ecparam", "-name", curve).decode()
    files["private"].append(write(f"{name}.parameters.pem", parameters + old.decode()))
    point = der_of(openssl("pkey", "-pubout", stdin=pkcs8))[-2 * width:]
    compressed = openssl(
        "ec", "-pubout", "-conv_form", "compressed", stdin=pkcs8).decode()
    files["public"].append(write(f"{name}.compressed.pem", compressed))
    d = elements(elements(der_of(old))[0][1])[1][1]
    jwk = {"kty": "EC", "crv": crv, "x": b64u(point[:width]), "y": b64u(point[width:]),
           "d": b64u(d)}
    return {"name": name, "jwk": jwk} | files


def edwards(name, algorithm, width):
    pkcs8, files = forms(name, ["-algorithm", algorithm], None)
    public = der_of(openssl("pkey", "-pubout", stdin=pkcs8))[-width:]
    jwk = {"kty": "OKP", "crv": name.capitalize(), "x": b64u(public),
           "d": b64u(der_of(pkcs8)[-width:])}
    return {"name": name, "jwk": jwk} | files


# --- Bad keys, as hexadecimal DER or as text.

def refused(good):
    rows = []

    def row(name, expect, data, how="load"):
        content = {"hex": data.hex()} if isinstance(data, bytes) else {"text": data}
        rows.append({"name": name, "how": how} | content | {"expect": expect})

    by_name = {key["name"]: key for key in good}
    spki = {key["name"]: der_of((FOLDER / key["public"][0]).read_bytes()) for key in good}
    pkcs8 = {key["name"]: der_of((FOLDER / key["private"][0]).read_bytes()) for key in good}
    pkcs1 = der_of((FOLDER / "rsa-2048.pkcs1.pem").read_bytes())
    sec1 = der_of((FOLDER / "p256.sec1.pem").read_bytes())
    numbers = integers(pkcs1)
    n, e = numbers[1], numbers[2]
    jwk = json.dumps(by_name["p256"]["jwk"])
    row("no bytes", "key.empty", b"")
    row("text that is no key", "key.unrecognized", "a secret, but a public key is needed")
    row("a PEM text without a key", "key.unrecognized", openssl("ecparam", "-name", "P-256").decode())
    row("a sequence that is no key", "key.malformed", sequence(integer(1), integer(2), integer(3), integer(4), integer(5)))
    row("a damaged RSA public key", "key.malformed", rsa_public_info(n, e).replace(b"\x02\x03\x01\x00\x01", b"\x04\x03\x01\x00\x01"))
    row("an even RSA modulus", "key.malformed", rsa_public_info(n - 1, e))
    for name, der in [("an SPKI key", spki["rsa-2048"]), ("a PKCS #8 key", pkcs8["p256"]), ("a PKCS #1 key", pkcs1), ("a SEC 1 key", sec1)]:
        row(f"one byte behind {name}, in PEM", "key.trailing-data", pem_of("PUBLIC KEY", der + b"\0"))
    row("a certificate with a byte behind it, in PEM", "key.trailing-data", pem_of("CERTIFICATE", der_of((FOLDER / "p256.certificate.pem").read_bytes()) + b"\0"))
    dsa_parameters = openssl("genpkey", "-genparam", "-algorithm", "DSA", "-pkeyopt", "dsa_paramgen_bits:1024")
    (FOLDER / "parameters.tmp").write_bytes(dsa_parameters)
    dsa = openssl("genpkey", "-paramfile", str(FOLDER / "parameters.tmp"))
    (FOLDER / "parameters.tmp").unlink()
    row("a DSA public key", "key.unsupported-type", der_of(openssl("pkey", "-pubout", stdin=dsa)))
    for algorithm in ["X25519", "X448"]:
        key = openssl("genpkey", "-algorithm", algorithm)
        row(f"an {algorithm} public key", "key.unsupported-type", der_of(openssl("pkey", "-pubout", stdin=key)))
        row(f"an {algorithm} private key", "key.unsupported-type", der_of(key))
    pss = openssl("genpkey", "-algorithm", "RSA-PSS", "-pkeyopt", "rsa_keygen_bits:2048")
    row("a public key of the type RSASSA-PSS", "key.unsupported-type", der_of(openssl("pkey", "-pubout", stdin=pss)))
    row("a certificate request", "key.unsupported-type", openssl("req", "-new", "-key", str(FOLDER / "p256.pkcs8.pem"), "-subj", "/CN=test").decode())
    row("a key of OpenSSH", "key.unsupported-type", pem_of("OPENSSH PRIVATE KEY", b"openssh-key-v1\0" + bytes(40)))
    for curve in ["P-224", "brainpoolP256r1", "prime192v1"]:
        key = openssl("genpkey", "-algorithm", "EC", "-pkeyopt", f"ec_paramgen_curve:{curve}")
        row(f"a public key on {curve}", "key.unsupported-curve", der_of(openssl("pkey", "-pubout", stdin=key)))
        row(f"a private key on {curve}", "key.unsupported-curve", der_of(key))
        row(f"a SEC 1 key on {curve}", "key.unsupported-curve", der_of(openssl("pkey", "-traditional", stdin=key)))
    explicit = openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-pkeyopt", "ec_param_enc:explicit")
    row("a public key with its curve spelled out", "key.unsupported-curve", der_of(openssl("pkey", "-pubout", stdin=explicit)))
    row("a private key with its curve spelled out", "key.unsupported-curve", der_of(explicit))
    row("a SEC 1 key with its curve spelled out", "key.unsupported-curve", der_of(openssl("pkey", "-traditional", stdin=explicit)))
    for name in ["p256", "p384", "p521", "secp256k1"]:
        row(f"a point beside {name}", "key.not-on-curve", spki[name][:-1] + bytes([spki[name][-1] ^ 1]))
    row("bytes that are no point of Ed25519", "key.not-on-curve", spki["ed25519"][:-32] + b"\x02" + bytes(31))
    row("a point at infinity", "key.malformed", sequence(elements_raw(spki["p256"]), element(3, b"\0\0")))
    row("an encrypted PKCS #8 key", "key.encrypted", openssl("pkcs8", "-topk8", "-passout", "pass:test", "-in", str(FOLDER / "p256.pkcs8.pem")).decode())
    row("an encrypted PKCS #8 key in DER", "key.encrypted", openssl("pkcs8", "-topk8", "-passout", "pass:test", "-outform", "DER", "-in", str(FOLDER / "p256.pkcs8.pem")))
    row("an encrypted key of the old form", "key.encrypted", openssl("rsa", "-aes128", "-traditional", "-passout", "pass:test", "-in", str(FOLDER / "rsa-2048.pkcs8.pem")).decode())
    wrong = list(numbers)
    wrong[3] += 2
    row("an RSA key whose d does not fit", "key.inconsistent", sequence(*map(integer, wrong)))
    wrong = list(numbers)
    wrong[8] += 1
    row("an RSA key whose coefficient does not fit", "key.inconsistent", sequence(*map(integer, wrong)))
    other = der_of(openssl("pkey", "-traditional", stdin=openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256")))
    row("a private key with the public key of another", "key.inconsistent", sec1[:-64] + other[-64:])
    row("the same as a JWK", "key.inconsistent", json.dumps(by_name["p256"]["jwk"] | {"d": b64u(5, 32)}))
    row("a seed with the public key of another", "key.inconsistent", json.dumps(by_name["ed25519"]["jwk"] | {"d": b64u(bytes(32))}))
    row("an RSA exponent of 1", "key.bad-exponent", rsa_public_info(n, 1))
    row("an even RSA exponent", "key.bad-exponent", rsa_public_info(n, 65536))
    row("an RSA exponent of 65 bits", "key.bad-exponent", rsa_public_info(n, (1 << 64) + 1))
    row("an RSA exponent of 1 in a JWK", "key.bad-exponent", json.dumps({"kty": "RSA", "n": b64u(n), "e": "AQ"}))
    for bits in [512, 1024, 2040, 2047]:
        row(f"an RSA key of {bits} bits", "key.rsa-too-small", rsa_public_info((1 << bits) - 1, 65537))
    row("an RSA key of 1024 bits as a JWK", "key.rsa-too-small", json.dumps({"kty": "RSA", "n": b64u((1 << 1024) - 1), "e": "AQAB"}))
    row("an RSA key of 16385 bits", "key.rsa-too-large", rsa_public_info((1 << 16385) - 1, 65537))
    row("a secret of 31 bytes for HS256", "key.hmac-too-short", json.dumps({"kty": "oct", "alg": "HS256", "k": b64u(bytes(31))}))
    row("a secret of 63 bytes for HS512", "key.hmac-too-short", json.dumps({"kty": "oct", "alg": "HS512", "k": b64u(bytes(63))}))
    row("an empty secret in a JWK with alg", "key.empty", json.dumps({"kty": "oct", "alg": "HS256", "k": ""}))
    public = (FOLDER / "p256.spki.pem").read_text()
    for how in ["secret", "loadSecret"]:
        row(f"no bytes as a secret ({how})", "key.empty", b"", how)
        row(f"a PEM text as a secret ({how})", "key.pem-as-secret", public, how)
        row(f"a PEM text on one line as a secret ({how})", "key.pem-as-secret", public.replace("\n", "\\n"), how)
        row(f"a DER key as a secret ({how})", "key.der-as-secret", spki["p256"], how)
        row(f"a DER certificate as a secret ({how})", "key.der-as-secret", der_of((FOLDER / "rsa-2048.certificate.pem").read_bytes()), how)
    row("a JWK as a secret", "key.jwk-as-secret", jwk, "secret")
    row("a JWK with white space in front as a secret", "key.jwk-as-secret", "\r\n\t " + jwk, "secret")
    row("a JWK Set as a secret", "key.jwk-as-secret", json.dumps({"keys": []}), "secret")
    row("a broken JWK as a secret", "key.jwk-as-secret", '{"kty":"oct","k":', "secret")
    row("a broken JWK is reported as one", "json.unexpected-end", '{"kty":"oct","k":', "loadSecret")
    # What must not become a secret though it is damaged, wrapped or of another kind.
    public_jwk = json.dumps({name: value for name, value in by_name["ed25519"]["jwk"].items() if name != "d"})
    row("a JWK behind a byte order mark", "key.jwk-as-secret", "\ufeff" + public_jwk, "secret")
    row("a JWK behind a byte order mark as either", "json.byte-order-mark", "\ufeff" + public_jwk, "loadSecret")
    row("a list of JWKs", "key.jwk-as-secret", "[" + public_jwk + "]", "secret")
    row("a list of JWKs as either", "jwk.not-a-key", "[" + public_jwk + "]", "loadSecret")
    row("a JWK inside a JSON string", "key.jwk-as-secret", json.dumps(public_jwk), "secret")
    row("a JWK with single quotes", "key.jwk-as-secret", public_jwk.replace('"', "'"), "secret")
    row("a JWK in UTF-16", "key.jwk-as-secret", public_jwk.encode("utf-16"), "secret")
    row("a PEM text with a dash too few", "key.pem-as-secret", public.replace("-----", "----"), "secret")
    row("a DER key with a line end behind it", "key.der-as-secret", spki["rsa-2048"] + b"\n", "secret")
    row("a DER key in base64", "key.der-as-secret", base64.b64encode(spki["rsa-2048"]).decode(), "secret")
    row("a short DER key in base64 with a line end", "key.der-as-secret", base64.b64encode(spki["ed25519"]).decode() + "\n", "loadSecret")
    row("a DER key in base64 where no secret can stand", "key.unrecognized", base64.b64encode(spki["ed25519"]).decode())
    row("a DER key in hexadecimal digits", "key.der-as-secret", spki["rsa-2048"].hex(), "secret")
    row("a DER key in capital hexadecimal digits with colons", "key.der-as-secret", spki["p256"].hex(":").upper(), "loadSecret")
    row("a PEM text in base64", "key.pem-as-secret", base64.b64encode(public.encode()).decode(), "secret")
    row("a PEM text in hexadecimal digits", "key.pem-as-secret", public.encode().hex(), "secret")
    row("a DER key in base64 in quotes behind a byte order mark", "key.der-as-secret", "\ufeff\"" + base64.b64encode(spki["p256"]).decode() + "\"\\n", "secret")
    row("a DER key as bytes in C", "key.der-as-secret", ", ".join(f"0x{byte:02X}" for byte in spki["p256"]), "secret")
    row("a JWK in base64", "key.jwk-as-secret", base64.b64encode(jwk.encode()).decode(), "loadSecret")
    row("a DER key in base64 in base64", "key.der-as-secret", base64.b64encode(base64.b64encode(spki["p256"])).decode(), "secret")
    row("a line of known_hosts", "key.unsupported-type", "host.example ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA", "secret")
    row("the base64 of an OpenSSH public key", "key.unsupported-type", base64.b64encode(b"\0\0\0\x0bssh-ed25519\0\0\0 " + bytes(32)).decode(), "secret")
    for name, code, secret in [("a PEM text", "key.pem-as-secret", public.encode()), ("a DER key", "key.der-as-secret", spki["p256"]),
                               ("a DER key in base64", "key.der-as-secret", base64.b64encode(spki["p256"])), ("a JWK", "key.jwk-as-secret", jwk.encode())]:
        row(f"{name} as the secret of a JWK", code, json.dumps({"kty": "oct", "k": b64u(secret)}))
    row("an OpenSSH public key as a secret", "key.unsupported-type", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA me@example", "secret")
    row("an OpenSSH public key as either", "key.unsupported-type", "ssh-rsa AAAAB3NzaC1yc2EAAAA me@example", "loadSecret")
    row("an OpenSSH public key", "key.unsupported-type", "ecdsa-sha2-nistp256 AAAAE2VjZHNh me@example")
    row("a PEM text that breaks off", "pem.unterminated", public[:100])
    row("a JWK that lacks a number", "jwk.missing-member", '{"kty":"EC","crv":"P-256","x":"AA"}'.replace('"AA"', json.dumps(by_name["p256"]["jwk"]["x"])))
    return rows


def elements_raw(spki_der):
    """The algorithm of an SPKI key, as it stands."""
    body = elements(spki_der)[0][1]
    tag, content = elements(body)[0]
    return element(tag, content)


def table(name, rows):
    text = ",\n".join("    " + json.dumps(row) for row in rows)
    (FOLDER / name).write_text('{\n  "vectors": [\n' + text + "\n  ]\n}\n")


def main():
    good = [
        rsa(),
        ec("p256", "P-256", "P-256", 32), ec("p384", "P-384", "P-384", 48),
        ec("p521", "P-521", "P-521", 66), ec("secp256k1", "secp256k1", "secp256k1", 32),
        edwards("ed25519", "ED25519", 32), edwards("ed448", "ED448", 57),
    ]
    table("keys.json", good)
    table("refused.json", refused(good))


main()
