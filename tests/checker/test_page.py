"""The page of the check without a browser: what it is made of, and what is said when it cannot be made."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys
from dataclasses import replace

import pytest

from ehport.checker import modules
from ehport.checker.encoding import TAKEN, encode
from ehport.checker.page import render_page
from ehport.checker.runtime import Runtime, find_runtime
from ehport.lang.language import Lang
from ehport.model.round import CHECKER, Contact, files_of
from ehport.rounds.find import usable
from ehport.system.errors import UsageError
from tests.source import ROOT

NO_RUNTIME = Runtime("0", (("script", "", 0), ("wasm", "", 0), ("python", "", 0)))
ROUND = ROOT / "submissions" / "2021-04"


def decoded(text: str, size: int) -> bytes:
    """What the page's own `decode` does, bit by bit."""
    signs = []
    for sign in text:
        code = ord(sign)
        signs += [ord(TAKEN[(code >> 7) - 1]), code & 127] if code > 127 else [code]
    bits = "".join(f"{sign:07b}" for sign in signs)
    return bytes(int(bits[at : at + 8], 2) for at in range(0, size * 8, 8))


@pytest.mark.parametrize(
    "data",
    [b"", b"\0", b"\r\n<!--</script>", bytes(range(256)), bytes(100), b"\xff" * 99, hashlib.sha512(b"a").digest() * 50],
    ids=["empty", "zero", "markup", "every", "zeros", "ones", "mixed"],
)
def test_bytes_survive_as_text_of_a_page(data: bytes) -> None:
    text = encode(data)

    assert decoded(text, len(data)) == data
    assert set(TAKEN).isdisjoint(text)
    assert len(text.encode()) <= len(data) * 8 / 7 + 16


def test_a_page_can_run_its_own_scripts_and_nothing_else() -> None:
    page = render_page(NO_RUNTIME, Lang.NB, usable(ROUND))

    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1]
    run = [text for kind, text in re.findall(r"<script([^>]*)>(.*?)</script>", page, re.S) if "/plain" not in kind]
    hashes = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in run[2:]}
    assert policy.startswith("default-src 'none'; ")
    assert set(re.findall(r"script-src [^;]*", policy)[0].split()[1:]) == {
        *(f"'sha256-{each}'" for each in hashes),
        "'wasm-unsafe-eval'",
    }
    assert "unsafe-inline" not in policy
    assert not re.search(r"\b(src|href)=|url\(|@import", page)


def test_the_same_round_gives_the_same_page() -> None:
    once, again = (render_page(NO_RUNTIME, Lang.EN, usable(ROUND)) for _ in range(2))

    assert once == again
    assert '<html lang="en">' in once


def test_the_page_names_the_office_that_can_be_asked() -> None:
    contact = Contact("Kari & Co <kontoret>", "post@example.no", "12 34 56 78")

    page = render_page(NO_RUNTIME, Lang.NB, replace(usable(ROUND), contact=contact))

    mail = '<a href="mailto:post@example.no">post@example.no</a>'
    assert f"</span> Kari &amp; Co &lt;kontoret&gt;, {mail}, 12 34 56 78</p>" in page
    assert "mailto" not in render_page(NO_RUNTIME, Lang.NB, usable(ROUND))


def test_a_check_takes_no_library_and_not_the_whole_program() -> None:
    needed = modules.find_needed()

    assert {"ehport.checker.inside", "ehport.rules.verdict", "ehport.workbook.read"} <= needed
    assert not [each for each in needed if each.startswith(("ehport.pdf", "ehport.figures", "ehport.analysis"))]


def test_the_modules_of_a_check_are_enough_for_one() -> None:
    run = (
        "import sys; sys.modules.update(dict.fromkeys(['openpyxl', 'pandas', 'typer', 'jinja2']));"
        "from ehport.checker import inside, modules; from pathlib import Path;"
        f"inside.check(Path({str(ROUND / 'helse-vest.xlsx')!r}));"
        "print(*sorted({each for each in sys.modules if each.startswith('ehport')} - modules.find_needed()))"
    )

    ran = subprocess.run([sys.executable, "-c", run], cwd=ROOT, capture_output=True, text=True, check=False)

    assert (ran.stdout.split(), ran.stderr) == (["ehport.checker.modules"], "")


def test_without_its_runtime_one_sentence_says_what_is_missing(tmp_path) -> None:
    with pytest.raises(UsageError) as told:
        find_runtime(tmp_path)

    assert told.value.text[Lang.NB].startswith("sjekk.html kan ikke lages")
    assert "npm" in told.value.text[Lang.EN]


def test_a_round_is_opened_without_the_runtime_too(tmp_path, monkeypatch, capsys) -> None:
    from ehport import cli
    from ehport.checker import runtime

    monkeypatch.setattr(runtime.find_runtime, "__defaults__", (tmp_path / "nowhere",))
    monkeypatch.setattr(sys, "argv", ["ehport", "open-round", "2022-01", "--root", str(tmp_path)])

    with pytest.raises(SystemExit) as ended:
        cli.main()

    told = capsys.readouterr()
    assert not ended.value.code
    assert "sjekk.html kan ikke lages" in " ".join(told.err.split())
    assert (tmp_path / "submissions" / "2022-01" / "round.toml").is_file()


def test_the_page_is_no_part_of_what_a_report_is_made_of(tmp_path) -> None:
    (tmp_path / CHECKER).write_text("", "utf-8")
    (tmp_path / "round.toml").write_text("", "utf-8")

    assert [path.name for path in files_of(tmp_path)] == ["round.toml"]
