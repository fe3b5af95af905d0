"""What a line of text is by its words alone: byline, dateline, note, caption; shared by all kinds of documents."""

from __future__ import annotations

import re
from functools import cache

from quotecli.core.tables import read_table

_KOREAN = re.compile(r"[\uac00-\ud7af]{2,5}\s?(?:기자|특파원|논설위원)")
_CASELESS = re.compile(
    r"【?(?:(?:取材・)?文|記者)[・＝／:：]\s?[^\W\d_][\w・、 ]{1,30}】?"
    r"|(?:كتبت?|بقلم)\s?:?\s(?:[^\W\d_]{2,20} ?){1,5}(?:\s?[-–|].{0,60})?"
)
"""Bylines in scripts without capitals."""
_POSTED = re.compile(
    r"(?:(?:Post|Beitrag|Message|Mensaje|Messaggio) )?(?:by|von|par|por|da) \S[^»\n]{1,40} » [^\n]{0,20}\d[^\n]{5,40}"
)
"""How a forum heads a post: "Post by ropewalker » Tue May 14, 2019 9:40 pm"."""
_SUBMITTED = re.compile(r"(?:Submitted|Posted|Published) by [\w.-]{2,30},? on [^.!?\n]{0,20}\d[^.!?\n]{4,30}")
"""An account that handed it in, as Drupal tells: "Submitted by jwhitlow on Tue, 07/08/2014 - 13:45"."""
_AFTER_NAMES = re.compile(
    r"\s(?:em|il|el|le|am|op|den|på|w dniu|on)\s"
    r"|,? as told to\s|\s[|•·–—-]\s|\s\(|\s(?=\d)|,? (?:on |Updated|Published|[A-Z][a-z]+ \d)|\d{1,2}:\d\d"
)
_SMALL_WORDS = frozenset(
    "and und et y e en och og with avec mit con the of de la le du van von der den di da das do dos del in at for to"
    " zu zum zur am auf ter ten"
    " agencies agency staff wires dpa afp epd kna sda apa sid".split()
)
_BYLINE_WORDS = 16
_STAFF = re.compile(
    r"(?:(?:[A-Z][\w.’'-]*|de|van|der|la) ){1,4}?[A-Z][\w.’'-]+\s?(?:,|\||[-–—]) ?(?:[A-Z][\w&/-]+ ){0,3}"
    r"(?:Writer|Reporter|Correspondent|Editor|Columnist|Journalist|Critic)s?"
)
"""A writer with a post, the line of its own: "Tamsin Okoro, Staff Writer"."""
_HELPERS = re.compile(
    r"(?:[;.,|]\s+|\n)(?:(?:[Ff]act-?[Cc]hecked|(?:[Mm]edically|[Cc]linically|[Ll]egally) [Rr]eviewed"
    r"|[Pp]hoto(?:graph)?s?|[Pp]hotography|[Pp]ictures?|[Ii]llustrations?|[Vv]ideo|[Tt]ranslated|[Ee]dited"
    r"|[Pp]roduced) by\b"
    r"|[A-Z][^;.|]{2,60}? (?:contributed|assisted|provided) (?:reporting|research|to|with|in)\b).*$",
    re.DOTALL,
)
_POST_BEFORE = re.compile(
    r"^(?:the )?(?:[a-z&-]+ ){0,4}(?:reporter|editor|correspondent|writer|columnist|journaliste?|critic|redacteur"
    r"|verslaggever|redakteur(?:in)?|korrespondent(?:in)?|redactora?|periodista|giornalista)s? (?=[A-ZÀ-Þ])"
)
"""By *political reporter* Jane Roe."""
_POST_BEHIND = re.compile(
    r", (?:the |our )?(?:(?:[\w.’'&-]+ ){0,4})(?:reporter|editor|correspondent|writer|columnist|journaliste?|critic"
    r"|redacteur|verslaggever|redakteur(?:in)?|korrespondent(?:in)?|redactora?|periodista|giornalista)s?$"
)
"""By Jane Roe, *harbour editor*."""
CREDIT = re.compile(
    r"(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Pp]hotograph(?:y|s)|[Pp]hotos?)"
    r" (?:and \w+ )?by "
    r"|.{3,160} (?:contributed to|assisted with|contributed) (?:this|the) (?:report|story|article)"
    r"|[A-Z].{2,120} contributed (?:reporting|research|writing)(?: (?:from|in|to) [^.]{2,60})?\.?$"
    r"|\((?:[Aa]dditional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) "
)
_NOTE = re.compile(
    r"(?:\*\s*|\(|\[)?(?:Corrections?|Clarifications?|Editor[’']?s?[’']? note|Editors[’'] note|Author[’']s note|UPDATE"
    r"|(?:This|The) (?:article|story|post|headline|version)[\w ,’'()]{0,60} (?:was|has been|have been) "
    r"(?:updated|amended|corrected|changed|edited|clarified|revised)|An earlier version|A previous version"
    r"|Anmerkung der Redaktion|Korrektur|Hinweis der Redaktion|Correction|Rectificatif|Note de la rédaction"
    r"|Fe de errores|Nota de la redacción|Nota do editor)\b\s*[:\w(,—–-]"
)
_AGENCY = (
    r"(?:Getty(?: Images)?|AFP|Reuters|REUTERS|AP(?: Photo| Images)?|EPA|Alamy|Shutterstock|iStock|WireImage|FilmMagic"
    r"|Unsplash|PA(?: Wire| Images)?|Instagram|Handout|AAP|dpa|Bloomberg|Rex(?: Features)?|Backgrid|Splash(?: News)?)"
)
_PHOTO_CREDIT = re.compile(
    r"(?:[/(©|]|\bvia |\b[Cc]redits?: ?|\b(?:[Pp]hoto|[Ii]mage|[Pp]icture|[Ff]oto)s?(?: by)?: ?)"
    rf"[^.()/|]{{0,40}}{_AGENCY}(?: file)?\)?$"
    rf"|[.…?!][”\"]?\s*{_AGENCY}(?: Images)?$"
    r"|\((?:Image|Photo|Picture|Pic|Foto|Credit|Source)\b[^()]{0,80}\)\W?$"
    r"|(?:^|[.\s])(?:Photo|Image|Picture|Foto|Photograph)(?: (?:credit|by|courtesy(?: of)?)|:)[^.]{2,60}\.?$"
    r"|^(?:Фото|Zdjęcie|Zdj\.|Kuva|Bild|Fotó|Φωτογραφία|Fotoğraf|Ảnh|写真|图片|사진)\s?[:：／][^.。]{2,60}\.?$"
)
_LABEL = re.compile(r"([^\W\d_“\"‘'(][^\n:.!?“”\"]{0,48}|Q|A|[QA]\.)(?::|(?<=[QA]\.))\s+(?=\S)")
_TIME_CODE = re.compile(r"\[?\(?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?\)?\]?\s+[-–—]?\s*")
_POST_END = re.compile(
    r"[—–―-]\s{0,2}(?P<named>[^\n—]{1,80}?\(@[\w.]{1,60}\)(?:,?\s+(?:on\s+)?[^\n—]{4,40})?)\s*$"
    r"|(?P<shared>(?:A|Une|Un|Ein) (?:post|video|photo|publication|Beitrag)\b[^\n]{0,30}"
    r"\b(?:shared by|partagée? par|von)\b[^\n]{2,140})\s*$"
)
_POSES = re.compile(
    r"^[A-Z][\w.'’-]+(?: [\w.'’-]+){0,8} (?:poses?|is pictured|are pictured|"
    r"looks? (?:into|out)|is seen|are seen|smiles? (?:at|as|for))\b"
)
_BRACKETED = re.compile(
    r"\[\s*(?:(?:[Vv]ia|[Ss]ource|[Ff]rom|h/t):?\s+)?(?P<name>(?=[^\W\d_])[^\[\]\n.!?:;“”\"]{2,40}?(?:\.(?:com|org|net))?)\s*\]"
)
_STAGE = frozenset(
    "applause audio audience begin break cheering cheers clip commercial continued crosstalk end endquote gesture"
    " gestures image inaudible indiscernible interruption laughing laughs laughter music nods off-mic pause photo"
    " picture playing redacted sic sighs silence singing smiles song table video translation translated unclear"
    " unintelligible".split()
)
"""Words that stand in brackets by themselves and name no source."""
_BRACKETED_LONGEST = 60
_SENTENCE_ENDS = (".", "!", "?", "…", "”", '"')
_ENDS_WITH_HOUR = re.compile(r"(?:[ap]\.m|\d\s?(?:h|hs|hrs))\.$", re.IGNORECASE)
_READING_TIME_END = 24
_READING_TIME = re.compile(
    r"[\s,;|·•–—-]{0,6}(?:(?:lesezeit|lesedauer|temps de lecture|tempo di lettura|tiempo de lectura|tempo de leitura"
    r"|leestijd|czas czytania|(?:estimated )?reading time|read time)\s?:?\s?(?:ca\. )?\d{1,3}\s?min\w*\.?"
    r"|\d{1,3}[ -]min(?:ute)?s?\.? (?:read|de lecture|di lettura|de lectura|de leitura|lesezeit|leestijd)\.?)$",
    re.IGNORECASE,
)
_SHORT = 200
_CAPTION_LONGEST = 600


_AUTHOR_ROLE = re.compile(
    r"(author|autora?|auteure?|автор|الكاتبة?|yazan|लेखक|tác giả|penulis), \w[^,.:;]{2,40}", re.IGNORECASE
)
"""How the BBC's pages label a writer for those who hear them: "Author, Jane Roe"."""


@cache
def by_words(kind: str) -> tuple[str, ...]:
    """Return words that stand before who wrote it, the longest first: of the kind `byline` or `field`."""
    rows = (words for of_kind, words in read_table("quotecli.read", "by_words.tsv") if of_kind == kind)
    return tuple(sorted(rows, key=len, reverse=True))


@cache
def _by() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, by_words('byline')))})[:\s]\s*(?=\S)")


@cache
def _labels() -> re.Pattern[str]:
    words = sorted((word for (word,) in read_table("quotecli.read", "by_labels.tsv")), key=len, reverse=True)
    return re.compile(rf"【?({'|'.join(map(re.escape, words))})\s?[:：・]\s?(?=\S)", re.IGNORECASE)


def behind_by_label(text: str) -> str | None:
    """Return what stands behind a label that names the writer ("Συντάκτης: …", "作者：…"), or None."""
    found = _labels().match(text) or _AUTHOR_ROLE.fullmatch(text)
    return text[found.end(1) :].lstrip(", :：・") if found else None


def begins_byline(text: str) -> bool:
    """Tell whether a line begins with words that name who wrote it, whatever follows."""
    return len(text) <= _SHORT and (_by().match(text) is not None or behind_by_label(text) is not None)


def heads_post(text: str) -> bool:
    """Tell whether a line heads a post of a forum: "by ropewalker » Tue May 14, 2019 9:40 pm"."""
    return len(text) <= _SHORT and _POSTED.fullmatch(text) is not None


def without_helpers(text: str) -> str:
    """Return a byline without those behind the writers who photographed, translated or helped."""
    return _HELPERS.sub("", text)


def is_byline(text: str) -> bool:
    """Tell whether a line names who wrote the article ("By Jane Doe and John Roe"), or who helped."""
    if len(text) > _SHORT:
        return False
    if ("by " in text or "contributed" in text or "assisted" in text) and CREDIT.match(text):
        return True
    if any(form.fullmatch(text) for form in (_STAFF, _CASELESS, _KOREAN, _POSTED, _SUBMITTED)):
        return True
    text = without_helpers(text)
    found = _by().match(text)
    behind = text[found.end() :] if found else behind_by_label(text)
    if behind is None or text.endswith((".", "?", "!", ":")):
        return False
    names = _POST_BEHIND.sub("", _POST_BEFORE.sub("", behind, count=1))
    words = _AFTER_NAMES.split(names, maxsplit=1)[0].replace(",", " ").split()
    if not 0 < len(words) <= _BYLINE_WORDS:
        return False
    return words[0][0].isalpha() and all(
        not word[0].islower() or (place and word.lower() in _SMALL_WORDS)
        for place, word in enumerate(words)
        if word.isalpha() or (word[0].isalpha() and not any(map(str.isdigit, word)))
    )


def is_note(text: str) -> bool:
    """Tell whether a paragraph is a correction or an editor's note."""
    return bool(_NOTE.match(text))


def is_caption(text: str) -> bool:
    """Tell whether a line is a picture's caption by the credit at its end ("… on Monday. KIM LEE/Getty Images")."""
    if len(text) > _CAPTION_LONGEST or "\n" in text or text[-1:] in '”"':
        return False
    if _POSES.match(text) and not text.endswith((".", "!", "?")):
        return True
    return bool(_PHOTO_CREDIT.search(text[-110:]))


def bracketed_source(text: str) -> str | None:
    """Return the name in a line such as "[The Verge]", which tells where the excerpt above it is from; or None."""
    found = _BRACKETED.fullmatch(text) if len(text) <= _BRACKETED_LONGEST else None
    if found is None:
        return None
    name = found["name"].rstrip()
    words = name.lower().split()
    return None if name == name.lower() or len(words) > 6 or _STAGE.intersection(words) else name


def label_of(text: str) -> str | None:
    """Return the words before a colon at the head of a paragraph ("MR TULK", "Q", "Lending his voice"), or None."""
    code = _TIME_CODE.match(text)
    found = _LABEL.match(text, code.end() if code else 0)
    return found[1].strip() if found and len(found[1].split()) <= 7 else None


def ends_with_hour(text: str) -> bool:
    """Tell whether a line's last stop is that of an hour: "22:40 h.", "4:10 p.m."."""
    return _ENDS_WITH_HOUR.search(text) is not None


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends as a sentence does, not with an hour."""
    return text.endswith(_SENTENCE_ENDS) and not ends_with_hour(text)


def without_reading_time(text: str) -> str:
    """Return a line without how long one reads at its end: "By Ann Roe, 3 May 2024 | 4 min read"."""
    told = "min" in text[-_READING_TIME_END:].lower()  # looked for first, as it takes no time
    return (_READING_TIME.sub("", text) or text) if told else text


def signs_post(text: str) -> bool:
    """Tell whether a line does nothing but name a post's author, handle and date."""
    found = _POST_END.match(text) if len(text) <= _SHORT else None
    return found is not None and bool(found["named"])


def post_source(text: str) -> tuple[int, int] | None:
    """Return where a pasted post names its author, handle and date ("— Name (@handle) October 1, 2020"), or None."""
    found = _POST_END.search(text, max(0, len(text) - 240))
    if not found or found.start() < 3:
        return None
    return found.span("named") if found["named"] else found.span("shared")
