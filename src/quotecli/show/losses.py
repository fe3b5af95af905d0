"""What of a damaged store an export could not read, in words."""

from __future__ import annotations

from quotecli.app.exporting import Losses
from quotecli.show.messages import say_error
from quotecli.show.wording import count

_NAMED = 20
"""Documents that are named; of more than these the number is."""


def say_losses(losses: Losses) -> None:
    """Say on standard error which documents and which fields could not be read."""
    told = []
    if held := losses.held():
        told.append(f"what is damaged holds {'; '.join(held)}")
    if losses.documents:
        told.append(f"{count(len(losses.documents), 'document')} could not be read")
    for field, documents in sorted(losses.fields.items()):
        told.append(f"{field} can't be read for some of {count(documents, 'document')}")
    say_error(
        f"the store is damaged: {', '.join(told)}", hint="`quotes doctor` looks through the store and says what to do"
    )
    for document in losses.documents[:_NAMED]:
        say_error(f"{document}: damaged, not exported")
    if len(losses.documents) > _NAMED:
        say_error(f"{count(len(losses.documents) - _NAMED, 'more document')} not exported")
