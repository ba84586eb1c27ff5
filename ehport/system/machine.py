"""The machine asked: what Python, libraries, programs and folders it has, and whether it can lay out a page."""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from ehport.system.assets import fonts

_WINDOWS_FOLDERS = r"C:\msys64\ucrt64\bin;C:\msys64\mingw64\bin;C:\Program Files\GTK3-Runtime Win64\bin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """The answers of a machine to what the examination asks."""

    python: tuple[int, ...]
    system: str  # as `platform.system` says it
    folder: Path
    requirements: Callable[[], list[str] | None]  # of ehport itself; None when it is not installed
    version: Callable[[str], str | None]
    has_library: Callable[[tuple[str, ...]], bool]
    font_folder: Callable[[], Path]
    program: Callable[[str], str | None]
    processor: str = ""  # as `platform.machine` says it
    lay_out: Callable[[], str] = str  # one page; what is wrong is returned, nothing when it can be done


def this_machine() -> Machine:
    """Return the machine that runs this, examined from the folder it runs in."""
    return Machine(
        python=sys.version_info[:3],
        system=platform.system(),
        folder=Path.cwd(),
        requirements=_requirements,
        version=_version,
        has_library=_has_library,
        font_folder=fonts,
        program=shutil.which,
        processor=platform.machine(),
        lay_out=_lay_out,
    )


def _requirements() -> list[str] | None:
    try:
        return [each for each in metadata.requires("ehport") or [] if "extra ==" not in each]
    except metadata.PackageNotFoundError:
        return None


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _has_library(names: tuple[str, ...]) -> bool:
    if sys.platform == "win32":
        for folder in os.getenv("WEASYPRINT_DLL_DIRECTORIES", _WINDOWS_FOLDERS).split(";"):
            if Path(folder).is_dir():
                os.add_dll_directory(folder)
    return any(_loads(name) for name in names) or any(map(ctypes.util.find_library, names))


def _lay_out() -> str:
    """Lay out one page in a process of its own; return what is wrong, as the last line that the process printed."""
    known = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-m", "ehport.pdf.one_page"]
    try:
        ran = subprocess.run(command, env=known, capture_output=True, encoding="utf-8", errors="replace", timeout=120)
    except (OSError, subprocess.TimeoutExpired) as bad:
        return str(bad)
    told = [line for line in ran.stderr.splitlines() if line.strip()]
    return "" if ran.returncode == 0 else (told or [f"exit {ran.returncode}"])[-1].strip()


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
