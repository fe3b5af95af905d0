"""Search against a plain reference, and its recall over every kind of mistake against the floors."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path

import pytest
from bench import corpus
from bench.corruptions import CORRUPTIONS, phrase, real_word_by, replaced_by
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.store.making import document

from quotecli.core.folding import fold
from quotecli.search import search
from quotecli.store import Store
from quotecli.store.words import cut

FLOORS = tomllib.loads((Path(__file__).parents[1] / "floors.toml").read_text(encoding="utf-8"))["search"]
VOCABULARY = "wall walls tall harbour harbor museum storm we we're don't old-sea café the a".split()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=8).map(" ".join), min_size=1, max_size=12),
    st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=3).map(" ".join),
)
def test_what_has_the_exact_words_is_what_a_plain_scan_finds(
    tmp_path_factory: pytest.TempPathFactory, said: list[str], query: str
) -> None:
    """Every quote that has the query's words in a row is a hit of 100, and no other is; ordered above all others."""
    with Store.open(tmp_path_factory.mktemp("plain") / "quotes.db") as store:
        list(store.write_many(document(f"d{n}", ("Ada", text)) for n, text in enumerate(said)))
        wanted = f" {' '.join(cut(fold(query)))} "
        plain = sorted(f"/press/d{n}.txt" for n, text in enumerate(said) if wanted in f" {' '.join(cut(fold(text)))} ")
        hits = search(store, query, limit=100, group=False).hits
        assert sorted(hit.quote.document for hit in hits if hit.reason == "exact") == plain
        assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.slow
def test_recall_holds_for_every_kind_of_mistake(tmp_path: Path) -> None:
    draw = random.Random(11)
    with Store.open(tmp_path / "quotes.db") as store:
        list(store.write_many(corpus.documents(30_000, seed=5)))
        pool = [word for _, text in store.index.texts(range(1, 3000)) for word in cut(fold(text))]
        kinds = CORRUPTIONS | {"words replaced": replaced_by(pool), "a word": real_word_by(frozenset(pool))}
        found: dict[str, float] = {}
        first = asked = 0
        for kind, corrupt in kinds.items():
            hit = 0
            for row in draw.sample(range(1, 30_000), 60):
                text = store.index.texts([row])[0][1]
                words = phrase(text.rstrip(",").split(), draw)
                if search(store, " ".join(words), limit=2, group=False).total != 1:
                    hit += 1  # several quotes have these words: none of them is the one meant
                    continue
                texts = [
                    line.quote.text
                    for line in search(store, " ".join(corrupt(list(words), draw)), limit=10, group=False).hits
                ]
                asked += 1
                hit += text in texts
                first += texts[:1] == [text]
            found[kind] = hit / 60
        assert min(found.values()) >= FLOORS["recall_at_10_each_kind"], found
        assert sum(found.values()) / len(found) >= FLOORS["recall_at_10"], found
        assert first / asked >= FLOORS["recall_at_1"]
