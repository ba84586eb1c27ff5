"""``round.toml`` as offices write it: each slip gets one message with its line and the remedy."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from ehport.lang.language import Lang
from ehport.model.round import FILE, Contact, Round
from ehport.model.round_text import round_text
from ehport.report.outline import FILES
from ehport.rounds.find import find_round, usable
from ehport.rounds.round_file import CHAPTERS
from ehport.system.errors import UsageError
from tests.fuzz.reading import read_settings
from tests.fuzz.settings import mutated
from tests.source import ROOT

SOUND = """\
id = "2021-09"
title = "Nasjonal e-helseportefølje"
cutoff = 2021-09-30
published = "2021-10"
budget_year = 2021
previous = "2021-04"

[report]
publisher = "Direktoratet for e-helse"
keywords = ["e-helse"]

[strategic_areas]
"1" = "Digitalisering"

[focus_areas]
"1.1" = "Journal"

[[actors]]
id = "helse-vest"
name = "Helse Vest RHF"

[[actors]]
id = "ks"
name = "KS"
"""


def read(folder: Path, text: str | bytes) -> Round:
    folder = folder / "submissions" / "2021-09"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_bytes(text if isinstance(text, bytes) else text.encode())
    return usable(folder)


def told(folder: Path, text: str | bytes) -> list[str]:
    """Return what is said of a file in both languages, line by line, without where the file is."""
    with pytest.raises(UsageError) as refused:
        read(folder, text)
    path = str(folder / "submissions" / "2021-09" / FILE)
    said = [refused.value.text[lang].replace(path, FILE) for lang in Lang]
    assert len(said[0].splitlines()) == len(said[1].splitlines())
    return [line for each in said for line in each.splitlines()]


def changed(line: str, to: str) -> str:
    assert f"{line}\n" in SOUND
    return SOUND.replace(f"{line}\n", f"{to}\n", 1)


SLIPS = {
    "cutoff = 2021-09-30T12:00:00 | 3 | «cutoff» har et klokkeslett | cutoff = 2021-09-30": "cutoff = 2021-09-30",
    'cutoff = "30.09.2021" | 3 | uten anførselstegn | cutoff = 2021-09-30': "cutoff = 2021-09-30",
    "cutoff = 2021-02-30 | 3 | ikke en dato som finnes | cutoff = 2021-09-30": "cutoff = 2021-09-30",
    "cutoff = 30.09.2021 | 3 | ikke en dato som finnes | cutoff = 2021-09-30": "cutoff = 2021-09-30",
    "cutoff = 9999-12-31 | 3 | i årene 2000–2099 | cutoff = 2021-09-30": "cutoff = 2021-09-30",
    "cutoff = 12:00:00 | 3 | er et klokkeslett | cutoff = 2021-09-30": "cutoff = 2021-09-30",
    'published = "oktober" | 4 | «oktober», som ikke er en måned | published = "2021-10"': 'published = "2021-10"',
    'published = "2021-13" | 4 | «2021-13», som ikke er en måned | published = "2021-10"': 'published = "2021-10"',
    'published = "okt 2021" | 4 | Mente du «2021-10»? | published = "2021-10"': 'published = "2021-10"',
    "published = 2021-10 | 4 | mangler anførselstegn om måneden | published": 'published = "2021-10"',
    "budget_year = 0 | 5 | i årene 2000–2099 | budget_year = 2021": "budget_year = 2021",
    'budget_year = "2021" | 5 | et år i anførselstegn | budget_year = 2021': "budget_year = 2021",
    "budget_year = true | 5 | sann eller usann | budget_year = 2021": "budget_year = 2021",
    "budget_year = 2021.5 | 5 | tallet 2021.5 | budget_year = 2021": "budget_year = 2021",
    "budget_year = [2021] | 5 | en liste | budget_year = 2021": "budget_year = 2021",
    "budget_yaer = 2021 | 5 | Mente du «budget_year»? | budget_year = 2021": "budget_year = 2021",
    "budsjettår = 2021 | 5 | mangler likhetstegn|kan ikke leses | ": "budget_year = 2021",
    'previous = "2021-4" | 6 | Mente du «2021-04»? | previous = "2021-04"': 'previous = "2021-04"',
    'previous = "2021-09" | 6 | ikke er før runden selv | ""': 'previous = "2021-04"',
    "previous = 202104 | 6 | tallet 202104 | previous": 'previous = "2021-04"',
    "title = 5 | 2 | tallet 5, men skal være tekst | title =": 'title = "Nasjonal e-helseportefølje"',
    'title = " " | 2 | er tom | title =': 'title = "Nasjonal e-helseportefølje"',
    "title = “Portefølje” | 2 | skråstilte anførselstegn | title =": 'title = "Nasjonal e-helseportefølje"',
    'title = "Portefølje | 2 | uten make | ': 'title = "Nasjonal e-helseportefølje"',
    "title = Portefølje | 2 | mangler anførselstegn | title =": 'title = "Nasjonal e-helseportefølje"',
    'title = "a\\u0000b" | 2 | U\\+0000 | title =': 'title = "Nasjonal e-helseportefølje"',
    'keywords = "e-helse" | 10 | en liste av tekster | keywords = \\[': 'keywords = ["e-helse"]',
    "keywords = [1] | 10 | tallet 1 | keywords = \\[": 'keywords = ["e-helse"]',
    '1.1 = "Journal" | 16 | Koden 1.1 mangler anførselstegn | "1.1" = "Journal"': '"1.1" = "Journal"',
    '"1. a" = "Journal" | 16 | ikke en kode | "1.1" = ': '"1.1" = "Journal"',
    '"1.1" = 4 | 16 | tallet 4 | "1.1" = ': '"1.1" = "Journal"',
    "id = 7 | 19 | tallet 7 | id = ": 'id = "helse-vest"',
    'id = "ks" | 23 | Aktøren «ks» står to ganger | Ta bort': 'id = "helse-vest"',
    'id = "prn" | 19 | «prn» kan ikke være navnet på en fil | prn-hf': 'id = "helse-vest"',
    'nmae = "KS" | 24 | Mente du «name»? | name = ': 'name = "KS"',
    'cutoff = "x" | 24 | øverst i filen | Flytt': 'name = "KS"',
    "[repport] | 8 | Mente du «report»? | \\[report\\]": "[report]",
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_gets_its_message_with_line_and_remedy(slip: str, tmp_path: Path) -> None:
    written, line, what, remedy = (each.strip() for each in slip.split(" | "))

    said = told(tmp_path, changed(SLIPS[slip], written))

    mine = [each for each in said if each.startswith(f"round.toml, linje {line}: ")]
    assert len(mine) == 1
    assert re.search(what.replace("?", r"\?"), mine[0])
    assert re.search(remedy, mine[0])
    if "cutoff" not in written or "24" not in line:
        assert len(said) in (2, 4)


def test_one_slip_is_told_once_in_each_language(tmp_path: Path) -> None:
    assert len(told(tmp_path, changed("budget_year = 2021", "budget_yaer = 2021"))) == 2
    assert len(told(tmp_path, changed('"1.1" = "Journal"', '1.1 = "Journal"\n1.2 = "Kurve"'))) == 2


def test_several_slips_are_told_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = changed("cutoff = 2021-09-30", 'cutoff = "snart"').replace("budget_year = 2021", "budget_year = 99")

    said = told(tmp_path, text.replace('"KS"', "4"))

    assert [line.partition(":")[0] for line in said[:3]] == [f"round.toml, linje {number}" for number in (3, 5, 24)]


def test_what_is_missing_is_named_with_an_example(tmp_path: Path) -> None:
    assert told(tmp_path, changed("cutoff = 2021-09-30", ""))[0] == (
        "round.toml: «cutoff» mangler. Skriv for eksempel: cutoff = 2021-09-30"
    )


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (SOUND.encode("cp1252"), "linje 2: Filen er ikke lagret i UTF-8, men i et eldre tegnsett"),
        (SOUND.encode("utf-16"), "UTF-16"),
        (SOUND.encode("utf-16-be"), "UTF-16"),
        (b"", "Filen er tom"),
        (b"\n# bare en merknad\n", "Filen er tom"),
        (b"x = " + b"[" * 100_000, "i så mange ledd"),
        (b"x = " + b"[" * 60_000 + b"]" * 60_000, "i så mange ledd"),
        (b"budget_year = " + b"1" * 5000, "tusenvis av sifre"),
        (b"#" * 300_000, "større enn 200 kB"),
    ],
    ids=["cp1252", "utf-16", "utf-16-be", "empty", "comment", "open", "deep", "digits", "large"],
)
def test_a_file_that_is_no_settings_at_all_is_called_what_it_is(data: bytes, what: str, tmp_path: Path) -> None:
    said = told(tmp_path, data)

    assert len(said) == 2
    assert what in said[0]


def test_a_mark_of_utf_8_and_windows_line_ends_are_accepted(tmp_path: Path) -> None:
    found = read(tmp_path, b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode())

    assert (found.title, found.cutoff) == ("Nasjonal e-helseportefølje", date(2021, 9, 30))


def test_the_office_and_the_english_names_are_read_and_written_back(tmp_path: Path) -> None:
    english = '[en]\ntitle = "The portfolio"\nkeywords = ["e-health"]\n[en.focus_areas]\n"1.1" = "Records"\n'
    titles = '[en.chapters]\n"02-status" = "Where we stand"\n'
    contact = '[contact]\nname = "Porteføljekontoret"\nemail = "post@eksempel.no"\n'

    found = read(tmp_path, SOUND + contact + english + titles)

    assert found.contact == Contact("Porteføljekontoret", "post@eksempel.no")
    assert (found.english.title, found.english.chapters) == ("The portfolio", {"02-status": "Where we stand"})
    assert read(tmp_path, round_text(found)) == found


def test_the_english_edition_takes_the_english_names_and_keeps_the_others(tmp_path: Path) -> None:
    english = '[en]\ntitle = "The portfolio"\n[en.strategic_areas]\n"1" = "Digital work"\n"7" = "None such"\n'

    round_ = read(tmp_path, SOUND + english)
    found = round_.in_language(Lang.EN)

    assert round_.in_language(Lang.NB) == round_
    assert (found.title, found.publication.publisher) == ("The portfolio", "Direktoratet for e-helse")
    assert (found.strategic_areas, found.focus_areas) == ({"1": "Digital work"}, {"1.1": "Journal"})


def test_every_chapter_can_have_an_english_title() -> None:
    assert tuple(f"{name}.md" for name in CHAPTERS) == FILES


def test_a_folder_that_is_named_as_no_round_hides_no_round(tmp_path: Path) -> None:
    read(tmp_path, SOUND)
    copied = tmp_path / "submissions" / "2021-09 - Kopi"
    copied.mkdir()
    (copied / FILE).write_text(SOUND, "utf-8")

    assert find_round(tmp_path).id == "2021-09"


def test_rounds_in_folders_with_other_names_are_named(tmp_path: Path) -> None:
    read(tmp_path, SOUND)
    (tmp_path / "submissions" / "2021-09").rename(tmp_path / "submissions" / "2021-9")

    with pytest.raises(UsageError) as refused:
        find_round(tmp_path)

    assert "«2021-9»" in refused.value.text.nb


@pytest.mark.parametrize("start", range(0, 300, 50))
def test_a_mutated_file_is_read_or_told(start: int, tmp_path: Path) -> None:
    sound = (ROOT / "submissions" / "2021-04" / FILE).read_text("utf-8")

    said = [read_settings(tmp_path / "2021-04", mutated(sound, number)) for number in range(start, start + 50)]

    assert sum(map(bool, said)) > 20
    assert all(FILE in each.nb and FILE in each.en and each.nb != each.en for each in said if each)


@pytest.mark.parametrize(("written", "share"), [("", 5), ("\n[limits]\nshare_of_total = 12\n", 12)])
def test_a_round_says_how_much_of_a_total_may_move(written: str, share: int, tmp_path: Path) -> None:
    assert read(tmp_path, SOUND + written).limits.share_of_total == share


@pytest.mark.parametrize("written", ["0", "101", '"5"', "5.5", "true"])
def test_a_limit_is_a_whole_percentage(written: str, tmp_path: Path) -> None:
    said = told(tmp_path, f"{SOUND}\n[limits]\nshare_of_total = {written}\n")

    assert "helt tall fra 1 til 100" in said[0]
    assert "share_of_total = 5" in said[0]
