"""Makes documents with quotations from a seed: any number, real-looking words and names, nobody's sentences.

Words follow Zipf's law, as they do in English: a hundred function words make up almost half of the text, some hundred
common words a third, and the long tail is built from syllables. The same seed gives the same documents.

    python bench/corpus.py 1000000 --jsonl quotes.jsonl     # one {"text", "speaker", "date", "outlet"} a line
    python bench/corpus.py 1000000 --store quotes.db
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from itertools import accumulate, cycle, islice
from pathlib import Path

from quotecli.core.dates import PartialDate
from quotecli.core.tables import read_table
from quotecli.core.types import Article, Kind, Paragraph, Quotation, Role

DETERMINERS = "the a this that our their every no some any his her my your these those".split()
PRONOUNS = "we they I he she it you people everyone nobody".split()
PREPOSITIONS = "of in to for with on at from by about into after before without under over against between".split()
LINKS = "and but because if when that so while or although until".split()
HELPERS = "will can must should would could may have to do not need to want to are going to has to did not".split()
ADVERBS = "now never always here again still only just really very also already today soon together".split()
NOUNS = """time year way day man thing woman life child world school state family student group country
problem hand part
place case week company system program question work government number night point home water room mother area money
story fact month lot right study book eye job word business issue side kind head house service friend father power hour
game line end member law car city community name president team minute idea body information back parent face others
level office door health person art war history party result change morning reason research girl guy moment air teacher
force education foot boy age policy music market sense nation plan college interest death experience effect use class
control field development role effort rate heart drug show leader light voice wife police mind price report decision son
view town road arm difference value building action season society tax director record paper space ground form event
official matter center site project activity star table court oil situation cost industry figure street image phone data
picture practice piece land product doctor wall worker news test movie north love step economy bank union bridge river
harvest committee election budget railway harbour engine winter library museum forest island captain farmer vaccine
pension rent flood storm virus patient nurse judge witness lawyer jury prison border treaty senator mayor council clerk
voter campaign debate ballot candidate coach goal referee stadium player trophy album concert singer actor camera stage
painter novel poem editor journalist headline rumour secret promise mistake apology insult threat victory defeat
""".split()
VERBS = """be have do say get make go know take see come think look want give use find tell ask work seem feel try leave
call keep let begin help show hear play run move live believe bring happen write sit stand lose pay meet include
continue set learn change lead understand watch follow stop create speak read spend grow open walk win teach offer
remember consider appear buy serve die send build stay fall cut reach kill raise pass sell decide return explain hope
develop carry break receive agree support hit produce eat cover catch draw choose protect defend promise deny confirm
repair vote resign apologise invest borrow rescue accuse protest negotiate withdraw celebrate mourn gather recover
""".split()
ADJECTIVES = """good new first last long great little own other old right big high different small large next
early young
important few public bad same able political late general full far low common poor natural significant similar hot dead
central happy serious ready simple left physical financial blue democratic dark various entire close legal religious
cold final main green nice huge popular traditional cultural honest brave foolish reckless careful dangerous ordinary
remarkable unprovoked shameful generous stubborn transparent expensive affordable sustainable temporary permanent
""".split()
_SYLLABLES = """ba be bi bo bra bre ca ce cha che cla co cri da de di do dra du e fa fe fi fla fo ga ge gi
glo gra ha he ho
i ja jo ka ke ki la le li lo lu ma me mi mo mu na ne ni no o pa pe pi pla po pra qua ra re ri ro ru sa se sha she si so
sta ste stra su ta te thi to tra tri tu u va ve vi vo wa we wi ya ze zo""".split()
_ENDS = "n r s t l m nd nt rd st ck sh ng ld rn tion ment ness able ing ed er ly ous ive al".split()
_FAMILY_ENDS = "son man ton ley ford wood berg ski sen ez ova ini aux dal ker well by worth".split()
_PATTERNS = """P H V D N R D N|P H V D A N|D N H V R D A N|L P V D N P H V R N|P V D N R D A N L D N H V|D A
N R D N H V D N
|P B V D N|B P H V R D N|D N V A|P H B V R D N R D N L P V D A N|N R N V D N|L D N V D A N P H V D N R D N B
|P V L D N R D N V A L P H V D N B|D N D N V H B V R D A N""".split("|")


def _zipf(words: list[str], skew: float = 1.0) -> tuple[list[str], list[float]]:
    return words, list(accumulate(1.0 / (rank + 2.7) ** skew for rank in range(len(words))))


class Maker:
    """Draws words, sentences and names; all from one seed."""

    def __init__(self, seed: int, tail: int = 60_000, people: int = 50_000, outlets: int = 300) -> None:
        self.random = random.Random(seed)
        made = self._made_words(tail)
        thirds = len(made) // 3
        self.slots = {
            "D": _zipf(DETERMINERS),
            "P": _zipf(PRONOUNS),
            "R": _zipf(PREPOSITIONS),
            "L": _zipf(LINKS),
            "B": _zipf(ADVERBS),
            "H": _zipf(HELPERS),
            "N": _zipf(NOUNS + made[: 2 * thirds]),
            "V": _zipf(VERBS + made[2 * thirds : 2 * thirds + thirds // 2]),
            "A": _zipf(ADJECTIVES + made[2 * thirds + thirds // 2 :]),
        }
        self.streams = {slot: self._stream(*table) for slot, table in self.slots.items()}
        self.patterns = cycle(self.random.choices([p.split() for p in _PATTERNS], k=9973))
        given = [row[0].title() for row in read_table("quotecli.core", "given_names.tsv")]
        families = sorted({self._family() for _ in range(9000)})
        names = {f"{self.random.choice(given)} {self.random.choice(families)}" for _ in range(people * 2)}
        self.people = self._stream(*_zipf(sorted(names)[:people], 0.8))
        self.outlets = self._stream(
            *_zipf(
                [
                    f"The {self._family()} {kind}"
                    for kind, _ in zip(
                        cycle("Herald Gazette Courier Post Times Tribune Observer".split()),
                        range(outlets),
                        strict=False,
                    )
                ]
            )
        )

    def _made_words(self, number: int) -> list[str]:
        made: dict[str, None] = {}
        draw = self.random
        while len(made) < number:
            syllables = "".join(draw.choices(_SYLLABLES, k=draw.choice((1, 2, 2, 2, 3))))
            made[syllables + draw.choice(_ENDS)] = None
        return sorted(made, key=lambda word: len(word) + 3 * draw.random())  # rare words are longer (Zipf's other law)

    def _family(self) -> str:
        draw = self.random
        return ("".join(draw.choices(_SYLLABLES, k=draw.choice((1, 2)))) + draw.choice(_FAMILY_ENDS)).title()

    def _stream(self, words: list[str], weights: list[float]) -> Iterator[str]:
        while True:
            yield from self.random.choices(words, cum_weights=weights, k=20_000)

    def sentence(self) -> str:
        """Return one sentence without its last mark: five to nineteen words."""
        streams = self.streams
        words = " ".join([next(streams[slot]) for slot in next(self.patterns)])
        return words[0].upper() + words[1:]


def documents(quotes: int, seed: int = 1) -> Iterator[tuple[Article, list[Quotation]]]:
    """Yield documents with their quotations, about ten each, until there are `quotes` quotations."""
    maker = Maker(seed)
    draw = maker.random
    left = quotes
    number = 0
    while left > 0:
        number += 1
        size = min(left, draw.randint(5, 15))
        left -= size
        yield _document(maker, number, size)


def _document(maker: Maker, number: int, size: int) -> tuple[Article, list[Quotation]]:
    draw = maker.random
    cast = list(islice(maker.people, 3))
    published = PartialDate(draw.randint(2000, 2024), draw.randint(1, 12), draw.randint(1, 28))
    found = []
    parts = []
    paragraphs = []
    at = 0
    for place in range(size):
        speaker = cast[place % 3]
        words = maker.sentence()
        if place % 4 == 0:
            words += ". " + maker.sentence()
        mention = speaker if place < 3 else "she" if place % 2 else "he"
        found.append(
            Quotation(
                text=f"{words},",
                start=at + 1,
                end=at + 2 + len(words),
                kind=Kind.DIRECT,
                role=Role.BODY,
                paragraph=place + 1,
                speakers=(speaker,),
                said_as=mention,
                part_of=None,
                cue="said",
                confidence=0.9,
            )
        )
        part = f"“{words},” {mention} said."
        parts.append(part)
        paragraphs.append(Paragraph(at, at + len(part)))
        at += len(part) + 2
    article = Article(
        text="\n\n".join(parts),
        paragraphs=tuple(paragraphs),
        source=f"/bench/{number // 1000}/{number}.txt",
        key=f"{number}.txt",
        title=maker.sentence(),
        authors=(cast[0],),
        published=published,
        outlet=next(maker.outlets),
        digest=f"{number:016x}",
    )
    return article, found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("quotes", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jsonl", type=Path)
    parser.add_argument("--store", type=Path)
    options = parser.parse_args()
    if options.jsonl:
        made = documents(options.quotes, options.seed)
        with options.jsonl.open("w", encoding="utf-8") as file:
            file.writelines(_line(article, quotation) for article, quotations in made for quotation in quotations)
    if options.store:
        _fill(options.store, documents(options.quotes, options.seed), options.quotes)


def _line(article: Article, quotation: Quotation) -> str:
    speaker, date = quotation.speakers[0], str(article.published)
    return json.dumps({"text": quotation.text, "speaker": speaker, "date": date, "outlet": article.outlet}) + "\n"


def _fill(path: Path, made: Iterator[tuple[Article, list[Quotation]]], quotes: int) -> None:
    from quotecli.store import Store

    seconds = 0.0
    with Store.open(path) as store:
        while batch := list(islice(made, 2000)):
            began = time.process_time()
            list(store.write_many(batch))
            seconds += time.process_time() - began
    print(f"{quotes / seconds:,.0f} quotes a second of CPU, {path.stat().st_size / quotes:.1f} bytes a quote")


if __name__ == "__main__":
    main()
