"""Lines that publishers put around every article, known by their words (data/boilerplate.tsv)."""

from __future__ import annotations

import re
from functools import cache

from quotecli.core.tables import read_table

_LONGEST = 280  # characters; what is longer is prose, whatever it begins with
_SPACES = re.compile(r"\s+")
_MORE = re.compile(
    r"(?:(?:more|other|our|the|today's|this week's) )+(?:[\w.'&-]+ ){0,3}"
    r"(?:stories|articles|coverage|reads|videos|headlines)"
)
"""Headings such as "More great Herald stories"."""
_MORE_IN = re.compile(r"more in (?!common|keeping|love|need|sorrow|store|the|this)(?:[\w&'-]+ ?){1,3}")
"""A heading above a section's other stories: "More in Business"."""
_COUNTED = re.compile(
    r"\d[\d,.]* (?:responses?|comments?|thoughts?|replies|kommentare?|commentaires?|comentarios?)\b.*"
)
_CITING = re.compile(
    r"(?:source )?citation(?: \((?:apa|mla|chicago|harvard|ama|vancouver)\b.*)?"
    r"|(?:how to |to )?cite (?:this|as)\b.*|suggested citation|recommended citation"
)
"""Headings such as "Source Citation (MLA 9th Edition)"."""
_MARKS = re.compile('[“”"„«]')
"""What the credit of a photographer holds only where it is a caption, with words that somebody said."""
_TALLY = re.compile(
    r"\d[\d,.]*[km]? (?:points?|upvotes?|views?|likes?|shares?|retweets?|reposts?|followers?|boosts?|claps?)\b.{0,30}"
    r"|(?:views|hits|reads|visits|aufrufe|zugriffe|klicks|visite|visitas|vues|odsłony|просмотров|просмотры)\s?:\s?\d[\d,.]*"
    r"|\d[\d,.]* total views.{0,40}|submitted .{0,40}\bago\b.{0,60}"
)
"""What sites count about a post, and who handed it in."""
_SIGN_UP = re.compile(
    r"(?:[^.!?“”\"]{3,40}[!?] )?(?:sign up|subscribe|get|join|receive|subscreva|subskrybuj|tilmeld|meld deg på|abone ol"
    r"|tilaa|(?:never|don't) miss|recevez|inscrivez-vous|abonnez-vous|abonnieren sie"
    r"|melden sie sich|suscríbete|apúntate|recibe|regístrate|receba|inscreva-se|assine|iscriviti|ricevi|meld je aan"
    r"|ontvang|zapisz się|подпишитесь|prenumerera|abonner)\b[^“”\"]{0,200}\b(?:newsletters?|inbox|boîte mail"
    r"|posteingang|nieuwsbrief|newslettera|nyhetsbrev|infolettre|boletín|boletim|рассылку|bülten\w*|nyhedsbrev\w*|uutiskirje\w*)\b.*"
)
"""An offer of letters."""
_LETTERS = re.compile(
    r"(?:mit (?:unserem|dem|unseren) [^.!?“”\"]{0,30}newslettern?\b|avec (?:notre|la) [^.!?“”\"]{0,20}newsletter\b"
    r"|con (?:nuestra|la nostra) newsletter\b|con (?:nuestro boletín)\b)[^“”\"]{0,200}"
)
"""An offer of letters that begins with them: "Mit unserem Newsletter verpassen Sie nichts"."""
_TIPS = re.compile(
    r"(?:do you have|have you got|have|got) (?:an? |any )?(?:news |more )?"
    r"(?:story|stories|tips?|information|questions?|comments?)\b[^“”\"]{0,60}\? ?"
    r"(?:please )?(?:e-?mail|call|contact|write|send|get in touch|let us know|text|whatsapp)\b[^“”\"]{0,160}"
)
"""How readers reach a newsroom: "Got a story? Email news@post.example"."""
_MODERATED = re.compile(
    r"(?:[^“”\"]{0,14}\b)?(?:comments|comentários|comentarios|kommentare|commentaires|commenti)\b[^“”\"]{0,160}"
    r"\b(?:moderat(?:ors?|ed|ion|or)|moderador(?:es)?|moderiert|freigeschaltet|modérés|modérateurs?|moderati)\b[^“”\"]{0,80}"
)
"""What a site tells those who want to comment."""
_GIVE = re.compile(
    r"[^“”\"]{0,200}\bplease consider (?:making an? (?:\w+ )?(?:donation|contribution)|donating|supporting (?:us|our)"
    r"|(?:becoming|being) an? (?:\w+ )?(?:member|subscriber|supporter))\b[^“”\"]{0,120}"
)
"""A plea for money."""
_SHORTCODE = re.compile(r"(?:\[/?[a-z][\w-]{2,30}(?: [\w-]{1,30}=[^\[\]]{0,200})?\][^\[\]]{0,80}){1,6}")
_SHORTCODE_HINT = re.compile(r"^\[[a-z][\w-]{2,30} [\w-]{1,30}=|\[/[a-z][\w-]{2,30}\]$")
"""A command to a site's software that it printed: "[button link=…]Send us yours[/button]"."""
_ADDRESS = re.compile(r"[\w /'-]{2,40}:\s*https?://\S+")
"""The line of a printed page that tells its address: "This article: https://…"."""
_REACH = re.compile(
    r"(?!.*[“”\"])(?:[\w.'’ -]{4,60} (?:can|may) be (?:reached|contacted|followed|emailed)\b"
    r"|(?:reach|contact|email|e-mail|follow|call)"
    r" (?:(?:the )?(?:reporters?|writers?|authors?|columnists?)\b|\w+ \w+ (?:at|on)\b)"
    r"|(?:reporter|columnist|staff writer) [\w.'’ -]{4,40}:)"
    r".{0,80}(?:(?<!\w)@|\S@\w|https?://|\b(?:on|via) (?:twitter|x|instagram|bluesky|facebook)\b).{0,80}"
)
"""How to reach the writer: "Ann Roe can be reached at roe@post.example", "Follow her colleague Bo Day on Twitter"."""
_CHANGED = re.compile(r"(?:last )?updated (?:at )?\d{1,2}[.:]\d\d.{0,20}")
_COPYRIGHT = re.compile(
    r"(?:copyright )?\(c\)\s?(?:copyright )?(?:19|20)\d\d\b.{0,120}|(?:copyright )?©.{0,160}"
    r"|copyright (?:19|20)\d\d\b.{0,160}"
)
"""The line of who holds the rights."""
_SIGNATURE = re.compile(r"_{10,}\n(?!\w+:)")
"""The ruler above what a forum's member writes under all posts; below another an e-mail begins."""
_FORMS = (_TALLY, _SIGN_UP, _LETTERS, _CHANGED, _ADDRESS, _REACH, _TIPS, _MODERATED, _GIVE)
_EDGES = " \t\n.:;!?…•|·–—-»«›‹>*#()[]（）【】/"


@cache
def _table() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for kind, words in read_table("quotecli.read", "boilerplate.tsv"):
        table.setdefault(kind, set()).add(words)
    return {kind: frozenset(words) for kind, words in table.items()}


@cache
def _within() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_table()["within"]))))


@cache
def _start() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(_table()["start"])))
    return re.compile(rf"(?:{words})(?!(?<=[^\W\u3040-\u9fff\uac00-\ud7af])\w)")  # these writings part no words


def _plain(text: str) -> str:
    return _SPACES.sub(" ", text.lower().replace("’", "'")).strip(_EDGES)


def is_boilerplate(text: str) -> bool:
    """Tell whether a line is a publisher's, not the article's ("Read more", "Sign up for our newsletter")."""
    if len(text) > _LONGEST:
        return False
    if "\n" in text and all(map(is_boilerplate, text.split("\n"))):
        return True
    plain = _plain(text)
    if not plain or plain in _table()["whole"] or _within().search(plain):
        return True
    if any(form.fullmatch(plain) for form in _FORMS):
        return True
    if _SHORTCODE_HINT.search(text) and _SHORTCODE.fullmatch(text):
        return True
    if _COPYRIGHT.fullmatch(text.lower()) or _SIGNATURE.match(text):
        return True
    return bool(_start().match(plain)) and not (plain.startswith("photo") and _MARKS.search(text))


def ends_article(heading: str) -> bool:
    """Tell whether a heading begins what follows after an article ("Related articles", "Comments (12)")."""
    if len(heading) > 60:
        return False
    plain = re.sub(r"\W*\d+\W*$", "", _plain(heading)).strip(_EDGES)
    if _COUNTED.fullmatch(plain) or _CITING.fullmatch(plain):
        return True
    if plain in _table()["end"] or _MORE.fullmatch(plain):
        return True
    return (plain.startswith(("more from ", "related ", "more on ")) and len(plain) < 40) or bool(
        _MORE_IN.fullmatch(plain)
    )
