"""The examination of the machine: what is missing is named, with a remedy that fits the platform."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ehport.lang.language import Lang
from ehport.system import doctor


@pytest.fixture
def healthy(tmp_path):
    """Return a machine that has everything, on Debian."""
    for name in doctor.FONT_FILES:
        (tmp_path / name).touch()
    return doctor.Machine(
        python=(3, 12, 1),
        system="Linux",
        folder=tmp_path,
        requirements=lambda: ["pandas<4,>=3", "weasyprint==70.0", "fonttools[woff]>=4.60"],
        version={"pandas": "3.1.1", "weasyprint": "70.0", "fonttools": "4.68.0"}.get,
        has_library=lambda names: True,
        font_folder=lambda: tmp_path,
        program={"apt-get": "apt-get", "soffice": "soffice"}.get,
    )


def ill(machine):
    """Return what the examination finds wrong, as the name and the remedy in English."""
    return [(found.name.en, found.remedy and found.remedy.en) for found in doctor.diagnose(machine) if not found.ok]


def test_a_machine_with_everything_is_well(healthy):
    assert ill(healthy) == []
    assert "Alt er på plass." in doctor.render(doctor.diagnose(healthy), Lang.NB)


def test_an_old_python_is_told_from_a_new_one(healthy):
    assert ill(replace(healthy, python=(3, 10, 14))) == [("Python", "install Python 3.11 or newer")]
    assert ill(replace(healthy, python=(3, 11, 0))) == []


@pytest.mark.parametrize(
    ("version", "found"),
    [
        ("2.3.3", "2.3.3, but ehport needs <4,>=3"),
        ("4.0.0", "4.0.0, but ehport needs <4,>=3"),
        (None, "not installed"),
    ],
)
def test_a_library_outside_its_bounds_is_reported_with_them(healthy, version, found):
    machine = replace(healthy, requirements=lambda: ["pandas<4,>=3"], version=lambda name: version)

    (finding,) = (each for each in doctor.diagnose(machine) if not each.ok)

    assert (finding.name.en, finding.found.en) == ("pandas", found)


@pytest.mark.parametrize("version", ["70.0", "70", "70.0.0"])
def test_an_exact_version_is_met_however_it_is_written(healthy, version):
    machine = replace(healthy, requirements=lambda: ["weasyprint==70.0"], version=lambda name: version)

    assert ill(machine) == []


def test_a_source_tree_that_is_not_installed_says_how_to_install_it(healthy):
    ((name, remedy),) = ill(replace(healthy, requirements=lambda: None))

    assert name == "ehport"
    assert "make setup" in remedy


@pytest.mark.parametrize(
    ("system", "programs", "remedy"),
    [
        ("Linux", {"apt-get"}, "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
        ("Linux", {"dnf"}, "sudo dnf install pango harfbuzz fontconfig"),
        ("Linux", set(), "install Pango 1.44 or newer, with HarfBuzz and Fontconfig"),
        ("Darwin", set(), "brew install pango"),
        ("Windows", set(), "install MSYS2 and run «pacman -S mingw-w64-ucrt-x86_64-pango»"),
    ],
)
def test_the_remedy_for_a_missing_pango_fits_the_platform(healthy, system, programs, remedy):
    machine = replace(
        healthy,
        system=system,
        has_library=lambda names: "libpango-1.0.so.0" not in names,
        program=lambda name: name if name in programs else None,
    )

    assert ill(machine) == [("Pango", remedy)]


def test_on_apple_silicon_the_variable_is_named_that_lets_another_python_find_pango(healthy):
    machine = replace(healthy, system="Darwin", processor="arm64", lay_out=lambda: "cannot load library")

    ((name, remedy),) = ill(machine)

    assert name == "one page as PDF"
    assert "brew install pango" in remedy
    assert "DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib" in remedy


def test_a_page_that_cannot_be_laid_out_is_told_though_every_library_is_there(healthy):
    machine = replace(healthy, lay_out=lambda: "cannot load library 'libpango'")

    (finding,) = (each for each in doctor.diagnose(machine) if not each.ok)

    assert "cannot load library 'libpango'" in finding.found.en
    assert finding.remedy.en.startswith("sudo apt-get install libpango")


def test_a_missing_font_file_is_named(healthy, tmp_path):
    (tmp_path / doctor.FONT_FILES[1]).unlink()

    (finding,) = (each for each in doctor.diagnose(healthy) if not each.ok)

    assert doctor.FONT_FILES[1] in finding.found.nb


def test_missing_font_files_are_a_finding_and_no_traceback(healthy, tmp_path):
    nowhere = replace(healthy, font_folder=lambda: tmp_path / "nowhere")

    assert [name for name, _ in ill(nowhere)] == ["typeface Source Sans 3"]


def test_a_folder_that_cannot_be_written_is_reported(healthy, tmp_path):
    ((name, remedy),) = ill(replace(healthy, folder=tmp_path / "gone"))

    assert name == "this folder"
    assert "write access" in remedy


def test_libreoffice_may_be_missing(healthy):
    assert ill(replace(healthy, program={"apt-get": "apt-get"}.get)) == []


def test_plain_marks_stand_in_where_the_terminal_has_no_others(healthy):
    findings = doctor.diagnose(replace(healthy, python=(3, 9, 0)))

    assert doctor.render(findings, Lang.EN).startswith("✗ Python")
    assert doctor.render(findings, Lang.EN, "ascii").startswith("!! Python")


def test_this_very_machine_answers_every_question():
    findings = doctor.diagnose()

    assert {"Python", "Pango", "LibreOffice"} <= {finding.name.en for finding in findings}
    assert all(finding.ok or finding.remedy for finding in findings)
