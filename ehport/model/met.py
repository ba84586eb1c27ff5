"""Whether a dependency is met: its deadline, its status or a footnote to them says that it is done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ehport.form.done import says_done
from ehport.form.project import Dependency, Project
from ehport.form.vocabulary import State
from ehport.model.submission import Entry

_MET = frozenset({State.DELIVERED, State.CLOSED})
_MARKED = re.compile(r"(?P<mark>\*+)\)?\s*$")
_NOTE = re.compile(r"^\s*(?P<mark>\*+)\)?(?P<text>[^*].*)$", re.MULTILINE)
_TOLD_IN = ("due", "status")
_EXPLAINED_IN = ("dependencies_consequence", "other")


def is_met(project: Entry[Project], row: Entry[Dependency]) -> bool:
    """Tell whether a dependency of a project is met, whatever its status was asked to be."""
    due = row.record.due
    if due is not None and due.state in _MET:
        return True
    return any(says_done(row.text(name)) for name in _TOLD_IN) or any(map(says_done, _notes(project, row)))


def _notes(project: Entry[Project], row: Entry[Dependency]) -> Iterator[str]:
    """Yield what the answers below the list say at the footnote marks of a row."""
    marks = {found["mark"] for name in _TOLD_IN if (found := _MARKED.search(row.text(name)))}
    for name in _EXPLAINED_IN:
        yield from (found["text"] for found in _NOTE.finditer(project.text(name)) if found["mark"] in marks)
