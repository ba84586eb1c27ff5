"""A report built: from a round's files to the finished folder, complete or not at all."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from ehport import manifest
from ehport.diagnostics.diagnostic import Severity
from ehport.diagnostics.text import count
from ehport.kept_readings import CACHE, KeptRounds
from ehport.lang import numbers
from ehport.lang.language import Lang, Text
from ehport.manifest import Manifest
from ehport.model.kept_files import KeptFiles
from ehport.model.round import Round
from ehport.past import earlier_rounds
from ehport.pdf.write import Press
from ehport.progress import Progress, Stage
from ehport.report.style import stylesheet
from ehport.rounds import OUTPUT, UsageError
from ehport.wanted import Output, Wanted

if TYPE_CHECKING:
    from ehport.making import Prepared

_EARLIER = "-tidligere"


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build: the files, their size, and everything there is to say about the round.

    ``kept`` is the PDF of an earlier build, where this one made none. ``warnings`` are what laying out complained of,
    but for an excerpt: most of its links lead to what it leaves out.
    """

    folder: Path
    files: tuple[Path, ...] = ()
    pages: int = 0
    failure: Text | None = None
    counts: Mapping[str, int] = field(default_factory=dict)
    seconds: Mapping[Stage, float] = field(default_factory=dict)
    is_unchanged: bool = False
    kept: Path | None = None
    warnings: tuple[str, ...] = ()

    @property
    def opened(self) -> Path | None:
        """What a reader looks at first: the PDF, else the web page, else the folder of what was made."""
        by_ending = {path.suffix: path for path in self.files}
        folder = self.files[0].parent if self.files else None
        return by_ending.get(".pdf") or by_ending.get(".html") or folder

    @property
    def errors(self) -> int:
        """How many diagnostics stop a build that is not a draft."""
        return self.counts.get(Severity.ERROR, 0)


def build_report(root: Path, round_: Round, wanted: Wanted, progress: Progress) -> Built:
    """Build a round's report into its folder below ``output/``; errors stop it unless a draft is wanted.

    An edition in another language than Norwegian has a folder of its own in that one.

    When nothing has changed since the last build, the finished files are left as they are. Raises `UsageError` when
    the folder cannot be written, or what is wanted does not go together.
    """
    if wanted.contradiction:
        raise UsageError(wanted.contradiction)
    folder = (wanted.out or root / OUTPUT / round_.id / wanted.edition).resolve()
    earlier = (each.folder for each in earlier_rounds(round_)[0])
    begun = manifest.beginning(round_.folder, wanted.asked, earlier)
    before = manifest.read_manifest(folder) if wanted.cached and wanted.is_whole else None
    if before and before.made_alike(begun) and manifest.is_whole(folder, before):
        files = tuple(folder / name for name in before.outputs)
        return Built(folder, files, before.pages, counts=before.diagnostics, is_unchanged=True)
    return _built(folder, round_, wanted, begun, progress)


def _built(folder: Path, round_: Round, wanted: Wanted, begun: Manifest, progress: Progress) -> Built:
    with ExitStack() as stack:
        cache = round_.folder.parents[1] / OUTPUT / CACHE if wanted.cached else None
        press = stack.enter_context(_press(wanted, cache)) if wanted.wants(Output.PDF) else None
        readings = KeptRounds(KeptFiles(cache) if cache else None, begun.program)
        prepared = _prepared(round_, wanted, progress, ready=partial(_ready, press), kept=readings)
        counts = prepared.counts
        if counts[Severity.ERROR] and not wanted.draft:
            return Built(folder, counts=counts, seconds=progress.seconds)
        made = _fresh(folder)
        stack.callback(shutil.rmtree, made, ignore_errors=True)
        from ehport.making import make

        written, failure = make(made, prepared, wanted, (progress, press, cache))
        pages, warnings = (written.pages, written.warnings) if written else (0, ())
        warnings = () if wanted.is_excerpt else warnings
        if wanted.is_whole and failure is None:
            outputs = manifest.digests(made.rglob("*"), made)
            manifest.write_manifest(made, replace(begun, outputs=outputs, diagnostics=counts, pages=pages))
        with progress.stage(Stage.WRITE):
            files = _put_in_place(made, folder)
            kept = _set_apart(folder, wanted, failed=failure is not None)
    return Built(folder, files, pages, failure, counts, progress.seconds, kept=kept, warnings=warnings)


def _press(wanted: Wanted, cache: Path | None) -> Press:
    """Return what lays the pages out."""
    return Press(stylesheet(), wanted.lang.value, jobs=wanted.jobs, cache=cache)


def _ready(press: Press | None) -> None:
    """Load what makes a report, which takes as long as the workbooks take to be read."""
    if press:
        press.warm_up()
    import_module("ehport.making")
    gc.freeze()  # what was loaded stays, and need not be looked through again and again


def _prepared(
    round_: Round, wanted: Wanted, progress: Progress, *, ready: Callable[[], None], kept: KeptRounds
) -> Prepared:
    from ehport.pipeline import read_round

    read = read_round(round_, progress, meanwhile=ready, kept=kept)
    from ehport.making import prepare

    return prepare(read, wanted, progress)


def _fresh(folder: Path) -> Path:
    """Return an empty temporary folder beside the finished one; what an interrupted build left there is removed."""
    made = folder.parent / f".{folder.name}.tmp"
    if folder.is_file():
        raise UsageError(_IS_A_FILE.format(folder=folder))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir()
    except OSError as bad:
        raise UsageError(_NOT_WRITABLE.format(folder=folder, why=bad.strerror or "")) from bad
    return made


def _put_in_place(made: Path, folder: Path) -> tuple[Path, ...]:
    """Move finished files over the former ones, one by one, so that a reader always finds a whole file."""
    names = sorted(path.relative_to(made) for path in made.rglob("*") if path.is_file())
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).replace(folder / name)
    return tuple(folder / name for name in names)


def _set_apart(folder: Path, wanted: Wanted, *, failed: bool) -> Path | None:
    """Give the PDF of an earlier build a name that says so when this one fails; the next that is made takes its place.

    Nothing may take it for a part of what is new beside it, and no one be left without the last good report.
    """
    former = folder / wanted.pdf
    kept = former.with_stem(f"{former.stem}{_EARLIER}")
    if not failed:
        if wanted.wants(Output.PDF):
            kept.unlink(missing_ok=True)
        return None
    if not wanted.is_excerpt:
        (folder / manifest.FILE).unlink(missing_ok=True)
    if former.is_file():
        former.replace(kept)
    return kept if kept.is_file() else None


def told(built: Built, lang: Lang, *, timings: bool = False) -> str:
    """Return the closing lines of a build: what was written, how much, how long, and how many diagnostics."""
    found = ", ".join(count(each, built.counts.get(each, 0), lang) for each in Severity)
    if not built.files and not built.failure:
        return _STOPPED.format(errors=count(Severity.ERROR, built.errors, lang), found=found)[lang]
    if built.is_unchanged:
        return _UNCHANGED.format(files=_named(built, lang), found=found)[lang]
    lines = list(_stages(built, lang)) if timings else []
    lines += [built.failure[lang]] if built.failure else []
    lines += [_WARNING.format(warning=each)[lang] for each in built.warnings]
    lines += [_KEPT.format(file=built.kept)[lang]] if built.kept else []
    if built.files:
        seconds = numbers.number(sum(built.seconds.values()), lang, decimals=1)
        lines.append(_WRITTEN.format(files=_named(built, lang), seconds=seconds, found=found)[lang])
    return "\n".join(lines)


def _named(built: Built, lang: Lang) -> str:
    """Return the files written, the data package as one, and the report with its pages."""
    tops = dict.fromkeys(path.relative_to(built.folder).parts[0] for path in built.files)
    pages = _PAGES[min(built.pages, 2)].format(pages=built.pages)[lang]
    return ", ".join(f"{built.folder / top}{pages if top.endswith('.pdf') else ''}" for top in tops)


def _stages(built: Built, lang: Lang) -> list[str]:
    total = sum(built.seconds.values()) or 1
    return [
        f"{stage.value[lang]:<28} {numbers.number(spent, lang, decimals=2):>8} s {round(100 * spent / total):>4} %"
        for stage, spent in built.seconds.items()
    ]


_PAGES = (Text("", ""), Text(" (1 side)", " (1 page)"), Text(" ({pages} sider)", " ({pages} pages)"))
_WRITTEN = Text("Skrev {files} på {seconds} s. {found}.", "Wrote {files} in {seconds} s. {found}.")
_UNCHANGED = Text("Uendret siden sist: {files}. {found}.", "Unchanged since the last build: {files}. {found}.")
_STOPPED = Text(
    "Rapporten ble ikke laget, for {errors} må rettes eller justeres først. {found}.\n"
    "Se dem med: ehport check RUNDE. Et utkast lages med --draft.",
    "The report was not built, because {errors} must be corrected or adjusted first. {found}.\n"
    "See them with: ehport check ROUND. A draft is built with --draft.",
)
_WARNING = Text("Om sidene: {warning}", "About the pages: {warning}")
_KEPT = Text("{file} er fra en tidligere kjøring.", "{file} is from an earlier build.")
_IS_A_FILE = Text("{folder} er en fil, ikke en mappe.", "{folder} is a file, not a folder.")
_NOT_WRITABLE = Text("Kan ikke skrive i {folder}: {why}", "Cannot write in {folder}: {why}")
