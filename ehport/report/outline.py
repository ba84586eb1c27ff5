"""The outline: which chapters there are, in which order, and what each is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ehport.analysis.fact import Fact
from ehport.lang.language import Lang, Text
from ehport.report import handing_in
from ehport.report.expression import BlockKind, BlockName

FOREWORD = "forord"
SUMMARY = "oppsummering"
NEXT_YEAR = "neste-ar"
CHANGES = "endringer"
BASIS = "datagrunnlag"
PORTFOLIO_TABLE = "vedlegg-1"
SUBMISSIONS = "vedlegg-2"
DIAGNOSTICS = "vedlegg-3"


@dataclass(frozen=True, slots=True)
class EditorialText:
    """The office's text in a file; ``nested`` makes its title a section, and ``optional`` may be left unwritten."""

    file: str
    nested: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class ReportSection:
    """A section the report writes itself, with a sentence on what follows, which may be made of the round's facts."""

    title: Text
    text: Text | Callable[[Mapping[str, Fact], Lang], str]
    blocks: tuple[BlockName, ...]

    def told(self, facts: Mapping[str, Fact], lang: Lang) -> str:
        """Return the sentence in a language."""
        return self.text[lang] if isinstance(self.text, Text) else self.text(facts, lang)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter; a block that its texts have given a place is not printed again.

    ``title`` is used when the office's text has none, and in other languages than the office's; ``otherwise`` is what
    the chapter says when there is nothing else in it.
    """

    id: str
    number: str
    title: Text
    content: tuple[EditorialText | ReportSection | BlockName, ...]
    otherwise: Text | None = None

    @property
    def files(self) -> tuple[str, ...]:
        """The files of the office's text."""
        return tuple(each.file for each in self.content if isinstance(each, EditorialText))


def _figure(name: str) -> BlockName:
    return BlockName(BlockKind.FIGURE, name)


def _table(name: str) -> BlockName:
    return BlockName(BlockKind.TABLE, name)


CHAPTERS = (
    Chapter(FOREWORD, "", Text("Forord", "Foreword"), (EditorialText("00-forord.md"),)),
    Chapter(SUMMARY, "1", Text("Oppsummering", "Summary"), (EditorialText("01-oppsummering.md"),)),
    Chapter(
        "status",
        "2",
        Text("Status for porteføljen", "Status of the portfolio"),
        (
            EditorialText("02-status.md"),
            _figure("actors"),
            _figure("cost-groups"),
            _table("new"),
            _table("paused"),
            _table("leaving"),
            _figure("status"),
            _table("red-status"),
            _figure("risk"),
            _table("red-risk"),
            _figure("status-risk"),
            _figure("portfolio-map"),
            EditorialText("02-tema.md", nested=True),
            ReportSection(
                Text("Innsatsområder og avhengigheter", "Focus areas and dependencies"),
                Text(
                    "Avsnittet viser hvor pengene går, hvem som venter på hvem, og hvem som venter på et prosjekt i "
                    "vansker. Det bygger på det prosjektene selv har meldt.",
                    "This section shows where the money goes, who waits for whom, and who waits for a project in "
                    "trouble. It builds on what the projects themselves have reported.",
                ),
                (
                    _figure("focus-areas"),
                    _figure("dependency-map"),
                    _table("urgent-dependencies"),
                    _table("troubled-dependencies"),
                ),
            ),
        ),
    ),
    Chapter(
        NEXT_YEAR,
        "3",
        Text("Porteføljen neste år", "The portfolio next year"),
        (
            EditorialText("03-neste-ar.md"),
            _table("candidates"),
            _figure("next-year"),
            _table("without-next-year"),
            ReportSection(
                Text("Når prosjektene skal være ferdige", "When the projects are to end"),
                Text(
                    "Tidspunktene er de aktørene har meldt, med den nøyaktigheten de er meldt med. Etter "
                    "prosjektene kommer leveransene deres.",
                    "The times are those the actors have reported, as precisely as they reported them. After the "
                    "projects come their deliverables.",
                ),
                (_figure("ends"), _table("ending"), _figure("deliverables"), _figure("deliverables-timeline")),
            ),
        ),
    ),
    Chapter(
        "ferdigstilte",
        "4",
        Text("Ferdigstilte prosjekter", "Completed projects"),
        (EditorialText("04-ferdigstilte.md"), _table("completed")),
    ),
    Chapter(
        "veikart",
        "5",
        Text("Endringer i veikartet", "Changes in the roadmap"),
        (
            EditorialText("05-veikart.md"),
            ReportSection(
                Text("Aktiviteter prosjektene gjennomfører", "Activities that projects carry out"),
                Text(
                    "Tabellen viser hvilke aktiviteter i veikartet for nasjonale e-helseløsninger prosjektene melder "
                    "at de gjennomfører, og når.",
                    "The table shows which activities of the roadmap of national e-health solutions the projects "
                    "report that they carry out, and when.",
                ),
                (_table("roadmap"),),
            ),
        ),
    ),
    Chapter(
        "portefoljestyring",
        "6",
        Text("Porteføljestyring", "Portfolio management"),
        (
            EditorialText("06-portefoljestyring.md"),
            ReportSection(
                Text("Inngangskriteriene i denne runden", "The entry criteria in this round"),
                Text(
                    "Bare prosjekter som oppfyller begge kriteriene, hører til i porteføljen. Svarene er aktørenes "
                    "egne. Samlet avgjør ett nei, deretter et svar som mangler.",
                    "Only projects that meet both criteria belong in the portfolio. The answers are the actors' own. "
                    "Together one no decides, and after it an answer that is lacking.",
                ),
                (_table("criteria"), _table("criteria-not-met")),
            ),
            ReportSection(
                Text("Segmentene i denne runden", "The segments in this round"),
                Text(
                    "Aktøren vurderer selv hvor prosjektet hører hjemme; plasseringen avtales med porteføljekontoret, "
                    "og står i registeret. Budsjettet gjelder aktive og nye prosjekter.",
                    "The actor judges where the project belongs; the placing is agreed with the portfolio office, and "
                    "stands in the register. The budget covers active and new projects.",
                ),
                (_figure("segments"), _table("segments"), _table("segment-views"), _table("segment-differences")),
            ),
        ),
    ),
    Chapter(
        "drift",
        "7",
        Text("Drift og forvaltning", "Operation and maintenance"),
        (
            EditorialText("07-drift-og-forvaltning.md"),
            _table("operations-solutions"),
            _figure("operations"),
            ReportSection(
                Text("Hva prosjektene selv melder", "What the projects themselves report"),
                Text(
                    "Tabellen gjengir svarene ordrett, og beløpet der det er sikkert. Beløpene gjelder "
                    "alle systemer, ikke bare de nasjonale løsningene.",
                    "The table gives the answers as typed, and the amount where it can be read with certainty. The "
                    "amounts cover all systems, not only the national solutions.",
                ),
                (_table("operations-reported"),),
            ),
            ReportSection(
                Text("Avstemming mot anslagene", "Reconciliation with the estimates"),
                Text(
                    "Prosjektene melder årlig driftskostnad for hver løsning, fra et år. Anslagene i registeret er "
                    "endringen fra året før. Begge er lagt sammen fra det første året som er anslått; kostnader som "
                    "begynte før det, er ikke med. I differansen teller det som mangler, som null.",
                    "Projects report a yearly operating cost for each solution, from a year on. The register's "
                    "estimates are the change from the year before. Both are added up from the first year that is "
                    "estimated; costs that began before it are left out. In the difference what is lacking counts as "
                    "zero.",
                ),
                (_figure("reconciliation"), _table("reconciliation"), _table("solutions-reported")),
            ),
        ),
    ),
    Chapter(
        CHANGES,
        "8",
        Text("Endringer og utvikling", "Changes and development"),
        (
            EditorialText("08-endringer.md", optional=True),
            ReportSection(
                Text("Endringer siden forrige runde", "Changes since the previous round"),
                Text(
                    "Avsnittet sammenligner det som er meldt i denne runden, med det som ble meldt i forrige. De "
                    "viktigste endringene står først. Endringer i tekst er bare talt.",
                    "This section compares what is reported in this round with what was reported in the previous one. "
                    "The most important changes come first. Changes of wording are only counted.",
                ),
                (
                    _table("entered-left"),
                    _table("changes"),
                    _figure("transitions-status"),
                    _figure("transitions-risk"),
                    _table("unexplained"),
                    _figure("bridge"),
                    _table("slips"),
                ),
            ),
            ReportSection(
                Text("Utvikling over flere runder", "Development over several rounds"),
                Text(
                    "Tall fra runder med innmeldinger er regnet på samme måte som tallene i denne. Eldre tall er de "
                    "som ble publisert. Det som aldri ble publisert, står som ikke oppgitt, og er ikke anslått.",
                    "Figures of rounds with submissions are computed as this round's are. Older figures are those "
                    "that were published. What was never published is said to be not given, and is not estimated.",
                ),
                (_figure("trend-status"), _figure("trend-risk"), _figure("trend-money")),
            ),
            ReportSection(
                Text("Først planlagt og nå", "First planned and now"),
                Text(
                    "Den første planen er den aktøren oppgir, ellers den i den første runden som er kjent. En plan som "
                    "bare er blitt mer nøyaktig, regnes som uendret.",
                    "The first plan is the one the actor states, else that of the earliest round known. A plan that "
                    "has only become more precise counts as unchanged.",
                ),
                (_table("baseline"),),
            ),
            ReportSection(
                Text("Prosjekter som er gått ut", "Projects that have left"),
                Text(
                    "Tabellen har dem som gikk ut før denne runden. De som går ut nå, står under status og "
                    "ferdigstilte.",
                    "The table has those that left before this round. Those that leave now are under status and "
                    "completed.",
                ),
                (_table("exits"),),
            ),
        ),
        otherwise=Text(
            "Det finnes ingen tidligere runde å sammenligne med.", "There is no earlier round to compare with."
        ),
    ),
    Chapter(
        BASIS,
        "9",
        Text("Datagrunnlag og justeringer", "Data and adjustments"),
        (
            ReportSection(
                Text("Svarene fra aktørene", "The actors' answers"),
                Text(
                    "Innmeldingene gjengis som de er sendt inn. Besvart er hvert svar, også det som analysene ikke kan "
                    "bruke, fordi det ikke sier sikkert hva som menes. Brukt med forbehold er for eksempel et beløp "
                    "med «ca.» eller en fotnote.",
                    "Submissions are printed as they were sent in. Answered is every answer, also one that the "
                    "analyses cannot use because it does not say for certain what is meant. Used with a reservation "
                    "is, for example, an amount with «about» or a footnote.",
                ),
                (_table("quality"),),
            ),
            ReportSection(
                Text("Ikke oppdatert i denne runden", "Not updated in this round"),
                handing_in.late,
                (_table("late"),),
            ),
            ReportSection(
                Text("Ikke gått gjennom siden forrige runde", "Not gone through since last round"),
                handing_in.untouched,
                (_table("untouched"),),
            ),
            ReportSection(
                Text("Justeringer", "Adjustments"),
                Text(
                    "Tabellen viser svarene som porteføljekontoret har erstattet i analysene, og hvorfor. Navn, "
                    "ansvarlig virksomhet og tilstand er de som står i kontorets register.",
                    "The table shows the answers that the portfolio office has replaced in the analyses, and why. "
                    "Names, responsible organisations and states are those of the office's register.",
                ),
                (_table("adjustments"),),
            ),
        ),
    ),
)

APPENDICES = {
    PORTFOLIO_TABLE: Text("Prosjektene i porteføljen", "The projects of the portfolio"),
    SUBMISSIONS: Text("Innmeldingene", "The submissions"),
    DIAGNOSTICS: Text("Meldinger om dataene", "Diagnostics on the data"),
}
CASE = "00-sak.md"  # the text of the case paper, which is no chapter
FILES = tuple(file for chapter in CHAPTERS for file in chapter.files)
OPTIONAL = frozenset(
    step.file for chapter in CHAPTERS for step in chapter.content if isinstance(step, EditorialText) and step.optional
)
OUTLINED = tuple(
    block
    for chapter in CHAPTERS
    for step in chapter.content
    for block in (step.blocks if isinstance(step, ReportSection) else (step,) if isinstance(step, BlockName) else ())
)
