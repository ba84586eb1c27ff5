"""What actors write to the portfolio office, and whom it can ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ehport.lang.language import Lang, Text
from ehport.model.submission import Submission

_CONTACT = Text("kontakt {contact}", "contact {contact}")


@dataclass(frozen=True, slots=True)
class Message:
    """What the sheet about an actor says to the office: the contact, and a message; either may be empty."""

    actor_id: str
    contact: str
    text: str

    def in_words(self, lang: Lang) -> str:
        """Return the message, and whom to ask about it."""
        contact = _CONTACT.format(contact=self.contact)[lang] if self.contact else ""
        return " · ".join(filter(None, (f"«{self.text}»" if self.text else "", contact)))


def list_messages(submissions: Iterable[Submission]) -> Iterator[Message]:
    """Yield what each actor who says anything to the office has written."""
    for each in submissions:
        if found := find_message(each):
            yield found


def find_message(submission: Submission) -> Message | None:
    """Return what an actor has written to the office, if anything."""
    about = submission.actor.record
    contact = ", ".join(" ".join(said.split()) for said in (about.contact, about.contact_email) if said)
    text = " ".join((about.comment or "").split())
    return Message(submission.actor_id, contact, text) if contact or text else None
