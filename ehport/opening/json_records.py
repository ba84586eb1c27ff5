"""Records: an actor's submission as JSON, for those whose project system can hand one in."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from ehport.form.answers import Answers, from_record
from ehport.form.project import Project
from ehport.lang.language import Text
from ehport.model.round import AskedActor
from ehport.system.errors import UsageError


@dataclass(frozen=True, slots=True)
class Record:
    """One actor's JSON record: who it is from, and its projects as answers."""

    actor: AskedActor
    projects: tuple[Answers | None, ...] = ()


def read_record(path: Path, budget_year: int | None = None) -> tuple[Record, str]:
    """Read one actor's record and the round it is for.

    Raises `UsageError` when the file is not a record of the form.
    """
    try:
        found = json.loads(path.read_text("utf-8"))
        round_id, actor = str(found["round"]), found["actor"]
        year = budget_year or int(round_id[:4])
        projects = tuple(from_record(each, Project, year) for each in found["projects"])
        return Record(AskedActor(str(actor["id"]), str(actor["name"])), projects), round_id
    except OSError as bad:
        raise UsageError(_NOT_READ.format(path=path, why=bad.strerror or "")) from bad
    except (ValueError, KeyError, TypeError, AttributeError) as bad:
        raise UsageError(_NOT_A_RECORD.format(path=path, why=bad)) from bad


_NOT_READ = Text("{path} kan ikke leses: {why}", "{path} cannot be read: {why}")
_NOT_A_RECORD = Text(
    "{path} er ikke en innmelding i JSON: {why}. Den skal ha «round», «actor» og «projects» med skjemaets feltnavn.",
    "{path} is not a submission in JSON: {why}. It needs «round», «actor» and «projects» with the form's field names.",
)
