"""Make the pictures of README and the guides: a page of the sample report, and a workbook with its marks.

`make pictures` runs it. `made.json` beside the pictures says which script made which bytes, so that a test can tell a
picture that was changed by hand, and one that a newer script would make otherwise.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageChops

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
ROUND, CHAPTER, ACTOR, PROJECT = "2021-04", "2", "helse-nord", "167 FRESK"
_COLOURS, _EDGE = 64, 12


def main() -> int:
    """Make all pictures, and return 1 when a tool is missing."""
    missing = [each for each in ("soffice", "pdftoppm", "pdftotext") if shutil.which(each) is None]
    if missing:
        print(f"pictures: {', '.join(missing)} is missing; install LibreOffice and poppler-utils", file=sys.stderr)
        return 1
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        report, workbook = _report(Path(made)), _workbook(Path(made))
        _picture(report, 1, "rapport.png", dots=90)
        _picture(workbook, 1, "meldinger.png", dots=120)
        _picture(workbook, _page_of(PROJECT, workbook), "merket.png", dots=100)
    script = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()
    bytes_of = {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in sorted(PICTURES.glob("*.png"))}
    told = json.dumps({"script": script, "pictures": bytes_of}, indent=2)
    (PICTURES / "made.json").write_text(f"{told}\n", "utf-8")
    return 0


def _report(folder: Path) -> Path:
    _run(sys.executable, "-m", "ehport", "build-report", ROUND, "--chapter", CHAPTER, "--out", folder, "--quiet")
    return folder / "utdrag.pdf"


def _workbook(folder: Path) -> Path:
    received = ROOT / "submissions" / ROUND / f"{ACTOR}.xlsx"
    _run(sys.executable, "-m", "ehport", "check", received, "--annotate", folder, "--quiet")
    (marked,) = folder.glob("*.xlsx")
    _run(
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        marked,
    )
    return marked.with_suffix(".pdf")


def _page_of(text: str, pdf: Path) -> int:
    pages = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout.split("\f")
    return 1 + next(number for number, page in enumerate(pages) if page.lstrip().startswith(f"Prosjekt\n\n{text}"))


def _picture(pdf: Path, page: int, name: str, *, dots: int) -> None:
    """Write a page without its empty margins, in as few colours as it has use for."""
    stem = pdf.with_name(Path(name).stem)
    _run("pdftoppm", "-png", "-singlefile", "-r", dots, "-f", page, "-l", page, pdf, stem)
    with Image.open(stem.with_suffix(".png")) as drawn:
        whole = drawn.convert("RGB")
    left, top, right, bottom = ImageChops.difference(whole, Image.new("RGB", whole.size, "white")).getbbox()
    cut = whole.crop((left - _EDGE, top - _EDGE, right + _EDGE, bottom + _EDGE))
    cut.quantize(_COLOURS).save(PICTURES / name, optimize=True)


def _run(*command: object) -> None:
    ran = subprocess.run([*map(str, command)], cwd=ROOT, capture_output=True, check=False)
    if ran.returncode > 1:  # 1 tells of errors in the workbook
        sys.stderr.buffer.write(ran.stderr)
        sys.exit(f"pictures: {command[0]} failed")


if __name__ == "__main__":
    sys.exit(main())
