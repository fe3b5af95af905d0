"""Correct a quote by hand, or the facts of its document.

A correction stands when the document is read anew, is listed by `quotes log`, and `quotes undo` takes it back.
Speaker, date and --via are corrected in all pieces of a statement. --outlet, --published, --title, --author and --url
concern the document with all its quotes; it may also be named by its path or URL. An empty value ("") means that it
isn't known. Where --text gives words that the document doesn't have there, they stand in place of them, which is told
on standard error and by `quotes show`. `-` reads ids, or a listing in any form, from standard input.
"""

from __future__ import annotations

from typing import Annotated

from quotecli.app.context import Context
from quotecli.app.correct import Edited, Edits, edit
from quotecli.cli.corrections import say_done
from quotecli.cli.given import with_given
from quotecli.cli.options import AsArray, read_context
from quotecli.cli.parameters import Argument, Option, takes
from quotecli.show.messages import say_note


def _many(values: list[str] | None) -> tuple[str, ...] | None:
    return None if values is None else tuple(values)


@takes(context=read_context)
def command(
    ids: Annotated[
        list[str], Argument(metavar="ID…|-", help="Ids, lines of the last listing (2, 4-6), or `-`.", filled=True)
    ],
    *,
    speaker: Annotated[
        list[str] | None,
        Option(
            "--speaker",
            metavar="NAME",
            help="Who said it; again for joint speakers. The one found is confirmed so.",
            emptied=True,
        ),
    ] = None,
    date: Annotated[str | None, Option("--date", metavar="DATE", help="When it was said.", emptied=True)] = None,
    via: Annotated[
        str | None, Option("--via", metavar="WHERE", help="Where it was first said or posted.", emptied=True)
    ] = None,
    kind: Annotated[str | None, Option("--kind", metavar="KIND", help="direct, partial, post or indirect.")] = None,
    text: Annotated[
        str | None,
        Option(
            "--text",
            metavar="WORDS",
            help="The words: where the document has them, the quotation's ends move to them.",
            emptied=True,
        ),
    ] = None,
    no_quotation: Annotated[bool, Option("--no-quotation", help="It is no quotation: leave it out.")] = False,
    outlet: Annotated[
        str | None, Option("--outlet", metavar="NAME", help="Who printed the document.", emptied=True)
    ] = None,
    published: Annotated[
        str | None, Option("--published", metavar="DATE", help="When it was published.", emptied=True)
    ] = None,
    title: Annotated[str | None, Option("--title", metavar="TITLE", help="The document's title.", emptied=True)] = None,
    author: Annotated[
        list[str] | None, Option("--author", metavar="NAME", help="Who wrote it; again for several.", emptied=True)
    ] = None,
    url: Annotated[str | None, Option("--url", metavar="URL", help="Its address.", emptied=True)] = None,
    as_json: AsArray = False,
    context: Context,
) -> int:
    edits = Edits(
        speakers=_many(speaker),
        date=date,
        via=via,
        kind=kind,
        text=text,
        speech=False if no_quotation else None,
        outlet=outlet,
        published=published,
        title=title,
        authors=_many(author),
        url=url,
    )
    edited = edit(context, with_given(ids), edits)
    _tell(edited)
    return say_done(edited.corrections, as_json=as_json)


def _tell(edited: Edited) -> None:
    """Say what may not have been meant: a speaker whom nobody knew, another's name, words that nobody printed."""
    for name, near in edited.new if edited.corrections else ():
        say_note(f"{name} is a new speaker of the store" + (f"; did you mean {near}?" if near else ""))
    for name, shown in edited.others:
        say_note(
            f'{name} is another name of {shown}; `quotes merge "{shown}" "{name}"` shows {name},'
            f' `quotes part "{shown}" "{name}"` keeps them apart'
        )
    if edited.not_printed is not None:
        say_note(f"these are not the document's words, which are “{edited.not_printed}”; `quotes undo` restores them")
