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

from ehport.building import manifest
from ehport.building.manifest import Manifest
from ehport.building.options import BuildOptions, Output
from ehport.building.output_folder import replace_folder, staging_folder
from ehport.diagnostics.severity import Severity
from ehport.diagnostics.text import count
from ehport.lang import numbers
from ehport.lang.language import Lang, Text
from ehport.model.round import Round
from ehport.pdf.job import Style
from ehport.pdf.write import Press
from ehport.report.style import stylesheet
from ehport.rounds.find import OUTPUT
from ehport.rounds.history import earlier_rounds
from ehport.rounds.late_named import declare_late
from ehport.rounds.reading_cache import RoundsCache, cache_of, rounds_cache
from ehport.system import assets
from ehport.system.errors import UsageError
from ehport.system.file_cache import FileCache
from ehport.system.fingerprint import digests
from ehport.system.progress import Progress, Stage

if TYPE_CHECKING:
    from ehport.building.outputs import Prepared

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
    round_id: str = ""
    options: BuildOptions = field(default_factory=BuildOptions)

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


def build_report(root: Path, round_: Round, options: BuildOptions, progress: Progress) -> Built:
    """Build a round's report into its folder below ``output/``; errors stop it unless a draft is options.

    An edition in another language than Norwegian has a folder of its own in that one.

    Actors who are named late are written into the round's file first.

    When nothing has changed since the last build, the finished files are left as they are. Raises `UsageError` when
    the folder cannot be written, or what is wanted does not go together.
    """
    if options.contradiction:
        raise UsageError(options.contradiction)
    if options.late:
        round_ = declare_late(round_, options.late, rounds_cache(round_.folder))
    folder = (options.out or root / OUTPUT / round_.id / options.edition).resolve()
    earlier = (each.folder for each in earlier_rounds(round_)[0])
    begun = manifest.beginning(round_.folder, options.asked, earlier)
    before = manifest.read_manifest(folder) if options.cached and options.is_whole else None
    if before and before.made_alike(begun) and manifest.is_whole(folder, before):
        files = tuple(folder / name for name in before.outputs)
        return Built(folder, files, before.pages, counts=before.diagnostics, is_unchanged=True, options=options)
    return _built(folder, round_, options, begun, progress)


def _built(folder: Path, round_: Round, options: BuildOptions, begun: Manifest, progress: Progress) -> Built:
    with ExitStack() as stack:
        made = stack.enter_context(staging_folder(folder))
        cache = cache_of(round_.folder) if options.cached else None
        press = stack.enter_context(press_for(options, cache, made.parent)) if options.is_printed else None
        readings = RoundsCache(FileCache(cache) if cache else None, begun.program)
        prepared = _prepared(round_, options, progress, ready=partial(_ready, press), cache=readings)
        counts = prepared.counts
        if counts[Severity.ERROR] and not options.allows_errors:
            return Built(folder, counts=counts, seconds=progress.seconds, round_id=round_.id)
        try:
            return _made(made, folder, prepared, options, (begun, progress, press, cache))
        except OSError as bad:  # a full disk, a share that went away
            raise UsageError(_NOT_WRITTEN.format(folder=folder, why=bad.strerror or bad)) from bad


def _made(
    made: Path,
    folder: Path,
    prepared: Prepared,
    options: BuildOptions,
    run: tuple[Manifest, Progress, Press | None, Path | None],
) -> Built:
    """Make what is wanted and put it in place."""
    begun, progress, press, cache = run
    from ehport.building.outputs import make

    written, failure = make(made, prepared, options, (progress, press, cache))
    pages, warnings = (written.pages, written.warnings) if written else (0, ())
    is_done = options.is_whole and failure is None
    if is_done:
        outputs = digests(made.rglob("*"), made)
        adjusted = len(prepared.report.summary.adjustments)
        finished = replace(begun, outputs=outputs, diagnostics=prepared.counts, pages=pages, adjustments=adjusted)
        manifest.write_manifest(made, finished)
    with progress.stage(Stage.WRITE):
        dropped, kept = _set_apart(made, folder, options, failed=failure is not None)
        before = manifest.read_manifest(folder) if is_done else None
        dropped |= set(before.outputs if before else ())
        files = replace_folder(made, folder, dropped=dropped, whole=options.out is None)
    return Built(
        folder,
        tuple(path for path in files if path != kept),
        pages,
        failure,
        prepared.counts,
        progress.seconds,
        kept=kept,
        options=options,
        warnings=() if options.is_excerpt else warnings,
    )


def press_for(options: BuildOptions, cache: Path | None, scratch: Path) -> Press:
    """Return what lays the pages out."""
    style = Style(stylesheet(), options.lang.value, assets.fonts(), options.plain)
    return Press(style, jobs=options.jobs, cache=cache, scratch=scratch)


def _ready(press: Press | None) -> None:
    """Load what makes a report, which takes as long as the workbooks take to be read."""
    if press:
        press.warm_up()
    import_module("ehport.building.outputs")
    gc.freeze()  # what was loaded stays, and need not be looked through again and again


def _prepared(
    round_: Round, options: BuildOptions, progress: Progress, *, ready: Callable[[], None], cache: RoundsCache
) -> Prepared:
    from ehport.rounds.read import read_round, require_register

    require_register(round_)
    read = read_round(round_, progress, warm_up=ready, cache=cache).needing_register()
    from ehport.building.outputs import prepare

    return prepare(read, options, progress)


def _set_apart(made: Path, folder: Path, options: BuildOptions, *, failed: bool) -> tuple[set[str], Path | None]:
    """Give the PDF of an earlier build a name that says so when this one fails; the next that is made takes its place.

    Nothing may take it for a part of what is new beside it, and no one be left without the last good report. Return
    the former files that are not kept under their name, and where the earlier PDF is.
    """
    former = folder / options.pdf
    kept = former.with_stem(f"{former.stem}{_EARLIER}")
    if not failed:
        return ({kept.name} if options.wants(Output.PDF) else set()), None
    if former.is_file():
        shutil.copy2(former, made / kept.name)
    outdated = {options.pdf} if options.is_excerpt else {options.pdf, manifest.FILE}
    return outdated, kept if former.is_file() or kept.is_file() else None


def format_outcome(built: Built, lang: Lang, *, timings: bool = False) -> str:
    """Return the closing lines of a build: what was written, how much, how long, and how many diagnostics."""
    found = ", ".join(count(each, built.counts.get(each, 0), lang) for each in Severity)
    if not built.files and not built.failure:
        errors = count(Severity.ERROR, built.errors, lang)
        return _STOPPED.format(errors=errors, found=found, round=built.round_id)[lang]
    if built.is_unchanged:
        return f"{_UNCHANGED[lang]}: {_report(built, lang)}"
    lines = list(_stages(built, lang)) if timings else []
    lines += [built.failure[lang]] if built.failure else []
    lines += [_WARNING.format(warning=each.replace(_NO_SIGN.en, _NO_SIGN[lang]))[lang] for each in built.warnings]
    lines += [_KEPT.format(file=built.kept)[lang]] if built.kept else []
    if built.files:
        seconds = numbers.number(sum(built.seconds.values()), lang, decimals=1)
        facts = {"files": _named(built, lang), "seconds": seconds, "found": found, "report": _report(built, lang)}
        lines.append((_REPORT if built.options.is_whole else _WRITTEN).format(**facts)[lang])
    return "\n".join(lines)


def count_stages(options: BuildOptions) -> int:
    """Return how many stages a build goes through."""
    apart = (options.wants(Output.FEEDBACK), options.wants(Output.HTML), options.wants(Output.CASE), options.is_printed)
    return len(Stage) - len(apart) - 1 + sum(apart) + (options.wants(Output.DATA) or options.embed_data)


def suggest_next(built: Built, options: BuildOptions, round_id: str) -> Text | None:
    """Return what to do after a whole report was built; nothing where the closing lines say it already."""
    if not options.is_whole or built.failure or not built.files:
        return None
    if options.draft:
        return (_CORRECT if built.errors else _FINISH).format(round=round_id)
    return _READ.format(folder=_relative(built.folder))


def _report(built: Built, lang: Lang) -> str:
    """Return the folder of a report, what is in it, and what of it may be published."""
    tops = dict.fromkeys(path.relative_to(built.folder).parts[0] for path in built.files)
    pages = _PAGES[min(built.pages, 2)].format(pages=built.pages)[lang]
    names = ", ".join(f"{top}{pages if top.endswith('.pdf') else ''}" for top in tops if top != manifest.FILE)
    found = ", ".join(count(each, built.counts.get(each, 0), lang) for each in Severity)
    standing = _INCOMPLETE if built.failure else _DRAFT if built.options.draft else _PUBLISHABLE
    return f"{_relative(built.folder)} ({names}). {standing.format(found=found)[lang]}"


def _relative(folder: Path) -> str:
    """Return a folder as seen from the working directory, where it lies below that."""
    here = Path.cwd().resolve()
    return (folder.relative_to(here) if folder.is_relative_to(here) else folder).as_posix()


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
_REPORT = Text("Skrev {report} Det tok {seconds} s.", "Wrote {report} It took {seconds} s.")
_UNCHANGED = Text("Uendret siden sist", "Unchanged since the last build")
_PUBLISHABLE = Text(
    "Alt kan publiseres unntatt feedback/, som er tilbakemeldinger til aktørene og kontoret ({found}).",
    "All of it may be published but feedback/, which is for the actors and the office ({found}).",
)
_DRAFT = Text("Det er et utkast som ikke skal publiseres ({found}).", "It is a draft, not to be published ({found}).")
_INCOMPLETE = Text(
    "PDF-en mangler, så rapporten er ikke klar til å publiseres ({found}).",
    "The PDF is missing, so the report is not ready to be published ({found}).",
)
_CORRECT = Text(
    "rett eller juster feilene i «ehport check {round}», og lag rapporten uten --draft.",
    "correct or adjust the errors in «ehport check {round}», and build the report without --draft.",
)
_FINISH = Text("lag rapporten uten --draft.", "build the report without --draft.")
_READ = Text(
    "les rapporten, og sjekk mappen rett før den publiseres, med «ehport verify {folder}».",
    "read the report, and check the folder just before it is published, with «ehport verify {folder}».",
)
_STOPPED = Text(
    "Rapporten ble ikke laget, for {errors} må rettes eller justeres først. {found}.\n"
    "Se dem med: ehport check {round}. Et utkast lages med --draft.",
    "The report was not built, because {errors} must be corrected or adjusted first. {found}.\n"
    "See them with: ehport check {round}. A draft is built with --draft.",
)
_NO_SIGN = Text("skriften har ikke «", "the typeface has no «")
_WARNING = Text("Om sidene: {warning}", "About the pages: {warning}")
_KEPT = Text("{file} er fra en tidligere kjøring.", "{file} is from an earlier build.")
_NOT_WRITTEN = Text(
    "Rapporten ble ikke lagret i {folder}: {why}. Den forrige er urørt.",
    "The report was not saved in {folder}: {why}. The former one is untouched.",
)
