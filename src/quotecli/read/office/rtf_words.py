"""Control words of Rich Text files, by what they mean for the text (Rich Text Format specification 1.9.1)."""

from __future__ import annotations

__all__ = ["CHARACTERS", "CHARSETS", "ENDS", "KEPT", "LEFT_OUT", "SYMBOLS"]

CHARACTERS = {
    "line": "\n",
    "lbr": "\n",
    "tab": "\t",
    "emdash": "—",
    "endash": "–",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
}
"""Words that are a character. Spaces of all widths are one."""

SYMBOLS = {"~": "\xa0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\"}
"""What an escaped sign is; `\\-` is where a word may be hyphenated, and nothing else is text."""

ENDS = frozenset({"par", "sect", "page", "column", "cell", "nestcell", "row", "nestrow"})
"""Words at which a paragraph ends."""

KEPT = frozenset({"title", "author", "shpinst", "shptxt", "fldrslt", "footnote", "stylesheet", "fonttbl", "info"})
"""Destinations that are read, though some may be passed over (`\\*`): text boxes, links, notes, names of styles."""

LEFT_OUT = frozenset(
    "aftncn aftnsep aftnsepc annotation atnauthor atnid buptim category colortbl comment company creatim datafield"
    " datastore doccomm fldinst filetbl footer footerf footerl footerr ftncn ftnsep ftnsepc generator header"
    " headerf headerl headerr hlinkbase keywords latentstyles listtable listtext listoverridetable manager nextfile"
    " nonshppict objclass objdata objname operator pgptbl pict pntext pntxta pntxtb printim private revtbl revtim"
    " rsidtbl rxe shppict shprslt sp subject tc template themedata txe userprops vern xe".split()
)
"""Destinations whose text is none of the document's: tables of the program, comments, running heads, pictures."""

CHARSETS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
"""Codecs of the character sets that a font may have; the others have the file's code page."""
