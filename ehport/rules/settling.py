"""What the office has dealt with: adjustments and exemptions settle diagnostics, and some settle none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ehport.diagnostics.code import Code
from ehport.diagnostics.diagnostic import Diagnostic
from ehport.diagnostics.personal import PERSONAL_RULES
from ehport.diagnostics.portfolio import EDITORIAL_RULES
from ehport.diagnostics.severity import Severity
from ehport.model.portfolio import Portfolio
from ehport.rules.exempting import Exempt
from ehport.rules.money import MONEY, PERIODS


def settle(diagnostics: Iterable[Diagnostic], portfolio: Portfolio) -> tuple[Diagnostic, ...]:
    """Return the diagnostics with the office's reasons, and what is wrong with the exemptions last.

    What is told about the chapters is settled by itself, because they are read later. Only an exemption settles what is
    told about personal data: it would be printed in spite of an adjustment, and of an actor who is late.
    """
    exempt = [each for each in _exempt(portfolio) if not _is_of_chapters(each)]
    reasons = _adjusted_fields(portfolio)
    late = {each.file.name: _LATE.format(round=each.round_id) for each in portfolio.submissions if each.stands_in}
    weighed = (
        each if each.code in PERSONAL_RULES else replace(each, settled=late.get(each.at.file, each.settled))
        for each in diagnostics
    )
    found = [_settled(each, reasons, exempt) for each in weighed]
    return (*found, *_about_exemptions(found, exempt, portfolio))


def settle_chapters(diagnostics: Iterable[Diagnostic], portfolio: Portfolio) -> tuple[Diagnostic, ...]:
    """Return what was found in the chapters with the office's reasons, and what is wrong with their exemptions last."""
    exempt = _exempt(portfolio)
    found = [_settled(each, {}, exempt) for each in diagnostics]
    return (*found, *_about_exemptions(found, filter(_is_of_chapters, exempt), portfolio))


def _exempt(portfolio: Portfolio) -> list[Exempt]:
    return [Exempt(each, portfolio.round.id, portfolio.round.budget_year) for each in portfolio.exemptions]


def _is_of_chapters(exempt: Exempt) -> bool:
    """Tell whether an exemption can only be of a chapter: by its code, or by the file it names."""
    of_file = (exempt.entry.record.field or "").endswith(_CHAPTER)
    return exempt.code in EDITORIAL_RULES or (exempt.code in PERSONAL_RULES and of_file)


def _settled(each: Diagnostic, reasons: dict[tuple[str, str], str], exempt: Sequence[Exempt]) -> Diagnostic:
    stays = each.severity is Severity.INFO or each.code in PERSONAL_RULES  # what was adjusted is printed all the same
    adjusted = "" if stays else reasons.get((each.at.project, each.at.field), "")
    reason = adjusted or next((one.reason for one in exempt if one.holds and one.covers(each)), "")
    return replace(each, settled=reason) if reason else each


def _adjusted_fields(portfolio: Portfolio) -> dict[tuple[str, str], str]:
    """Return the office's reason by project and field; an adjusted period settles all money of that period."""
    found: dict[tuple[str, str], str] = {}
    for member in portfolio.members:
        for name, adjusted in member.adjustments.items():
            fields = [f"{part}.{name}" for part in sorted(MONEY)] if name in PERIODS else [name]
            for field in fields:
                found[member.id, field] = adjusted.record.reason or ""
    return found


def _about_exemptions(
    found: Sequence[Diagnostic], exempt: Iterable[Exempt], portfolio: Portfolio
) -> Iterator[Diagnostic]:
    for each in exempt:
        covered = [one for one in found if each.covers(one)]
        if not covered and not each.is_known_in(portfolio):
            yield each.tell(Code.EXEMPTION_UNKNOWN)
        elif not covered or (not each.holds and all(one.settled for one in covered)):
            yield each.tell(Code.EXEMPTION_UNUSED)
        elif not each.holds and each.entry.record.last_round:  # without one, the empty cell is told
            yield each.tell(Code.EXEMPTION_EXPIRED)


_CHAPTER = ".md"
_LATE = "innmeldingen er fra runde {round}, fordi aktøren ikke har levert"
