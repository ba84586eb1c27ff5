"""The sheet Veiledning: how the workbook is used, and every question with its rule and an example, from the fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple

from openpyxl.worksheet.worksheet import Worksheet

from ehport.form.actor import Actor
from ehport.form.field import Field, field_of, fields_of
from ehport.form.project import Project
from ehport.lang import dates
from ehport.lang.language import Lang, Text
from ehport.model.round import Round
from ehport.workbook import layout, style
from ehport.workbook.sheet import protect, put, put_bar, set_columns, set_print

_COLUMNS, _WIDTHS = "BCDE", {"B": 34, "C": 58, "D": 44, "E": 24}
_TITLE = Text("Innmelding til {title}, runde {round}", "Submission to {title}, round {round}")
_STEPS = (
    Text(
        "Ett ark per prosjekt, og ett om aktøren. Tab går fra svar til svar; ledetekstene kan ikke endres.",
        "One sheet per project, and one about the actor. Tab goes from answer to answer; labels cannot be changed.",
    ),
    Text(
        "Nytt prosjekt: fyll ut det tomme arket, eller kopier et prosjektark (høyreklikk på fanen › Flytt eller "
        "kopier › Opprett en kopi). Arkets navn er uten betydning.",
        "New project: fill in the empty sheet, or copy a project sheet (right-click the tab › Move or Copy › "
        "Create a copy). The sheet's name does not matter.",
    ),
    Text(
        "Skriv i de hvite cellene. Flere rader i en liste: sett inn rader over linjen «Sett inn flere rader over "
        "denne linjen».",
        "Write in the white cells. More rows in a list: insert rows above the line «Insert more rows above this line».",
    ),
    Text(
        "Beløp er i millioner kroner med komma. Tomt betyr ikke oppgitt, 0 betyr null kroner. Er noe ikke "
        "avklart, skriv «Ikke avklart».",
        "Amounts are in million kroner with a decimal comma. Empty means not given, 0 means zero kroner. If "
        "something is undecided, write «Ikke avklart».",
    ),
    Text(
        "Spørsmål med fet ledetekst må besvares. Kontroll, ved siden av svaret, sier hva som bør ses på, mens du "
        "skriver. Øverst står det hvor mye som er igjen, med en lenke til det neste.",
        "Questions with a bold label must be answered. Check, beside the answer, says what to look at while you "
        "write. How much remains stands at the top, with a link to the next.",
    ),
    Text(
        "Skriv roller, ikke navn på personer. Svarene blir trykt i en offentlig rapport; bare arket Aktør er for "
        "porteføljekontoret alene.",
        "Write roles, not names of persons. The answers are printed in a public report; only the sheet Actor is "
        "for the portfolio office alone.",
    ),
    Text(
        "Sjekk arbeidsboken før du sender den: lagre den, dobbeltklikk på sjekk.html, som fulgte med, og slipp "
        "arbeidsboken på siden som åpner seg.",
        "Check the workbook before you send it: save it, double-click sjekk.html, which came along, and drop the "
        "workbook on the page that opens.",
    ),
)
_PREFILLED_STEPS = (
    Text(
        "Svarene fra forrige runde står der allerede når prosjektet var med: se over alt, og rett det som er endret.",
        "Last round's answers are already there when the project took part: look through all of it, and correct what "
        "has changed.",
    ),
    Text(
        "Lyseblå celler i kursiv er svar fra forrige runde. Rett det som er endret; da går fargen bort. Gjelder "
        "svarene i en hel del fortsatt, velg Ja ved «Ingen endring» øverst i delen.",
        "Light blue cells in italics are last round's answers. Correct what has changed; the colour then goes away. "
        "Where all answers of a part still hold, choose Ja at «No change» at the top of the part.",
    ),
    Text(
        "Er det ingenting nytt i noen av prosjektene, velg Ja ved «{label}» på arket Aktør. Da trengs ingen andre "
        "svar enn på nye spørsmål.",
        "If there is nothing new in any of the projects, choose Ja at «{label}» on the sheet Actor. Then only new "
        "questions need an answer.",
    ),
)
_DEADLINE = Text("Svar innen {day}. Budsjettåret er {year}.", "Answer by {day}. The budget year is {year}.")
_CONTACT = Text("Spørsmål og svar til {contact}.", "Questions and answers to {contact}.")
_MUST, _ROWS = Text("Må besvares.", "Must be answered."), Text("Én rad per svar", "One row per answer")
_ACTOR = Text("Aktør", "Actor")


Row = tuple[str, tuple[str, ...]]  # style of a row's first cell, texts


def write_guide(sheet: Worksheet, round_: Round, lang: Lang, *, is_prefilled: bool = False) -> None:
    """Write the guidance of a round's form; a prefilled workbook also tells what its colour means."""
    set_columns(sheet, {"A": style.WIDTHS["A"], **_WIDTHS})
    title = _TITLE.format(title=round_.title, round=round_.id)[lang]
    put(sheet, "A1", layout.GUIDE, style.KEY)
    put_bar(sheet, 1, {"B": title}, look=style.TITLE, columns=_COLUMNS)
    style.set_height(sheet, 1, 27)
    row = _write_steps(sheet, round_, lang, _steps(lang, is_prefilled=is_prefilled))
    for look, texts in _questions(round_, lang, is_prefilled=is_prefilled):
        row += 1
        _write_row(sheet, row, look, texts)
    sheet.freeze_panes = "A2"
    sheet.sheet_view.showGridLines, sheet.sheet_view.zoomScale = False, style.ZOOM
    set_print(sheet, f"B1:E{row}", lang)
    protect(sheet)


def _steps(lang: Lang, *, is_prefilled: bool) -> list[str]:
    first, *others = _STEPS
    steps = (first, *(_PREFILLED_STEPS if is_prefilled else ()), *others)
    nothing = field_of(Actor, "nothing_to_report").label[lang]
    return [step.format(label=nothing)[lang] for step in steps]


def _write_steps(sheet: Worksheet, round_: Round, lang: Lang, steps: Sequence[str]) -> int:
    """Write the short instructions and return the last row used."""
    deadline = _DEADLINE.format(day=dates.day(round_.cutoff, lang), year=round_.budget_year)[lang]
    asked = ", ".join(filter(None, astuple(round_.contact)))
    put(sheet, "B2", f"{deadline} {_CONTACT.format(contact=asked)[lang]}" if asked else deadline, style.LEAD)
    style.set_height(sheet, 2, 24)
    row = 2
    for number, step in enumerate(steps, start=1):
        row += 1
        put(sheet, f"B{row}", f"{number}.  {step}", style.LINE)
        style.set_height(sheet, row, 17)
    return row + 1


def _write_row(sheet: Worksheet, row: int, look: str, texts: tuple[str, ...]) -> None:
    beside = style.HEAD_HELP if look == style.HEAD else look
    put_bar(sheet, row, dict(zip(_COLUMNS, texts, strict=False)), look=beside, columns=_COLUMNS)
    sheet[f"B{row}"].style = look
    wrapped = [] if look == style.BAR else zip(texts, _WIDTHS.values(), strict=False)
    cells = [(text, width, look) for text, width in wrapped]
    style.set_height(sheet, row, style.needed_height(cells), least=20 if look == style.BAR else 15)


def _questions(round_: Round, lang: Lang, *, is_prefilled: bool) -> Iterator[Row]:
    yield style.COLUMN, tuple(heading[lang] for heading in layout.GUIDE_HEADINGS)
    yield style.BAR, (_ACTOR[lang],)
    for each in fields_of(Actor):
        yield from _question(each, round_, lang)
    section = None
    for each in fields_of(Project):
        if not each.asked_in(round_.id) or (each.confirms and not is_prefilled):
            continue
        if each.section is not section:
            section = each.section
            yield style.BAR, (layout.section_title(section, lang),)
        yield from _question(each, round_, lang)


def _question(each: Field, round_: Round, lang: Lang) -> Iterator[Row]:
    label = each.heading(lang, round_.budget_year)
    if not each.is_list:
        asked = " ".join(part for part in (each.help[lang], _MUST[lang] if each.required else "") if part)
        example = "" if hasattr(each.kind, "limit") else each.one.example
        yield style.TEXT, (label, asked, each.one.describe(lang), example)
        return
    is_free = not each.rows.keys and not each.rows.single
    yield style.HEAD, (label, each.help[lang], _ROWS[lang] if is_free else "")
    if not each.rows.single:
        first = 1 if each.rows.keys else 0  # what such a row is about stands there already
        for column in fields_of(each.rows.record)[first:]:
            yield from _question(column, round_, lang)
