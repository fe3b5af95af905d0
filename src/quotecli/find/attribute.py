"""The way of an article through this room: pieces, scene, antecedents, decisions, quotations."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from quotecli.core.types import Article, Quotation
from quotecli.find.answer.assemble import assemble
from quotecli.find.antecedents.resolving import resolve
from quotecli.find.learned.model import Chances, load_model
from quotecli.find.long_texts import LONGEST, in_stretches
from quotecli.find.pieces import find_pieces
from quotecli.find.ranker.chains import bind_chains
from quotecli.find.ranker.decode import decide
from quotecli.find.ranker.echoes import bind_echoes
from quotecli.find.ranker.titles import leave_out_titles
from quotecli.find.scene.scene import Scene
from quotecli.find.seen import as_seen
from quotecli.find.tags_apart import with_tags_joined


def attribute(article: Article, *, indirect: bool, explain: bool) -> list[Quotation]:
    """Return the article's quotations; see `quotecli.find.find_quotes`."""
    if len(article.text) > LONGEST:
        return in_stretches(article, lambda part: attribute(part, indirect=indirect, explain=explain))

    def find(whole: Article) -> list[Quotation]:
        return _attribute(whole, indirect=indirect, explain=explain)

    with collector_paused():
        return as_seen(article, lambda seen: with_tags_joined(seen, find))


@contextmanager
def collector_paused() -> Iterator[None]:
    """Pause the collector of reference cycles: an article makes many objects that live on together, and no cycles."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _attribute(article: Article, *, indirect: bool, explain: bool) -> list[Quotation]:
    pieces = find_pieces(article)
    if not pieces and not indirect:
        return []
    model = load_model()
    scene = Scene(article, pieces)
    sure = resolve(scene, model.antecedents)
    decided = decide(scene, model, keep=explain)
    leave_out_titles(scene, decided)
    bind_chains(scene, decided)
    bind_echoes(scene, decided)
    found = assemble(scene, decided, sure, model, explain=explain)
    return merge(found, scene, sure, model.indirect) if indirect else found


def merge(found: list[Quotation], scene: Scene, sure: Chances, share_right: float) -> list[Quotation]:
    """Return quotations in marks and reports without marks in the order of the text, `part_of` renumbered."""
    from dataclasses import replace

    from quotecli.find.answer.reported import reported

    everything = sorted(
        [*enumerate(found), *((None, report) for report in reported(scene, sure, share_right))],
        key=lambda entry: entry[1].start,
    )
    place = {number: index for index, (number, _) in enumerate(everything) if number is not None}
    return [
        quotation if quotation.part_of is None else replace(quotation, part_of=place[quotation.part_of])
        for _, quotation in everything
    ]
