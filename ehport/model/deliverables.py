"""What became of a deliverable: its state as chosen, else as its planned time says."""

from __future__ import annotations

from ehport.form.project import Deliverable
from ehport.form.vocabulary import DeliverableState, State
from ehport.model.memory import RememberedDeliverable

_SAID = {
    State.DELIVERED: DeliverableState.DELIVERED,
    State.CLOSED: DeliverableState.DELIVERED,
    State.DROPPED: DeliverableState.DROPPED,
    State.POSTPONED: DeliverableState.POSTPONED,
    State.MISSED: DeliverableState.POSTPONED,
}


def outcome(record: Deliverable | RememberedDeliverable) -> DeliverableState:
    """Return the state of a deliverable; one about which nothing is said is planned."""
    if record.state is not None:
        return record.state
    said = record.planned.state if record.planned else State.PLANNED
    return _SAID.get(said, DeliverableState.PLANNED)


def is_delivered(record: Deliverable | RememberedDeliverable) -> bool:
    """Tell whether a deliverable is there."""
    return outcome(record) is DeliverableState.DELIVERED


def is_dropped(record: Deliverable | RememberedDeliverable) -> bool:
    """Tell whether a deliverable will not come."""
    return outcome(record) is DeliverableState.DROPPED
