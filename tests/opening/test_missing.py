"""What an open round lacks: made by its round.toml as it is now, and nothing that is there is touched."""

from __future__ import annotations

import pytest

from ehport.model.round import AskedActor
from ehport.opening.open import open_round, prepare_missing, write_opening
from ehport.rounds.find import SUBMISSIONS
from ehport.system.errors import UsageError

ROUND, NEW = "2021-09", "nytt-foretak"


def test_only_what_is_not_there_is_made_also_for_an_actor_who_was_added_by_hand(tmp_path):
    open_round(tmp_path, ROUND)
    folder = tmp_path / SUBMISSIONS / ROUND
    with (folder / "round.toml").open("a", encoding="utf-8") as settings:
        settings.write(f'\n[[actors]]\nid = "{NEW}"\nname = "Nytt foretak"\n')
    (folder / "ks.xlsx").rename(folder / "ks.xlsm")
    (folder / "helse-nord.xlsx").unlink()
    (folder / "editorial" / "01-oppsummering.md").unlink()
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    made = write_opening(prepare_missing(tmp_path, ROUND))

    names = {path.relative_to(folder).as_posix() for path in made.written}
    assert names == {f"{NEW}.xlsx", "helse-nord.xlsx", "editorial/01-oppsummering.md"}
    assert before == {path: path.read_bytes() for path in before}
    assert AskedActor(NEW, "Nytt foretak") in made.opening.material.round.actors
    assert prepare_missing(tmp_path, ROUND).files == ()


def test_a_round_that_is_not_open_lacks_nothing_that_could_be_made(tmp_path):
    with pytest.raises(UsageError):
        prepare_missing(tmp_path, ROUND)
