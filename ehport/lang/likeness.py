"""Did you mean: the known names that are most like one that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from ehport.lang.language import Text

_MOST, _ALIKE = 3, 0.6


def alike(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the known names that are most like a name, the most alike first; case does not count.

    A number is like another of as many digits only.
    """
    asked = name.casefold()
    folded = {each.casefold(): each for each in known if not asked.isdigit() or len(each) == len(asked)}
    begun = [each for each in folded if len(asked) > 1 and each.startswith(asked)][:_MOST]
    near = [*begun, *(each for each in get_close_matches(asked, folded, _MOST, _ALIKE) if each not in begun)]
    return tuple(folded[each] for each in near[:_MOST])


def did_you_mean(name: str, known: Iterable[str]) -> Text:
    """Return a sentence with the names that may have been meant, a space before it; nothing where none is near."""
    near = alike(name, known)
    if not near:
        return Text("", "")
    names = [f"«{each}»" for each in near]
    return Text(f" Mente du {_or(names, 'eller')}?", f" Did you mean {_or(names, 'or')}?")


def _or(names: list[str], word: str) -> str:
    return f" {word} ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
