"""One setting changed in a ``round.toml`` that people have written in."""

from __future__ import annotations

from pathlib import Path

import pytest

from ehport.rounds.round_edit import set_list
from ehport.system.errors import UsageError

TABLES = '\n# De som blir spurt.\n[[actors]]\nid = "ks"\nlate = ["not mine"]\n'


@pytest.mark.parametrize(
    ("head", "changed"),
    [
        ('id = "2021-09"\nform = "1"\n', 'id = "2021-09"\nform = "1"\nlate = ["ks"]\n'),
        ('id = "2021-09"\n# form = "2"\n', 'id = "2021-09"\nlate = ["ks"]\n# form = "2"\n'),
        ('late = [\n  "helse-nord", # i går\n]\nid = "2021-09"\n', 'late = ["ks"]\nid = "2021-09"\n'),
        ('id = "2021-09"\r\n', 'id = "2021-09"\r\nlate = ["ks"]\r\n'),
    ],
)
def test_a_setting_is_written_above_the_tables_and_nothing_else_changes(
    head: str, changed: str, tmp_path: Path
) -> None:
    (tmp_path / "round.toml").write_text(head + TABLES, "utf-8", newline="")

    set_list(tmp_path, "late", ["ks"])

    assert (tmp_path / "round.toml").read_bytes().decode() == changed + TABLES
    assert [path.read_bytes().decode() for path in (tmp_path / ".earlier").iterdir()] == [head + TABLES]


@pytest.mark.parametrize("text", ["id = 2021-9\n", 'title = """\nlate = ["x"]\n"""\n', 'late = "ks" # []\n'])
def test_a_file_that_cannot_be_changed_with_certainty_is_left_as_it_is(text: str, tmp_path: Path) -> None:
    (tmp_path / "round.toml").write_text(text, "utf-8")

    with pytest.raises(UsageError) as refused:
        set_list(tmp_path, "late", ["ks"])

    assert 'late = ["ks"]' in refused.value.text.nb
    assert (tmp_path / "round.toml").read_text("utf-8") == text
