"""Diagnostics as text for a terminal: grouped by project, most severe first, without drowning the reader."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ehport.diagnostics import wording
from ehport.diagnostics.diagnostic import Diagnostic, Location
from ehport.diagnostics.grouping import ORDER, Fault, Group, group_by_project
from ehport.diagnostics.severity import Severity
from ehport.diagnostics.wording import counts
from ehport.lang.language import Lang, Text

LONGEST_FOUND = 70
MOST_CELLS = 12
_SURELY_THE_NAME = 20  # the title of a sheet has room for 31 signs, and the number comes first
_SEVERITY = {
    Severity.ERROR: (Text("feil", "error"), Text("{} feil", "{} errors"), "31;1"),
    Severity.WARNING: (Text("advarsel", "warning"), Text("{} advarsler", "{} warnings"), "33"),
    Severity.INFO: (Text("merknad", "note"), Text("{} merknader", "{} notes"), "36"),
}
_ONE = {
    Severity.ERROR: Text("1 feil", "1 error"),
    Severity.WARNING: Text("1 advarsel", "1 warning"),
    Severity.INFO: Text("1 merknad", "1 note"),
}
_HELP = Text("hjelp", "help")
_SETTLED = Text("avklart", "settled")
_MORE = Text("… og {count} til: {cells}", "… and {count} more: {cells}")
_FOLDED = Text("{count}: vis med --all", "{count}: show with --all")
_TOTAL = Text("Til sammen {counts}", "In total {counts}")
_CLEAN = Text("Ingen feil, advarsler eller merknader", "No errors, warnings or notes")
_NOTHING = Text("ingenting å melde", "nothing to tell")
_NO_CHARACTERS = "\ufffe\uffff"
_CONTROLS = {"\n": "↵", "\r": "", "\t": "⇥"}


@dataclass(frozen=True, slots=True)
class _View:
    """How to show diagnostics: every note by itself or only their number, and whether in colour."""

    everything: bool
    colour: bool


def report(
    diagnostics: Iterable[Diagnostic],
    lang: Lang,
    *,
    everything: bool = False,
    colour: bool = False,
) -> str:
    """Return the diagnostics as text, the most severe first in each group, with the counts last.

    Notes are only counted, unless everything is to be told.
    """
    view = _View(everything, colour)
    found = list(diagnostics)
    if not found:
        return _CLEAN[lang]
    blocks = ["\n".join(_group(each, lang, view)) for each in group_by_project(found)]
    total = _TOTAL[lang].format(counts=_counts(counts(found), lang))
    return "\n\n".join([*blocks, _coloured(total, "1", view)])


def _group(group: Group, lang: Lang, view: _View) -> Iterator[str]:
    yield _coloured(f"{_heading(group)} – {_counts(group.counts(), lang)}", "1", view)
    notes = 0
    for fault in group.faults:
        if fault.severity is Severity.INFO and not view.everything:
            notes += len(fault)
        else:
            yield from _fault(fault, lang, view)
    if notes:
        yield "   " + _FOLDED[lang].format(count=count(Severity.INFO, notes, lang))


def _heading(group: Group) -> str:
    at = group.at
    if group.is_about_file:
        return visible(at.file)
    name = f"{at.project} {short(at.project_name)}" if at.project else short(at.project_name) or at.sheet
    return visible(f"{at.file} › {name}").strip()


def _fault(fault: Fault, lang: Lang, view: _View) -> Iterator[str]:
    told = shorten(fault.first)
    word, _, colour = _SEVERITY[fault.severity]
    head = _coloured(f"{word[lang]}[{told.code.value}]", colour, view)
    yield f"{head}: {visible(wording.message(told, lang))}"
    yield f"   {place(told.at)}"
    if fault.others:
        yield f"   {_others(fault.others, lang)}"
    if told.settled:
        yield f"   {_SETTLED[lang]}: {visible(told.settled)}"
    else:
        yield f"   {_HELP[lang]}: {visible(wording.remedy(told, lang))}"


def severity_word(severity: Severity, lang: Lang) -> str:
    """Return what a severity is called: ``feil``, ``advarsel``, ``merknad``."""
    return _SEVERITY[severity][0][lang]


def place(at: Location) -> str:
    """Return where a diagnostic belongs: ``helse-vest.xlsx › 161 › C12 (HELIKS)``."""
    where = f"{at.file}:{at.line}" if at.line else " › ".join(filter(None, [at.file, at.sheet, at.cell]))
    named_by_sheet = at.project_name[:_SURELY_THE_NAME] in at.sheet
    return visible(where if named_by_sheet else f"{where} ({short(at.project_name)})")


def _others(others: tuple[Diagnostic, ...], lang: Lang) -> str:
    cells = []
    for each in others[:MOST_CELLS]:
        found = f"«{short(each.found)}»" if each.found else ""
        cells.append(" ".join(filter(None, [each.at.cell or each.at.sheet, found])) or each.at.file)
    more = ", …" if len(others) > MOST_CELLS else ""
    return visible(_MORE[lang].format(count=len(others), cells=", ".join(cells) + more))


def _counts(found: Mapping[Severity, int], lang: Lang) -> str:
    told = [count(each, found[each], lang) for each in ORDER if found[each]]
    return ", ".join(told) or _NOTHING[lang]


def count(severity: Severity, number: int, lang: Lang) -> str:
    """Return how many diagnostics of a severity there are: ``1 advarsel``, ``3 advarsler``."""
    return _ONE[severity][lang] if number == 1 else _SEVERITY[severity][1][lang].format(number)


def shorten(diagnostic: Diagnostic) -> Diagnostic:
    """Return the diagnostic with what was typed, made short and harmless to a terminal."""
    facts = {name: short(fact) if isinstance(fact, str) else fact for name, fact in diagnostic.facts.items()}
    return replace(diagnostic, found=short(diagnostic.found), facts=facts)


def short(typed: str) -> str:
    """Return a typed text on one line, cut at a word when it is long."""
    line = re.sub(r" +", " ", visible(typed)).strip()
    if len(line) <= LONGEST_FOUND:
        return line
    return line[:LONGEST_FOUND].rsplit(" ", 1)[0].rstrip(" ,;:.–-") + " …"


def visible(typed: str) -> str:
    """Return a text in which signs that a terminal obeys, or XML cannot hold, are seen: a line break becomes ``↵``."""
    return "".join(_CONTROLS.get(sign, _seen(sign)) for sign in typed)


def _seen(sign: str) -> str:
    steers = unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"} and sign != "\u00ad"
    return f"<U+{ord(sign):04X}>" if steers or sign in _NO_CHARACTERS else sign


def _coloured(text: str, code: str, view: _View) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if view.colour else text
