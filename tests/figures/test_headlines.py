"""A headline is chosen by what the data shows; each of these says what is true of its own."""

from __future__ import annotations

from dataclasses import replace

from ehport.analysis.basis import Listed
from ehport.analysis.printed import Printed, Sentence, parts_of
from ehport.analysis.segments import PLACES
from ehport.analysis.summary import Summary
from ehport.figures.catalogue import FIGURES
from ehport.figures.drawing import count, opening, percent
from ehport.figures.figure import Edition
from ehport.form.vocabulary import ProjectState, Rating, Segment
from ehport.lang.language import Lang
from tests.figures.builders import (
    EN,
    NB,
    a_deliverable,
    a_distribution,
    a_project,
    a_summary,
    an_estimate,
    waiting_of,
    with_operations,
    with_reconciliation,
    with_segments,
)


def headline(name: str, found: Summary, edition: Edition = NB) -> str:
    figure = FIGURES[name](found, edition)
    assert figure is not None
    return figure.headline


def of_actors(**budgets: int | None) -> Summary:
    return a_summary([a_project(n, organisation=name, budget=money) for n, (name, money) in enumerate(budgets.items())])


def of_status(*ratings: Rating | None, previous: dict[Rating, int] | None = None) -> Summary:
    projects = [a_project(n, status=rating) for n, rating in enumerate(ratings)]
    return replace(a_summary(projects), status=a_distribution("status", projects, previous or {}))


def test_an_actor_has_more_than_half_almost_half_or_the_largest_budget():
    assert headline("actors", of_actors(KS=60, FHI=40)) == "KS har mer enn halvparten av budsjettet"
    assert headline("actors", of_actors(KS=48, FHI=30, NHN=22)) == "KS har nesten halvparten av budsjettet"
    assert headline("actors", of_actors(KS=40, FHI=35, NHN=25)).endswith("største budsjettet: 40 prosent av pengene")


def test_no_actor_is_named_when_two_are_equal_or_none_has_money():
    assert headline("actors", of_actors(KS=50, FHI=50)) == "To virksomheter har 2 prosjekter"
    assert headline("actors", of_actors(KS=None, FHI=None)) == "To virksomheter har 2 prosjekter"
    assert headline("actors", of_actors(KS=50)) == "KS er ansvarlig for hele porteføljen"


def test_half_of_the_budget_is_neither_more_nor_almost():
    assert (
        headline("actors", of_actors(KS=50, FHI=30, NHN=20)) == "KS har det største budsjettet: 50 prosent av pengene"
    )


def test_a_group_without_money_is_not_called_the_largest():
    assert headline("cost-groups", of_actors(KS=None)) == "Ingen aktive prosjekter har oppgitt budsjett"
    assert headline("cost-groups", of_actors(KS=-5)) == "Budsjettet er fordelt på 1 kostnadsgruppe"
    assert headline("cost-groups", of_actors(KS=5)) == "Hele budsjettet ligger i kostnadsgruppen Andre"


def test_a_share_has_fallen_risen_or_stayed():
    two_of_three = (Rating.YELLOW, Rating.YELLOW, Rating.GREEN)

    assert "har gått ned fra 70 til 67" in headline("status", of_status(*two_of_three, previous={Rating.YELLOW: 70}))
    assert "har økt fra 61 til 67" in headline("status", of_status(*two_of_three, previous={Rating.YELLOW: 61}))
    assert headline("status", of_status(*two_of_three, previous={Rating.YELLOW: 67})).endswith("som i januar 2021")
    assert headline("status", of_status(*two_of_three, previous={Rating.RED: 5})).endswith("67 prosent av prosjektene")


def test_ratings_that_are_equally_common_are_named_together():
    assert headline("status", of_status(Rating.RED, Rating.GREEN)) == "Rød og grønn status er like vanlig"
    assert headline("status", of_status(Rating.RED, Rating.GREEN), EN) == "Red and green status are equally common"


def test_projects_without_a_rating_are_counted_in_the_subtitle():
    figure = FIGURES["status"](of_status(None, Rating.GREEN), NB)

    assert figure is not None
    assert "1 har ikke oppgitt status" in figure.subtitle
    assert headline("status", of_status(None)) == "Ingen prosjekter har oppgitt status"


def test_the_matrix_names_a_combination_only_when_it_is_the_most_common():
    one, other, third = (Rating.RED, Rating.YELLOW, Rating.GREEN)

    assert headline("status-risk", of_status(one, one, None)).startswith("Begge de aktive prosjektene med status og")
    assert headline("status-risk", of_status(one, one, other)).startswith("To av tre aktive prosjekter har rød")
    assert headline("status-risk", of_status(one)) == "Det ene aktive prosjektet har rød status og grønn risiko"
    assert headline("status-risk", of_status(one, third)) == (
        "Rød status med grønn risiko og grønn status med grønn risiko er like vanlig, med 1 prosjekt hver"
    )
    assert headline("status-risk", of_status(one, other, third)) == (
        "Ingen av 3 kombinasjoner av status og risiko er vanligere enn alle andre"
    )


def test_the_map_speaks_of_money_only_where_there_is_some():
    alone = "Det ene aktive prosjektet har grønn status og grønn risiko"

    assert headline("portfolio-map", of_actors(KS=10)) == alone
    assert headline("portfolio-map", of_actors(KS=None)) == "Ingen aktive prosjekter har oppgitt budsjett"
    assert headline("portfolio-map", of_actors(KS=0)) == alone
    assert headline("portfolio-map", of_status(Rating.RED, Rating.GREEN)).startswith("Prosjektene fordeler seg på 2 ")


def test_next_year_is_lower_everywhere_somewhere_or_nowhere():
    lower, higher = {"budget": 10, "next_year": 5}, {"budget": 5, "next_year": 10}
    areas = ("1.1", "2.1", "3.1", "4.1")

    def of(*money: dict[str, int | None]) -> Summary:
        return a_summary([a_project(n, area=areas[n], **each) for n, each in enumerate(money)])

    assert headline("next-year", of(lower, lower)).endswith("på alle strategiområder")
    assert headline("next-year", of(lower, lower, lower, higher)).endswith("unntatt «Område 4»")
    assert headline("next-year", of(lower, higher, higher, higher)).endswith("på ett av fire strategiområder")
    assert headline("next-year", of(higher)).startswith("Budsjettet for 2022 er ikke lavere enn")
    assert headline("next-year", of(lower, {"budget": 5, "next_year": None})).endswith("men 1 prosjekt mangler beløp")


def test_deliverables_past_their_time_are_not_called_undelivered():
    project = a_project(1)
    found = a_summary((project,))
    late = replace(found.deliverables, undated=(a_deliverable(project, overdue=True), a_deliverable(project)))
    done = replace(found.deliverables, undated=(a_deliverable(project, delivered=True),))

    assert "skulle vært levert, men er ikke meldt levert" in headline("deliverables", replace(found, deliverables=late))
    assert headline("deliverables", replace(found, deliverables=done)) == "Den ene leveransen er meldt levert"


def test_what_most_wait_for_is_named_unless_it_is_many_or_only_one_waits():
    first, second, third, fourth = projects = [a_project(n) for n in range(4)]
    found = a_summary(projects)

    def of(*pairs: tuple[Listed, Listed | str]) -> str:
        return headline("dependency-map", replace(found, waiting=waiting_of(pairs)))

    assert of((first, second), (third, second)) == "Minst 2 prosjekter venter på Prosjekt 1"
    assert of((first, "NHN"), (third, "NHN"), (first, fourth), (second, fourth)).endswith(
        "2 prosjekter venter på hver av Prosjekt 3 og NHN"
    )
    assert of((first, second)) == "Ett av fire prosjekter venter på andre"


def test_the_largest_increase_is_named_when_there_is_one():
    found = a_summary()
    one = with_operations(found, an_estimate("Helsenorge", 38_000), an_estimate("E-resept", 2_000))
    saved = with_operations(found, an_estimate("E-resept", -2_000))

    assert headline("operations", one) == "Helsenorge får den største økningen i 2022: 38 av 40 mill. kr"
    assert headline("operations", saved) == "Drift og forvaltning endres med −2 mill. kr i 2022"


def test_what_is_reported_is_a_part_of_what_is_estimated_unless_it_is_more():
    found = a_summary((a_project(1),))
    part = with_reconciliation(found, ("Helsenorge", 9_500, 38_000), ("HelseID", 500, 2_000))
    more = with_reconciliation(found, ("Helsenorge", 9_500, 6_000))

    assert headline("reconciliation", part) == "Prosjektene melder 10 av de 40 mill. kr som er anslått i 2022"
    assert headline("reconciliation", more) == "Prosjektene melder 9,5 mill. kr i 2022, mot 6 anslått"


def test_the_largest_segment_is_named_and_whose_view_it_is():
    found = a_summary([a_project(n) for n in range(6)])
    office, actors = (with_segments(found, side) for side in ("office", "actor"))

    assert headline("segments", office) == "Segmentet Samstyre har flest prosjekter: 2 av 6"
    equal = with_segments(a_summary([a_project(n) for n in range(2)]))
    assert headline("segments", equal) == "Segmentene Samstyre og Koordinere har flest prosjekter: 1 av 2 hver"
    subtitles = [drawn.subtitle for each in (office, actors) if (drawn := FIGURES["segments"](each, NB))]
    assert ["kontoret" in subtitles[0], "aktørene selv" in subtitles[1]] == [True, True]


def test_until_half_of_the_projects_have_a_segment_the_headline_says_how_many_do():
    projects = [a_project(n) for n in range(6)]

    def placed(number: int) -> str:
        found = with_segments(a_summary(projects))
        view = found.national.segments.office
        few = {**dict.fromkeys(PLACES, ()), Segment.GOVERN: tuple(projects[:number]), None: tuple(projects[number:])}
        segments = replace(found.national.segments, office=replace(view, projects=few))
        return headline("segments", replace(found, national=replace(found.national, segments=segments)))

    assert placed(1) == "Ett av seks prosjekter har fått et segment"
    assert placed(2) == "To av seks prosjekter har fått et segment"
    assert placed(3) == "Segmentet Samstyre har flest prosjekter: 3 av 6"


def test_an_end_that_cannot_be_read_is_not_called_late():
    found = a_summary((a_project(1, state=ProjectState.PAUSED),))
    unknown = replace(found.ends, quarters=(), unknown=found.projects)

    assert headline("ends", found) == "Ett prosjekt slutter i 2021"
    assert headline("ends", replace(found, ends=unknown)) == (
        "Ingen prosjekter slutter i 2021, og ett har ingen fast slutt"
    )


def test_a_headline_begins_with_a_word_up_to_twelve():
    assert begun(12, "prosjekter slutter", Lang.NB) == "Tolv prosjekter slutter"
    assert begun(12, "projects end", Lang.EN) == "Twelve projects end"
    assert begun(13, "prosjekter slutter", Lang.NB) == "13 prosjekter slutter"
    assert opening(Sentence(percent(8, "status.red.share"), " prosent av pengene"), Lang.NB) == "8 prosent av pengene"


def test_a_word_at_the_beginning_is_still_the_number_of_its_fact():
    told = begun(1, "prosjekt slutter", Lang.NB)

    word, *rest = parts_of(told)
    assert isinstance(word, Printed)
    assert (word, word.fact, word.form) == ("Ett", "ends.2021.count", "Ordn")
    assert "".join(rest) == " prosjekt slutter"


def begun(number: int, rest: str, lang: Lang) -> str:
    return opening(Sentence(count(number, lang, "ends.2021.count"), " ", rest), lang)
