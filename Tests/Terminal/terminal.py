#!/usr/bin/env python3
"""Uses the tool on a terminal, as people do: terminal.py JWTCHECK

Colour, the progress line and Ctrl-C depend on a terminal, so the scripts of TestVectors/cli, which
have none, cannot show them. `.ci/terminal` runs this.
"""

import os
import pathlib
import pty
import re
import select
import signal
import subprocess
import sys
import time

VECTORS = pathlib.Path(__file__).resolve().parents[2] / "TestVectors"
# Seconds: a machine under load may take its time.
PATIENCE = 60
# Where the search must have stopped after Ctrl-C; without it, it goes on for minutes.
PROMPT = 10

TOOL = os.path.abspath(sys.argv[1])
failures = []

# Whoever starts this in the background of a script ignores Ctrl-C, and the tool would too.
signal.signal(signal.SIGINT, signal.default_int_handler)


def expect(holds, what):
    if not holds:
        failures.append(what)


def on_terminal(arguments, until=None, then=None, environment=None):
    """Runs the tool on a terminal of its own; once `until` is shown, `then` is typed.

    Returns what the terminal got, the exit code, and the seconds from typing to the end.
    """
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(VECTORS)
        os.environ.update({"TERM": "xterm", **(environment or {})})
        os.execv(TOOL, ["jwtcheck", *arguments])
    text, typed, deadline = b"", None, time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if not select.select([terminal], [], [], 0.5)[0]:
            continue
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        text += piece
        if until is not None and typed is None and until in text:
            os.write(terminal, then)
            typed = time.monotonic()
    else:
        os.kill(process, signal.SIGKILL)
        failures.append(f"{arguments}: not done after {PATIENCE} s")
    status = os.waitpid(process, 0)[1]
    os.close(terminal)
    took = time.monotonic() - typed if typed is not None else None
    return text.decode(), os.waitstatus_to_exitcode(status), took


def piped(arguments, text=b""):
    return subprocess.run(
        [TOOL, *arguments], input=text, cwd=VECTORS, capture_output=True, check=False)


def slow_token():
    """A token that a search takes minutes over: long, and with the slowest kind of key."""
    claims = b'{"sub":"user-1","note":"' + b"x" * 3000 + b'"}'
    done = piped(["sign", "-", "--key", "keys/p521.pkcs8.pem", "--alg", "ES512"], claims)
    header, payload, signature = done.stdout.decode().strip().split(".")
    middle = len(payload) // 2
    # Two far edits, so that undoing one is not enough.
    edited = payload[:middle] + "AAAA" + payload[middle + 4:-8] + "AAAA" + payload[-4:]
    return f"{header}.{edited}.{signature}"


def check_diagnose():
    command = ["diagnose", slow_token(), "--key", "keys/p521.spki.pem", "--budget", "100000000"]
    shown, code, took = on_terminal(command, b"signatures checked: ", b"\x03")
    expect(took is not None, "diagnose shows no progress")
    expect(took is None or took < PROMPT, f"Ctrl-C took {took} s")
    expect(code == 4, f"diagnose ended with {code}")
    expect("Interrupted there. Not everything was tried." in shown, "Ctrl-C loses what is known")
    expect("DOES NOT FIT" in shown, "Ctrl-C loses the head line")
    # The line is taken away before the report, so that nothing of it remains on the screen.
    screen = re.split(r"\r\x1b\[K", shown)
    expect(len(screen) >= 3, "the progress line is never replaced")
    expect("signatures checked: " not in screen[-1], "the progress line stays there")
    expect(screen[-1].lstrip("\x1b[0123456789;m").startswith("DOES NOT FIT"), "the head is not first")
    for line in screen[1:-1]:
        line = line.replace("^C", "")
        expect(
            re.fullmatch(r"jwtcheck: \d+ of at most 100000000 signatures checked: [a-zA-Z ]+", line),
            f"the progress line is {line!r}")

    # Without a terminal no line is written, and the signal ends the search in the same way.
    process = subprocess.Popen(
        [TOOL, *command], cwd=VECTORS, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(2)
    process.send_signal(signal.SIGINT)
    output, errors = process.communicate(timeout=PATIENCE)
    expect(process.returncode == 4, f"without a terminal: exit {process.returncode}")
    expect(b"Interrupted there." in output, "without a terminal the signal loses what is known")
    expect(b"\x1b" not in output and errors == b"", "without a terminal there are escapes")


def check_color():
    commands = [
        ["decode", "@velt/response.json", "--at", "1767229200"],
        ["lint", "@velt/response.json"],
        ["diff", "@velt/response.json", "eyJhbGciOiJub25lIn0.eyJhIjoxfQ."],
        ["policy", "explain", "policy/velt.json"],
    ]
    for command in commands:
        shown, code, _ = on_terminal(command)
        done = piped(command)
        plain = done.stdout.decode()
        expect(code == done.returncode, f"{command}: exit {code}")
        without = re.sub(r"\x1b\[[0-9;]*m", "", shown).replace("\r\n", "\n")
        expect(without == plain, f"{command}: colour changes more than colour")
        expect(command[0] == "policy" or "\x1b[" in shown, f"{command}: no colour on a terminal")
        expect("\x1b" not in plain, f"{command}: colour in a pipe")
        dull, _, _ = on_terminal(command, environment={"NO_COLOR": "1"})
        expect("\x1b[" not in dull, f"{command}: colour in spite of NO_COLOR")


def check_waiting():
    """A terminal is not waited for without a word, and read when that is asked for."""
    shown, code, _ = on_terminal(["decode"])
    expect(code == 2 and "no token given" in shown, f"decode alone: exit {code}, {shown!r}")
    shown, code, _ = on_terminal(
        ["--color", "never", "verify", "@velt/response.json", "--alg", "HS256", "--at", "1767229200"]
        + ["--key", "env:SECRET"],
        environment={"SECRET": (VECTORS / "velt/secret.txt").read_text()})
    expect(code == 0 and shown.startswith("VERIFIED"), f"verify: exit {code}")


def main():
    check_diagnose()
    check_color()
    check_waiting()
    for failure in failures:
        print(f"FAIL {failure}")
    print("failed" if failures else "a terminal is used as it should be")
    return 1 if failures else 0


sys.exit(main())
