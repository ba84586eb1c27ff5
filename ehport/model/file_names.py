"""Names of files that every system takes: a round's folder is shared, and with Windows too."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ehport.lang.language import Text
from ehport.model.round import REGISTER

LONGEST = 100
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.IGNORECASE)
_SIGNS = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')


def wrong_with_name(name: str) -> Text | None:
    """Return why a name, without its ending, cannot be that of a file everywhere; nothing when it can."""
    sign = _SIGNS.search(name)
    if _RESERVED.fullmatch(name.partition(".")[0].rstrip(" ")):
        return _IS_RESERVED.format(name=name)
    if sign:
        return _HAS_SIGN.format(name=name, sign=sign[0] if sign[0].isprintable() else f"U+{ord(sign[0]):04X}")
    if not name or name != name.strip(" ") or name.startswith((".", "~$")) or name.endswith("."):
        return _HAS_EDGE.format(name=name)
    if len(name.encode()) > LONGEST:
        return _IS_LONG.format(name=name[:20], longest=LONGEST)
    return None


def wrong_with_ids(ids: Iterable[str]) -> Text | None:
    """Return why actors' ids cannot all name a workbook in one folder; nothing when they can."""
    seen = {REGISTER.partition(".")[0]: ""}
    for each in ids:
        wrong = wrong_with_name(each)
        if wrong:
            return wrong
        other = seen.setdefault(each.casefold(), each)
        if not other:
            return _IS_THE_REGISTER.format(name=each)
        if other != each:
            return _DIFFER_IN_CASE.format(name=each, other=other)
    return None


_IS_RESERVED = Text(
    "«{name}» kan ikke være navnet på en fil i Windows, som har det til seg selv. Velg et annet, for eksempel "
    "«{name}-hf».",
    "«{name}» cannot be the name of a file in Windows, which keeps it for itself. Choose another, for example "
    "«{name}-hf».",
)
_HAS_SIGN = Text(
    "«{name}» har tegnet «{sign}», som ikke kan stå i navnet på en fil i Windows. Bruk bokstaver, sifre og bindestrek, "
    "for eksempel «helse-vest».",
    "«{name}» has the sign «{sign}», which cannot stand in the name of a file in Windows. Use letters, digits and "
    "hyphens, for example «helse-vest».",
)
_HAS_EDGE = Text(
    "«{name}» kan ikke være navnet på en fil: det er tomt, begynner eller slutter med punktum eller mellomrom, eller "
    "begynner med «~$». Skriv for eksempel «helse-vest».",
    "«{name}» cannot be the name of a file: it is empty, begins or ends with a full stop or a space, or begins with "
    "«~$». Write for example «helse-vest».",
)
_IS_LONG = Text(
    "«{name}…» er for langt til å være navnet på en fil: grensen er {longest} byte. Bruk en kortform, for eksempel "
    "«fhi».",
    "«{name}…» is too long for the name of a file: the limit is {longest} bytes. Use a short form, for example «fhi».",
)
_IS_THE_REGISTER = Text(
    "«{name}» er navnet på registeret i rundens mappe. Velg en annen aktørkode, for eksempel «{name}-hf».",
    "«{name}» is the name of the register in the round's folder. Choose another actor code, for example «{name}-hf».",
)
_DIFFER_IN_CASE = Text(
    "«{name}» og «{other}» skilles bare av store og små bokstaver, og blir én fil i Windows. Velg ulike aktørkoder.",
    "«{name}» and «{other}» differ in capital letters only, and are one file in Windows. Choose different actor codes.",
)
