"""What became of a deliverable: its state as chosen, else as the words beside it and its planned time say."""

from __future__ import annotations

from ehport.form.done import says_done
from ehport.form.project import Deliverable
from ehport.form.vocabulary import DeliverableState, State
from ehport.model.submission import Entry

_SAID = {
    State.DELIVERED: DeliverableState.DELIVERED,
    State.CLOSED: DeliverableState.DELIVERED,
    State.DROPPED: DeliverableState.DROPPED,
    State.POSTPONED: DeliverableState.POSTPONED,
    State.MISSED: DeliverableState.POSTPONED,
}


def outcome(row: Entry[Deliverable]) -> DeliverableState:
    """Return the state of a deliverable; one about which nothing is said is planned."""
    record = row.record
    if record.state is not None:
        return record.state
    if says_done(row.text("state")) or says_done(row.text("planned")):
        return DeliverableState.DELIVERED
    said = record.planned.state if record.planned else State.PLANNED
    return _SAID.get(said, DeliverableState.PLANNED)
