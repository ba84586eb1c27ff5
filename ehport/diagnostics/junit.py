"""Diagnostics as JUnit XML, the form in which build servers take the results of tests.

A file is a test suite. Each error is a test case that failed; what is no error stands in the output of the case of
its project, which passed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from xml.etree import ElementTree

from ehport.diagnostics.diagnostic import Diagnostic
from ehport.diagnostics.severity import Severity
from ehport.diagnostics.text import place, severity_word, visible
from ehport.diagnostics.wording import message, remedy
from ehport.lang.language import Lang


def as_junit(diagnostics: Iterable[Diagnostic], lang: Lang, path: Callable[[str], str]) -> str:
    """Return the diagnostics as the text of a JUnit file; ``path`` gives the path of a diagnostic's file."""
    files: dict[str, list[Diagnostic]] = {}
    for each in diagnostics:
        files.setdefault(path(each.at.file), []).append(each)
    root = ElementTree.Element("testsuites", name="ehport")
    for file, found in files.items():
        root.append(_suite(file, found, lang))
    for name in ("tests", "failures"):
        root.set(name, str(sum(int(suite.get(name, 0)) for suite in root)))
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True)


def _suite(file: str, found: Sequence[Diagnostic], lang: Lang) -> ElementTree.Element:
    suite = ElementTree.Element("testsuite", name=visible(file))
    errors = [each for each in found if each.severity is Severity.ERROR]
    for each in errors:
        name = f"{each.code.value} {place(each.at)}"
        case = ElementTree.SubElement(suite, "testcase", classname=visible(file), name=name)
        failure = ElementTree.SubElement(case, "failure", type=each.code.value, message=visible(message(each, lang)))
        failure.text = _told(each, lang)
    rest: dict[str, list[Diagnostic]] = {}
    for each in found:
        if each.severity is not Severity.ERROR:
            rest.setdefault(visible(each.at.project or each.at.sheet or file), []).append(each)
    for name, listed in rest.items():
        case = ElementTree.SubElement(suite, "testcase", classname=visible(file), name=name)
        ElementTree.SubElement(case, "system-out").text = "\n".join(_told(each, lang) for each in listed)
    suite.set("tests", str(len(errors) + len(rest)))
    suite.set("failures", str(len(errors)))
    suite.set("errors", "0")
    suite.set("skipped", "0")
    return suite


def _told(each: Diagnostic, lang: Lang) -> str:
    word = severity_word(each.severity, lang)
    done = each.settled or remedy(each, lang)
    return f"{word}[{each.code.value}]: {visible(message(each, lang))}\n   {place(each.at)}\n   {visible(done)}"
