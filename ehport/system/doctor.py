"""The machine examined: what ehport needs on it, what is there, and the remedy for what is missing.

Nothing that is looked for is imported here, so the examination also works where an import would fail; a page is laid
out in a process of its own.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ehport.lang.language import Lang, Text, same
from ehport.system.machine import Machine, this_machine

OLDEST_PYTHON = (3, 11)
FONT_FILES = ("SourceSans3[wght].ttf", "SourceSans3-Italic[wght].ttf")

# The names that WeasyPrint tries, on Linux, macOS and Windows.
SHARED_LIBRARIES = {
    "GLib": ("libgobject-2.0.so.0", "gobject-2.0-0", "gobject-2.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll"),
    "Pango": ("libpango-1.0.so.0", "pango-1.0-0", "pango-1.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    "PangoFT2": (
        "libpangoft2-1.0.so.0",
        "pangoft2-1.0-0",
        "pangoft2-1.0",
        "libpangoft2-1.0.dylib",
        "libpangoft2-1.0-0.dll",
    ),
    "HarfBuzz": ("libharfbuzz.so.0", "harfbuzz", "harfbuzz-0.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
    "HarfBuzz-subset": (
        "libharfbuzz-subset.so.0",
        "harfbuzz-subset",
        "harfbuzz-subset-0.0",
        "libharfbuzz-subset.0.dylib",
        "libharfbuzz-subset-0.dll",
    ),
    "Fontconfig": ("libfontconfig.so.1", "fontconfig-1", "fontconfig", "libfontconfig.1.dylib", "libfontconfig-1.dll"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked for: whether it is as it should be, what was found, and otherwise the remedy."""

    name: Text
    ok: bool
    found: Text
    remedy: Text | None = None


def diagnose(machine: Machine | None = None) -> tuple[Finding, ...]:
    """Return a finding for each thing that ehport needs, and for the little that is only good to have."""
    asked = machine or this_machine()
    return (
        _python(asked),
        *_libraries(asked),
        _typeface(asked),
        *_shared_libraries(asked),
        _page(asked),
        _folder(asked),
        _libreoffice(asked),
    )


def render(findings: tuple[Finding, ...], lang: Lang, encoding: str = "utf-8") -> str:
    """Return the findings as lines, each remedy under what it mends; plain marks where ✓ cannot be shown."""
    good, bad, arrow = _marks(encoding)
    width = max(len(finding.name[lang]) for finding in findings)
    lines = []
    for finding in findings:
        lines.append(f"{good if finding.ok else bad} {finding.name[lang]:{width}}  {finding.found[lang]}")
        if finding.remedy is not None:
            lines.append(f"{' ' * len(bad)} {'':{width}}  {arrow} {finding.remedy[lang]}")
    ill = sum(not finding.ok for finding in findings)
    return "\n".join([*lines, "", (_SOME_MISSING.format(count=ill) if ill else _ALL_WELL)[lang]])


def _python(machine: Machine) -> Finding:
    ok = machine.python[:2] >= OLDEST_PYTHON
    remedy = None if ok else _NEWER_PYTHON.format(oldest=_dotted(OLDEST_PYTHON))
    return Finding(same("Python"), ok, same(_dotted(machine.python)), remedy)


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))


def _libraries(machine: Machine) -> Iterator[Finding]:
    required = machine.requirements()
    if required is None:
        yield Finding(same("ehport"), False, _NOT_INSTALLED, _INSTALL)
        return
    for requirement in required:
        name, bounds = _split(requirement)
        yield _library(name, bounds, machine.version(name))


def _library(name: str, bounds: str, version: str | None) -> Finding:
    if version is None:
        return Finding(same(name), False, _NOT_INSTALLED, _INSTALL)
    if not _within(version, bounds):
        return Finding(same(name), False, _OUTSIDE.format(version=version, bounds=bounds), _INSTALL)
    return Finding(same(name), True, same(version))


def _split(requirement: str) -> tuple[str, str]:
    """Return the name and the bounds of a requirement such as ``pandas<4,>=3``."""
    name = re.match(r"[\w.-]+", requirement)
    if name is None:
        raise ValueError(requirement)
    return name[0], requirement[name.end() :].strip()


def _within(version: str, bounds: str) -> bool:
    """Compare release numbers alone: a library for versions could itself be what is missing."""
    release = _release(version)
    return all(
        {"==": release == bound, ">=": release >= bound, "<": release < bound}[operator]
        for operator, bound in ((sign, _release(text)) for sign, text in re.findall(r"(==|>=|<)\s*([\d.]+)", bounds))
    )


def _release(version: str) -> tuple[int, ...]:
    numbers = re.match(r"\d+(?:\.\d+)*", version)
    parts = [int(part) for part in numbers[0].split(".")] if numbers else []
    while parts and parts[-1] == 0:  # 70 and 70.0 are one release
        parts.pop()
    return tuple(parts)


def _typeface(machine: Machine) -> Finding:
    folder = machine.font_folder()
    missing = [name for name in FONT_FILES if not (folder / name).is_file()]
    if missing:
        return Finding(_TYPEFACE, False, _LACKS.format(names=", ".join(missing)), _INSTALL)
    return Finding(_TYPEFACE, True, same(str(folder)))


def _shared_libraries(machine: Machine) -> Iterator[Finding]:
    for name, names in SHARED_LIBRARIES.items():
        ok = machine.has_library(names)
        yield Finding(same(name), ok, _PRESENT if ok else _NOT_INSTALLED, None if ok else how_to_get_pango(machine))


def _page(machine: Machine) -> Finding:
    wrong = machine.lay_out()
    if not wrong:
        return Finding(_ONE_PAGE, True, _LAID_OUT)
    return Finding(_ONE_PAGE, False, _NOT_LAID_OUT.format(why=wrong), how_to_get_pango(machine))


def how_to_get_pango(machine: Machine) -> Text:
    """Return what to do on a machine to have what lays pages out."""
    if machine.system == "Darwin":
        return _HOMEBREW if machine.processor == "arm64" else same("brew install pango")
    if machine.system == "Windows":
        return _MSYS2
    if machine.program("apt-get"):
        return same("sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0")
    if machine.program("dnf"):
        return same("sudo dnf install pango harfbuzz fontconfig")
    return _PANGO


def _folder(machine: Machine) -> Finding:
    ok = os.access(machine.folder, os.W_OK)
    return Finding(_FOLDER, ok, same(str(machine.folder)), None if ok else _NOT_WRITABLE)


def _libreoffice(machine: Machine) -> Finding:
    found = machine.program("soffice") or machine.program("libreoffice")
    return Finding(same("LibreOffice"), True, same(found) if found else _NO_LIBREOFFICE)


def _marks(encoding: str) -> tuple[str, str, str]:
    try:
        "✓✗→".encode(encoding)
    except UnicodeEncodeError:
        return "ok", "!!", "->"
    return "✓", "✗", "→"


_ALL_WELL = Text("Alt er på plass.", "Everything is in place.")
_SOME_MISSING = Text("Mangler: {count}. Følg pilene.", "Missing: {count}. Follow the arrows.")
_TYPEFACE = Text("skriften Source Sans 3", "typeface Source Sans 3")
_FOLDER = Text("denne mappen", "this folder")
_PRESENT = Text("på plass", "present")
_NOT_INSTALLED = Text("ikke installert", "not installed")
_OUTSIDE = Text("{version}, men ehport trenger {bounds}", "{version}, but ehport needs {bounds}")
_LACKS = Text("mangler {names}", "lacks {names}")
_NO_LIBREOFFICE = Text(
    "finnes ikke; trengs bare for å se på arbeidsbøker uten Excel",
    "not found; only needed to look at workbooks without Excel",
)
_NEWER_PYTHON = Text("installer Python {oldest} eller nyere", "install Python {oldest} or newer")
_INSTALL = Text(
    "kjør «make setup» i kildemappen, eller «pip install --upgrade ehport»",
    "run «make setup» in the source folder, or «pip install --upgrade ehport»",
)
_MSYS2 = Text(
    "installer MSYS2 og kjør «pacman -S mingw-w64-ucrt-x86_64-pango»",
    "install MSYS2 and run «pacman -S mingw-w64-ucrt-x86_64-pango»",
)
_PANGO = Text(
    "installer Pango 1.44 eller nyere, med HarfBuzz og Fontconfig",
    "install Pango 1.44 or newer, with HarfBuzz and Fontconfig",
)
_ONE_PAGE = Text("én side som PDF", "one page as PDF")
_LAID_OUT = Text("lar seg lage", "can be made")
_NOT_LAID_OUT = Text("lar seg ikke lage: {why}", "cannot be made: {why}")
_HOMEBREW = Text(
    "«brew install pango», og la «export DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib» stå i ~/.zshrc, så en Python "
    "som ikke er fra Homebrew finner det",
    "«brew install pango», and put «export DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib» into ~/.zshrc, so that a "
    "Python that is not from Homebrew finds it",
)
_NOT_WRITABLE = Text(
    "rapporten kan ikke skrives her: gi skrivetilgang, eller kjør ehport i en annen mappe",
    "the report cannot be written here: grant write access, or run ehport in another folder",
)
