r"""LaTeX: the words as printed, `\enquote{…}` in marks, what is no running text left out."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from tests.growth import assert_linear
from tests.read.pages import finished, roles
from tests.read.reading import only_article, read_bytes

from quotecli.read.latex import draft_from_latex

DRAFT = r"""% “A comment,” said nobody.
\documentclass[11pt]{article}
\title{The \emph{Weir}}\author{Lena Marsh\thanks{Of “the Gazette”} \and Otto Frey}
\date{3 March 2020}
\begin{document}
\maketitle
\section{High water}
As Plum put it, \enquote{We lost \textbf{all} of it}~\cite[12]{marsh2020}.
\footnote{Later: \enquote{It wasn't all bad.}}

\begin{quote}
Nobody slept, 100\% of us.
\end{quote}
\end{document}
“After the end,” said nobody.
"""


def test_a_draft(tmp_path: Path) -> None:
    article = only_article(read_bytes(tmp_path, "draft.tex", DRAFT))
    assert (article.title, article.authors, str(article.published)) == (
        "The Weir",
        ("Lena Marsh", "Otto Frey"),
        "2020-03-03",
    )
    assert roles(article) == [
        ("headline", "The Weir"),
        ("subtitle", "High water"),
        ("body", "As Plum put it, “We lost all of it”."),
        ("body", "Later: “It wasn’t all bad.”"),
        ("blockquote", "Nobody slept, 100% of us."),
    ]
    assert only_article(read_bytes(tmp_path, "draft", DRAFT)).text == article.text  # told without its name


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        (r"\enquote{a \enquote{b}} \enquote*{c}", "“a ‘b’” “c”"),
        (r"\textcquote[12]{key}{Never} \foreignquote{german}{Nie} \blockcquote{key}{No}", "“Never” “Nie” “No”"),
        (r"``One,'' `two', \glqq drei\grqq{} \guillemotleft quatre\guillemotright", "“One,” ‘two’, „drei“ «quatre»"),
        (r"Gr\"u\ss{}e, caf\'e, \v{S}koda, na\"{\i}ve, \c ca", "Grüße, café, Škoda, naïve, ça"),
        (r"\textquote{We \textelp{} must \textins{all} go}", "“We […] must [all] go”"),
        (r"1990--2000 --- and \$5 \& more\ldots", "1990–2000 — and $5 & more…"),
        (r"\href{https://x.example}{here} \textcolor{red}{and} \unknown{there}", "here and there"),
        ("one % not this\ntwo 5\\% three", "one two 5% three"),
        (r"a\begin{tabular}{ll}“x” & y\end{tabular}b", "ab"),
        (r"unclosed \enquote{words", "unclosed “words”"),
    ],
)  # fmt: skip
def test_what_is_printed(source: str, printed: str) -> None:
    assert draft_from_latex(source).text == printed


@pytest.mark.parametrize(
    "piece", [r"\enquote{", r"\cite{", r"\cite[", r"\footnote{", r"\begin{quote}", r"\[ ", "``", "{", "%\n"]
)
def test_time_grows_as_the_file(piece: str) -> None:
    begun = time.monotonic()
    finished(draft_from_latex(piece * 50_000))
    assert time.monotonic() - begun < 10


def test_an_option_may_hold_commands_with_options(tmp_path: Path) -> None:
    source = r"\documentclass{article}\begin{document}\textquote[{\cite[12]{orr}}]{No one slept} is how Orr put it."
    assert only_article(read_bytes(tmp_path, "a.tex", source)).text == "“No one slept” is how Orr put it."


@pytest.mark.parametrize("command", ["footnote", "begin{itemize}"])
def test_blanks_behind_a_command_take_time_by_their_number(command: str) -> None:
    assert_linear(draft_from_latex, lambda count: f"\\{command}\n" + "\t" * count + "x", 3000)
