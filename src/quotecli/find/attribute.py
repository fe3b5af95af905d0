"""The way of an article through this room: pieces, scene, antecedents, decisions, quotations."""

from __future__ import annotations

from quotecli.core.types import Article, Quotation
from quotecli.find.antecedents import resolve
from quotecli.find.assemble import assemble
from quotecli.find.decode import decide
from quotecli.find.model import load_model
from quotecli.find.pieces import find_pieces
from quotecli.find.scene import Scene


def attribute(article: Article, *, indirect: bool, explain: bool) -> list[Quotation]:
    """Return the article's quotations; see `quotecli.find.find_quotes`."""
    pieces = find_pieces(article)
    found: list[Quotation] = []
    if pieces:
        model = load_model()
        scene = Scene(article, pieces)
        sure = resolve(scene, model.antecedents)
        found = assemble(scene, decide(scene, model), sure, model, explain=explain)
    return found
