#!/usr/bin/env python3
"""Presses the tab key in every shell that is there: completions.py JWTCHECK

bash and zsh run on a terminal of their own, since only then is everything between the key and the
offer in play; fish can be asked directly. A shell that is not installed is told, and with
REQUIRE_SHELLS=1 it is a failure.
"""

import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time

# What is typed, what must be offered for it (or put in its place), and what must not.
CASES = [
    ("jwtcheck ", ["decode", "verify", "check", "sign", "completions"], ["--alg"]),
    ("jwtcheck ver", ["verify"], ["decode"]),
    ("jwtcheck --co", ["--color"], ["--alg"]),
    ("jwtcheck --color never si", ["sign"], ["decode"]),
    ("jwtcheck completions ", ["bash", "zsh", "fish"], ["verify"]),
    ("jwtcheck verify --al", ["--alg", "--allow-missing-exp"], ["--expires-in"]),
    ("jwtcheck sign --exp", ["--expires-in"], ["--max-age"]),
    ("jwtcheck verify --alg HS", ["HS256", "HS384", "HS512"], ["ES256"]),
    ("jwtcheck verify --alg ES256,RS", ["RS256", "RS384", "RS512"], ["HS256"]),
    ("jwtcheck verify --alg=PS", ["PS256", "PS384", "PS512"], ["HS256"]),
    ("jwtcheck verify --key env:JWT_COMP", ["JWT_COMPLETION_KEY"], []),
    ("jwtcheck verify --key tok", ["token-one.pem", "token-two.pem"], ["other.pem"]),
    ("jwtcheck verify @tok", ["token-one.pem", "token-two.pem"], ["other.pem"]),
]
FILES = ["token-one.pem", "token-two.pem", "other.pem"]
MARK = "ready>"
# Seconds: a machine under load may take its time; a shell that has answered is not waited for.
PATIENCE = 20


class Terminal:
    """A shell on a terminal of its own."""

    def __init__(self, command, environment, folder):
        self.count = 0
        self.process, self.file = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, environment)
        self.read_until(lambda shown: MARK in shown)

    def read_until(self, is_enough, seconds=PATIENCE):
        """What is shown until it is enough."""
        shown = ""
        limit = time.monotonic() + seconds
        while time.monotonic() < limit:
            if select.select([self.file], [], [], 0.1)[0]:
                shown += os.read(self.file, 65536).decode(errors="replace")
                if is_enough(plain(shown)):
                    return plain(shown)
        raise TimeoutError(f"the shell shows {plain(shown)!r} and no more")

    def run(self, line):
        """Runs a command and waits for the prompt after it."""
        self.count += 1
        # The line that is shown while it is typed does not hold the word that it prints.
        os.write(self.file, f"{line}; echo do''ne{self.count}\n".encode())
        end = re.compile(rf"\ndone{self.count}\n[^\n]*{MARK}")
        self.read_until(lambda shown: end.search(shown))

    def press_tab(self, line, wanted):
        """What is shown after the tab key: until it holds everything wanted, and what comes with it."""
        os.write(self.file, (line + "\t").encode())
        try:
            shown = self.read_until(lambda shown: all(word in shown for word in wanted), 5)
            while select.select([self.file], [], [], 0.2)[0]:
                shown += plain(os.read(self.file, 65536).decode(errors="replace"))
            return shown
        except TimeoutError as error:
            return str(error)
        finally:
            os.write(self.file, b"\x03")
            self.run("true")

    def close(self):
        os.close(self.file)
        os.waitpid(self.process, 0)


def plain(text):
    return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]|\x1b\][^\x07]*\x07|[\x07\r]", "", text)


def bash(environment, folder):
    terminal = Terminal(["bash", "--norc", "--noprofile", "-i"], environment, folder)
    terminal.run("bind 'set show-all-if-ambiguous on'; bind 'set enable-bracketed-paste off'")
    terminal.run("bind 'set page-completions off'; bind 'set completion-query-items 0'")
    terminal.run("source <(jwtcheck completions bash)")
    return terminal


def zsh(environment, folder):
    environment = environment | {"ZDOTDIR": str(folder / "zdotdir")}
    functions = folder / "zdotdir"
    functions.mkdir()
    script = subprocess.run(
        ["jwtcheck", "completions", "zsh"], env=environment, capture_output=True, check=True
    ).stdout
    (functions / "_jwtcheck").write_bytes(script)
    terminal = Terminal(["zsh", "-f", "-i"], environment, folder)
    # With list_ambiguous a first tab would only type what all offers begin with.
    terminal.run("unsetopt prompt_sp list_ambiguous; LISTMAX=1000; fpath=($ZDOTDIR $fpath)")
    terminal.run("autoload -U compinit; compinit -u -d $ZDOTDIR/dump")
    return terminal


class Fish:
    """fish answers what it would offer."""

    def __init__(self, environment, folder):
        self.environment = environment
        self.folder = folder

    def press_tab(self, line, _):
        question = "jwtcheck completions fish | source; complete -C $argv[1]"
        answer = subprocess.run(
            ["fish", "--no-config", "-c", question, line],
            env=self.environment, cwd=self.folder, capture_output=True, text=True, check=True,
        )
        # The text behind the tab explains an offer.
        return "\n".join(offer.split("\t")[0] for offer in answer.stdout.splitlines())

    def close(self):
        pass


def run(name, start, environment, folder):
    shell = start(environment, folder)
    failures = 0
    for line, wanted, unwanted in CASES:
        shown = shell.press_tab(line, wanted)
        missing = [word for word in wanted if word not in shown]
        extra = [word for word in unwanted if re.search(rf"(^|\s){re.escape(word)}\b", shown)]
        if missing or extra:
            failures += 1
            print(f"{name}: {line!r}: not offered {missing}, wrongly offered {extra}: {shown!r}")
    shell.close()
    return failures


def main():
    tool = pathlib.Path(sys.argv[1]).resolve()
    failures = 0
    for name, start in (("bash", bash), ("zsh", zsh), ("fish", Fish)):
        if shutil.which(name) is None:
            print(f"{name}: not installed")
            failures += os.environ.get("REQUIRE_SHELLS") == "1"
            continue
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            for file in FILES:
                (folder / file).touch()
            environment = {
                "PATH": f"{tool.parent}:/usr/bin:/bin", "HOME": str(folder), "TERM": "xterm",
                "LC_ALL": "C.UTF-8", "JWT_COMPLETION_KEY": "x", "PS1": MARK, "COLUMNS": "100",
            }
            found = run(name, start, environment, folder)
            failures += found
            print(f"{name}: {len(CASES) - found} of {len(CASES)} lines completed")
    return 1 if failures else 0


sys.exit(main())
