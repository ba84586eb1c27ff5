"""Prepare what `sjekk.html` runs on: Pyodide (Python as WebAssembly), and what a check imports of it, compiled.

The npm package is fetched once, in one exact version whose hash must agree; nothing of it is fetched at run time. What
is made lies in ehport/checker/runtime/ and goes into the wheel and the source distribution.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TARGET = ROOT / "ehport" / "checker" / "runtime"
sys.path.insert(0, str(ROOT))

from ehport.checker.encoding import encode  # noqa: E402 the project may not be installed yet
from ehport.checker.modules import standard  # noqa: E402

VERSION = "314.0.7"
INTEGRITY = "sha512-0YvXxEhfEdpLfb/XkM2BFAeMROq0iMUX2bzzH9pOttyMcWkwq+HbE5uyuGD82LN7y2q+SNvi/6V5JEsOlD2R1A=="
# A worker made from text is no module, and has no address of its own.
EDITS = {
    "export default _createPyodideModule": "globalThis.createPyodideModule = _createPyodideModule",
    "import.meta.url": '"https://intet.invalid/"',
}
NOTHING = "Pyodide can not be had, so that ehport cannot write sjekk.html; everything else works"


def main() -> int:
    """Prepare the runtime unless it is ready."""
    facts = _facts()
    written = TARGET / "runtime.json"
    if written.is_file() and facts.items() <= json.loads(written.read_text("utf-8")).items():
        return 0
    missing = [program for program in ("npm", "node") if shutil.which(program) is None]
    if missing:
        print(f"setup: {' and '.join(missing)} is not here: {NOTHING}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        try:
            package = _fetched(work)
        except subprocess.CalledProcessError as failed:
            print(f"setup: npm says «{failed.stderr.strip().splitlines()[-1:]}»: {NOTHING}", file=sys.stderr)
            return 0
        _write(package, work, facts)
    return 0


def _facts() -> dict[str, str | list[str]]:
    """Return what the runtime is made of; when any of it changes, it is made anew."""
    made_by = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(HERE.iterdir()) if path.is_file()))
    return {"pyodide": VERSION, "integrity": INTEGRITY, "made_by": made_by.hexdigest(), "standard": sorted(standard())}


def _fetched(work: Path) -> Path:
    """Return the folder of the npm package, after its hash has been found to be the one expected."""
    command = ["npm", "pack", f"pyodide@{VERSION}", "--silent", "--pack-destination", str(work)]
    subprocess.run(command, check=True, capture_output=True, text=True, cwd=work)
    archive = next(work.glob("*.tgz"))
    found = "sha512-" + base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if found != INTEGRITY:
        raise SystemExit(f"setup: {archive.name} has the hash {found}, and {INTEGRITY} is expected")
    with tarfile.open(archive) as packed:
        packed.extractall(work, filter="data")
    return work / "package"


def _write(package: Path, work: Path, facts: Mapping[str, str | list[str]]) -> None:
    subprocess.run(["node", str(HERE / "prepare.mjs"), package, ROOT, work], check=True)
    script = (package / "pyodide.asm.mjs").read_text("utf-8")
    for before, after in EDITS.items():
        if before not in script:
            raise SystemExit(f"setup: pyodide.asm.mjs has no «{before}»")
        script = script.replace(before, after)
    lock = json.loads((package / "pyodide-lock.json").read_text("utf-8")) | {"packages": {}}
    starts = (script, (package / "pyodide.js").read_text("utf-8"), f"globalThis.LOCK = {json.dumps(json.dumps(lock))}")
    parts = {
        "script": ";\n".join(starts).encode(),
        "wasm": (package / "pyodide.asm.wasm").read_bytes(),
        "python": (work / "python.zip").read_bytes(),
    }
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    packed = {name: gzip.compress(data, 9, mtime=0) for name, data in parts.items()}
    for name, data in packed.items():
        (TARGET / f"{name}.txt").write_bytes(encode(data).encode())
    sizes = {name: len(data) for name, data in packed.items()}
    (TARGET / "runtime.json").write_text(json.dumps({**facts, "sizes": sizes}, indent=2) + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
