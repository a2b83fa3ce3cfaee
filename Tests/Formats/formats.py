#!/usr/bin/env python3
"""Holds formats that others define to what others say of them: formats.py JWTCHECK

The schema of policy files is read by a library of its own kind and applied to every vector, and the
logs of lint to the classes made from the schema of SARIF. What marks a place in a token is followed
back to the value that stands there. `.ci/formats` runs it.
"""

import base64
import copy
import json
import math
import pathlib
import re
import subprocess
import sys
import tempfile

import fluidattacks_core.sarif as sarif
import jsonschema
import pydantic

TOP = pathlib.Path(__file__).resolve().parents[2]
CATALOG = TOP / "Sources/PolicyFile/PolicyFile.docc"
VECTORS = TOP / "TestVectors"
# Files in TestVectors/policy that are no policies.
OTHERS = re.compile(r"files\.json|.*\.claims\.json")

failures = []


def expect(holds, what):
    if not holds:
        failures.append(what)


def check_policies():
    schema = json.loads((CATALOG / "policy.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    valid = refused = 0
    for vector in json.loads((VECTORS / "policy/files.json").read_text())["vectors"]:
        code = vector["expect"]
        if code is not None and code.startswith("json."):
            continue
        should = code is None or vector.get("beyondSchema", False)
        is_valid = validator.is_valid(json.loads(vector["text"]))
        expect(is_valid == should, f"{vector['name']}: valid is {is_valid}")
        valid += is_valid
        refused += not is_valid
    for path in sorted((VECTORS / "policy").glob("*.json")):
        if OTHERS.fullmatch(path.name):
            continue
        is_valid = validator.is_valid(json.loads(path.read_text()))
        expect(is_valid == (path.name != "broken.json"), f"{path.name}: valid is {is_valid}")
    examples = [
        json.loads(block)
        for block in re.findall(r"```json\n(.*?)```", (CATALOG / "Format.md").read_text(), re.S)
    ]
    policies = [example for example in examples if "version" in example]
    for policy in policies:
        expect(validator.is_valid(policy), f"an example of Format.md: {policy}")
    expect(valid > 30 and refused > 60 and len(policies) >= 2, "too few policies were looked at")
    print(f"policies: {valid} valid, {refused} refused, {len(policies)} examples")


def lint(tool, path, *options):
    done = subprocess.run(
        [tool, "lint", f"@{path}", "--try-common-secrets", *options],
        capture_output=True, check=False)
    if done.stderr:
        sys.exit(f"{path.read_text()}: {done.stderr.decode()}")
    return json.loads(done.stdout)


def is_sarif(log):
    try:
        sarif.SarifLog.model_validate(log)
        return True
    except pydantic.ValidationError:
        return False


def decoded(part):
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def value(document, pointer):
    for name in pointer.split("/")[1:]:
        name = name.replace("~1", "/").replace("~0", "~")
        document = document[int(name) if isinstance(document, list) else name]
    return document


def check_region(text, region):
    """The two ways in which a region is written name the same characters, which are returned."""
    line = text.split("\n")[region["startLine"] - 1]
    expect("endLine" not in region, "a token has one line")
    marked = line[region["startColumn"] - 1:region["endColumn"] - 1]
    start = region["charOffset"]
    expect(text[start:start + region["charLength"]] == marked, f"{region} names two places")
    return start, start + region["charLength"]


def check_finding(finding, result, text, token):
    name = finding["code"]
    expect(result["ruleId"] == name, f"{result['ruleId']} instead of {name}")
    start, end = check_region(text, result["locations"][0]["physicalLocation"]["region"])
    at = text.index(token)
    if "span" not in finding:
        expect((start, end) == (at, at + len(token)), f"{name}: not the whole token")
        return 0
    span, place = finding["span"], finding["place"]
    index = ["header", "payload"].index(span["segment"])
    parts = token.split(".")
    data = decoded(parts[index])
    found = data[span["offset"]:span["offset"] + span["length"]]
    expect(
        json.loads(found) == value(json.loads(data), place["pointer"]),
        f"{name}: {found} is not what {place['pointer']} has")
    base = at + sum(len(part) + 1 for part in parts[:index])
    first = base + span["offset"] * 4 // 3
    last = base + math.ceil((span["offset"] + span["length"]) * 4 / 3)
    expect((start, end) == (first, last), f"{name}: {start}-{end} instead of {first}-{last}")
    expect(span["tokenColumn"] == first - at + 1, f"{name}: column {span['tokenColumn']}")
    return 1


def check_lint(tool):
    # What may stand around a token in a file; characters of one, two and three units and bytes.
    wrappings = [
        "{}",
        "{}\n",
        "Bearer {}\n",
        '{{"é\U0001F511": 1,\r\n "result": {{"status": "success", "message": "ö", '
        '"data": {{"token": "{}"}}}}}}\n',
    ]
    logs = marked = 0
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "a token.txt"
        vectors = json.loads((VECTORS / "lint/lint.json").read_text())["vectors"]
        for number, vector in enumerate(vectors):
            token = vector["token"]
            wrapping = wrappings[number % len(wrappings)]
            if "unreadable" in vector:
                wrapping = "{}"
            text = wrapping.format(token)
            path.write_bytes(text.encode())
            log = lint(tool, path, "--sarif")
            expect(is_sarif(log), f"{vector['name']}: no SARIF")
            logs += 1
            results = log["runs"][0]["results"]
            findings = lint(tool, path, "--json")["findings"]
            expect(len(results) == len(findings), f"{vector['name']}: {len(results)} results")
            if "unreadable" in vector:
                ran = log["runs"][0]["invocations"][0]["executionSuccessful"]
                expect(ran is False, f"{vector['name']}: passes for a clean token")
            # Columns count units of UTF-16.
            units = text.encode("utf-16-le")
            flat = "".join(
                chr(int.from_bytes(units[i:i + 2], "little")) for i in range(0, len(units), 2))
            for finding, result in zip(findings, results):
                marked += check_finding(finding, result, flat, token)
            if results:
                sample = log
    for breaking in BREAKINGS:
        broken = copy.deepcopy(sample)
        breaking(broken)
        expect(not is_sarif(broken), "the classes of SARIF accept a broken log")
    expect(logs > 60 and marked > 40, "too few tokens were looked at")
    print(f"SARIF: {logs} logs, {marked} values marked, {len(BREAKINGS)} broken logs refused")


# What the classes must notice, so that their silence says something.
BREAKINGS = [
    lambda log: log.pop("version"),
    lambda log: log["runs"][0].pop("tool"),
    lambda log: log["runs"][0]["results"][0].pop("message"),
    lambda log: log["runs"][0]["results"][0].update(level="fatal"),
    lambda log: log["runs"][0]["results"][0]["locations"][0].update(place=1),
    lambda log: log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"].update(
        startLine=0),
]


def main():
    check_policies()
    check_lint(sys.argv[1])
    for failure in failures:
        print(f"FAIL {failure}")
    return 1 if failures else 0


sys.exit(main())
