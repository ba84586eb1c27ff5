"""A report published: its files, its figures and what it was made of, kept under a number and never written over."""

from __future__ import annotations

import html
import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import mkdtemp

from ehport.analysis.facts import facts
from ehport.building import manifest
from ehport.building.manifest import Manifest
from ehport.building.options import FEEDBACK, WEB
from ehport.building.verify import verify
from ehport.diagnostics.severity import Severity
from ehport.lang.language import Lang, Text
from ehport.model.round import Round, files_of
from ehport.rounds.editions import PUBLISHED, editions_of, sources_of
from ehport.rounds.find import OUTPUT
from ehport.rounds.read import read_round
from ehport.rounds.reading_cache import rounds_cache
from ehport.system.errors import UsageError
from ehport.system.fingerprint import digests

EDITION, CORRECTIONS = "edition.json", "rettelser.html"
_Figures = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Edition:
    """A published edition; one that ``is_new`` was made now."""

    folder: Path
    number: int
    is_new: bool = True


def publish(root: Path, round_: Round, *, day: str, why: str = "") -> Edition:
    """Keep the finished report of a round as its next edition, and return it.

    A report that is the last edition already is not kept twice. Raises `UsageError` when there is no finished report of
    the round as it is now, when it is a draft, or when a corrected edition does not say ``why``.
    """
    folder = root / OUTPUT / round_.id
    known = _finished(folder, round_)
    before = editions_of(root, round_.id)
    if before and (last := manifest.read_manifest(before[-1])) and last.inputs == known.inputs:
        return Edition(before[-1], int(before[-1].name), is_new=False)
    if before and not why.strip():
        raise UsageError(_WHY.format(round=round_.id, number=before[-1].name))
    number = int(before[-1].name) + 1 if before else 1
    try:
        return Edition(_kept(folder, known, round_, _Told(number, day, why.strip()), before[-1:]), number)
    except OSError as bad:
        raise UsageError(_NOT_WRITTEN.format(round=round_.id, why=bad.strerror or bad)) from bad


@dataclass(frozen=True, slots=True)
class _Told:
    """What an edition says of itself."""

    number: int
    day: str
    why: str


def _finished(folder: Path, round_: Round) -> Manifest:
    """Return the manifest of a report that can be published."""
    verified = verify(folder)
    if not verified.is_sound:
        raise UsageError(_CHANGED.format(round=round_.id, folder=folder))
    known = verified.manifest
    if known.asked.get("draft") == str(True) or known.diagnostics.get(Severity.ERROR):
        raise UsageError(_DRAFT.format(round=round_.id))
    return known


def _kept(folder: Path, known: Manifest, round_: Round, told: _Told, before: tuple[Path, ...]) -> Path:
    target = folder.parents[1] / PUBLISHED / round_.id / str(told.number)
    target.parent.mkdir(parents=True, exist_ok=True)
    made = Path(mkdtemp(prefix=f".{told.number}-", dir=target.parent))
    try:
        names = [name for name in known.outputs if name.partition("/")[0] != FEEDBACK]
        for name in names:
            _copy(folder / name, made / name)
        figures = _figures(round_)
        _write(made / EDITION, json.dumps({**_facts(told), "figures": figures}, ensure_ascii=False, indent=1) + "\n")
        if before:
            names += _corrected(made, told, round_, (_figures_of(before[0]), figures))
        outputs = digests((made / name for name in names), made)
        manifest.write_manifest(made, replace(known, outputs=outputs))
        sources = sources_of(target, round_.id)
        for path in files_of(round_.folder):
            _copy(path, sources / path.relative_to(round_.folder))
        made.chmod(0o755)
        made.rename(target)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return target


def _facts(told: _Told) -> Mapping[str, object]:
    return {"number": told.number, "date": told.day, "why": told.why}


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, target)


def _write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8", newline="\n")


def _figures(round_: Round) -> _Figures:
    """Return every number of a round as it is printed, with what it is, in Norwegian."""
    read = read_round(round_, cache=rounds_cache(round_.folder))
    return {
        name: {"value": fact.measured(Lang.NB), "rule": fact.rule[Lang.NB]}
        for name, fact in facts(read.portfolio).items()
    }


def _figures_of(folder: Path) -> _Figures:
    try:
        found: _Figures = json.loads((folder / EDITION).read_text("utf-8"))["figures"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return found


def _corrected(made: Path, told: _Told, round_: Round, figures: tuple[_Figures, _Figures]) -> list[str]:
    """Write the page of what a corrected edition corrects, mark its web edition, and return the files that are new."""
    rows = "".join(_rows(*figures)) or f'<tr><td colspan="3">{html.escape(_NO_NUMBERS.nb)}</td></tr>'
    facts_told = {"title": html.escape(round_.title), "why": html.escape(told.why), "rows": rows, "web": WEB}
    _write(made / CORRECTIONS, _PAGE.format(number=told.number, day=told.day, **facts_told))
    web = made / WEB
    if web.is_file():
        head, body, rest = web.read_text("utf-8").partition("<body")
        tag, end, rest = rest.partition(">")
        mark = _MARK.format(number=told.number, day=told.day, page=CORRECTIONS, why=html.escape(told.why))
        _write(web, f"{head}{body}{tag}{end}{mark}{rest}")
    return [CORRECTIONS]


def _rows(before: _Figures, now: _Figures) -> Iterator[str]:
    for name in dict.fromkeys((*before, *now)):
        was, is_ = (each.get(name, {}).get("value", "–") for each in (before, now))
        if was != is_:
            rule = (now.get(name) or before[name])["rule"]
            told = f"{html.escape(rule)}<br><code>{html.escape(name)}</code>"
            yield f"<tr><td>{told}</td><td>{html.escape(was)}</td><td>{html.escape(is_)}</td></tr>\n"


_PAGE = """<!doctype html>
<html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Rettelser i utgave {number} – {title}</title>
<style>body{{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}}
table{{border-collapse:collapse}}td,th{{border:1px solid #767676;padding:.3rem .6rem;text-align:left}}</style>
</head><body><main><h1>Rettelser i utgave {number}</h1>
<p>{title}. Utgave {number} ble publisert {day}. <a href="{web}">Til rapporten</a></p>
<h2>Hvorfor</h2><p>{why}</p>
<h2>Tall som er endret</h2>
<table><thead><tr><th scope="col">Tall</th><th scope="col">Forrige utgave</th><th scope="col">Denne utgaven</th></tr>
</thead><tbody>
{rows}</tbody></table></main></body></html>
"""
_MARK = (
    '<p role="note" style="margin:0;padding:.6rem 1rem;border-bottom:2px solid">Rettet utgave {number}, {day}: {why} '
    '<a href="{page}">Se hva som er rettet.</a></p>'
)
_NO_NUMBERS = Text("Ingen tall er endret.", "No numbers have changed.")
_CHANGED = Text(
    "Rapporten i {folder} er ikke slik den ble laget av runden. Lag den på nytt med: ehport build-report {round}",
    "The report in {folder} is not as it was built of the round. Build it again with: ehport build-report {round}",
)
_DRAFT = Text(
    "Rapporten er et utkast, og publiseres ikke. Lag den uten --draft: ehport build-report {round}",
    "The report is a draft, and not to be published. Build it without --draft: ehport build-report {round}",
)
_WHY = Text(
    "Runde {round} er alt publisert som utgave {number}. Si hva som er rettet, og hvorfor: ehport publish {round} "
    '--why "Budsjettet til prosjekt 167 var meldt i tusen kroner"',
    "Round {round} is published as edition {number} already. Say what was corrected, and why: ehport publish {round} "
    '--why "The budget of project 167 was given in thousands"',
)
_NOT_WRITTEN = Text(
    "Utgaven av runde {round} ble ikke lagret: {why}. Det som er publisert før, er urørt.",
    "The edition of round {round} was not saved: {why}. What was published before is untouched.",
)
