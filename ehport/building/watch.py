"""A round watched: whenever one of its files changes, the report that is looked at follows."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from ehport.building.options import PDF, WEB, BuildOptions
from ehport.building.pdf import NotPrintedError
from ehport.building.warm import Stamps, WarmReport, WebEdition
from ehport.building.watch_server import Board, serving
from ehport.diagnostics import wording
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.diagnostics.severity import Severity
from ehport.diagnostics.text import count, place
from ehport.lang import numbers
from ehport.lang.language import Lang, Text
from ehport.model.round import EDITORIAL, Round
from ehport.report.editorial import EditorialHeading
from ehport.report.outline import CHAPTERS
from ehport.report.report import Report
from ehport.report.typesetter import project_anchor
from ehport.system import assets
from ehport.system.errors import UsageError

PORT = 8421
_BETWEEN_LOOKS, _UNTIL_STILL = 0.05, 0.03  # seconds
_MOST_NAMED = 3
_SHOWN = (Severity.ERROR, Severity.WARNING)

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Watching:
    """How a round is watched: what is wanted of the report, the port to be served on, and who is told."""

    options: BuildOptions
    port: int
    say: Say
    opened: Callable[[str], object] | None = None


def watch(round_: Round, watching: Watching, *, ended: Callable[[], bool] = lambda: False) -> None:
    """Serve the report of a round and make it anew whenever one of the round's files changes, until it is ended.

    Nothing is written but the pages that every build keeps. Raises `UsageError` when the round cannot be read at the
    start; what goes wrong later is told in the page and on the terminal, and the last report that was good stays.
    """
    lang = watching.options.lang
    board = Board(_page(round_, lang))
    with (
        TemporaryDirectory(prefix="ehport-") as scratch,
        WarmReport(round_, watching.options, Path(scratch)) as warm,
    ):
        watching.say(_BEGINS.format(round=round_.id)[lang])
        loop = _Loop(warm, board, watching, Path(scratch) / PDF)
        seen = warm.stamps()
        loop.make(())
        with serving(board, watching.port) as address:
            watching.say(_SERVED.format(address=address)[lang])
            if watching.opened:
                watching.opened(address)
            while not ended():
                seen = loop.look(seen)


class _Loop:
    """Looks for changes and makes what they change."""

    def __init__(self, warm: WarmReport, board: Board, watching: Watching, target: Path) -> None:
        self._warm = warm
        self._board = board
        self._watching = watching
        self._lang = watching.options.lang
        self._target = target
        self._made = 0

    def look(self, seen: Stamps) -> Stamps:
        """Wait a moment, and make the report anew when files have changed and are written to the end."""
        time.sleep(_BETWEEN_LOOKS)
        now = self._warm.stamps()
        if now == seen:
            return seen
        while (later := self._after(_UNTIL_STILL)) != now:
            now = later
        self.make(sorted({Path(path).name for path, *_ in {*now} ^ {*seen}}))
        return now

    def _after(self, seconds: float) -> Stamps:
        time.sleep(seconds)
        return self._warm.stamps()

    def make(self, changed: Iterable[str]) -> None:
        """Make the web edition, then the PDF; whatever goes wrong is told, and never ends the watch."""
        news: dict[str, object] = {"changed": _named(changed), "place": _place_of(changed)}
        began = time.perf_counter()
        try:
            edition = self._warm.web()
            html = edition.html.encode()
        except Exception as bad:  # noqa: BLE001  # a file that is half written, or wrong in a way nobody thought of
            self._fail(bad, news)
            return
        self._made += 1
        news |= {**_state(edition, self._lang), "made": self._made, "web": self._spent(began)}
        self._board.tell({**news, "state": self._line(news)}, {f"/{WEB}": html})
        try:
            pages = self._warm.write_pdf(edition, self._target)
        except Exception as bad:  # noqa: BLE001  # the web edition is there, and the next change may mend it
            self._fail(bad, news)
            return
        news |= {"pdf": self._spent(began), "pages": pages}
        line = self._line(news)
        self._board.tell({**news, "state": line}, {f"/{PDF}": self._target.read_bytes()})
        self._watching.say(line)

    def _fail(self, bad: Exception, news: Mapping[str, object]) -> None:
        text = (
            bad.text[self._lang] if isinstance(bad, (UsageError, NotPrintedError)) else f"{type(bad).__name__}: {bad}"
        )
        state = _FAILED.format(time=_now())[self._lang]
        self._board.tell({**news, "failure": text, "state": state})
        self._watching.say(f"{state}: {text}")

    def _spent(self, began: float) -> str:
        return numbers.number(time.perf_counter() - began, self._lang, decimals=1)

    def _line(self, news: Mapping[str, object]) -> str:
        """Return what became of a change in one line: which files, how long it took, and what was found."""
        pdf = _PDF.format(pdf=news["pdf"], pages=news["pages"])[self._lang] if "pdf" in news else ""
        changed = f"{news['changed']}: " if news["changed"] else ""
        facts = {"time": _now(), "changed": changed, "web": news["web"], "pdf": pdf, "found": news["found"]}
        return _MADE.format(**facts)[self._lang]


def _now() -> str:
    return time.strftime("%H.%M.%S")  # the reader's own clock


def _named(changed: Iterable[str]) -> str:
    names = list(changed)
    more = f" + {len(names) - _MOST_NAMED}" if len(names) > _MOST_NAMED else ""
    return ", ".join(names[:_MOST_NAMED]) + more


def _place_of(changed: Iterable[str]) -> str:
    """Return the id of the chapter that a changed file is the text of, where it is of one."""
    return next((found for name in changed if (found := _chapter_of(name))), "")


def _chapter_of(file: str) -> str:
    return next((each.id for each in CHAPTERS if file in each.files), "")


def _state(edition: WebEdition, lang: Lang) -> dict[str, object]:
    """Return what was found in the round's files: how much, and each of it with its place in the page."""
    found = edition.report.diagnostics
    counted = ", ".join(count(each, sum(one.severity is each for one in found), lang) for each in _SHOWN)
    return {"found": counted, "notes": list(_notes(edition.report, lang))}


def _notes(report: Report, lang: Lang) -> Iterator[dict[str, str]]:
    for each in sorted(report.diagnostics, key=lambda one: _SHOWN.index(one.severity) if one.severity in _SHOWN else 9):
        if each.severity in _SHOWN:
            id_, heading = _where(each, report)
            yield {
                "place": id_,
                "heading": heading,
                "severity": each.severity.value,
                "at": place(each.at),
                "message": wording.message(each, lang),
                "remedy": wording.remedy(each, lang),
            }


def _where(told: Diagnostic, report: Report) -> tuple[str, str]:
    """Return the id of the part of the page that something is told of, and the heading there that it comes under."""
    file = Path(told.at.file)
    if EDITORIAL in file.parts:
        pieces = report.editorial[file.name].pieces if file.name in report.editorial else ()
        above = [each for each in pieces if isinstance(each, EditorialHeading) and each.line <= told.at.line]
        return _chapter_of(file.name), "".join(each.content for each in above[-1].tokens) if above else ""
    return project_anchor(told.at.project) if told.at.project else "", ""


def _page(round_: Round, lang: Lang) -> str:
    """Return the page around the report."""
    text = (assets.templates() / "watch" / "watch.html").read_text("utf-8")
    facts = {
        **{name: word[lang] for name, word in _WORDS.items()},
        "lang": lang.value,
        "round": round_.title,
        "web": WEB,
    }
    for name, word in facts.items():
        text = text.replace(f"{{{name}}}", escape(word))
    return text


_WORDS = {
    "title": Text("Rapporten mens du skriver", "The report while you write"),
    "waiting": Text("Lager rapporten …", "Making the report …"),
    "gone": Text(
        "ehport watch er stoppet. Det som vises, følger ikke lenger med.",
        "ehport watch has stopped. What is shown no longer follows.",
    ),
    "as_web": Text("Nettside", "Web page"),
    "as_pdf": Text("PDF", "PDF"),
    "go": Text("Gå til det som ble endret", "Go to what was changed"),
    "all": Text("Alt som er funnet", "Everything that was found"),
    "remedy": Text("Slik rettes det", "To mend it"),
    "error": Text("Feil", "Error"),
    "warning": Text("Advarsel", "Warning"),
}
_BEGINS = Text("Lager rapporten for {round} …", "Making the report of {round} …")
_SERVED = Text(
    "Se den på {address} mens du skriver. Lagre en fil, så følger siden med. Ctrl-C stopper.",
    "See it at {address} while you write. Save a file, and the page follows. Ctrl-C stops.",
)
_MADE = Text(
    "{time} {changed}nettsiden etter {web} s{pdf}. {found}.", "{time} {changed}web page after {web} s{pdf}. {found}."
)
_PDF = Text(", PDF etter {pdf} s ({pages} sider)", ", PDF after {pdf} s ({pages} pages)")
_FAILED = Text("{time} Ikke laget på nytt", "{time} Not made anew")
