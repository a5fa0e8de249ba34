"""Slips of a record that has its shape: what a page would show twice, leave out, or not be able to.

Each is a warning: the page can be made, but hardly as its editor meant it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator

from ..model.anchors import find_ids
from ..model.entries import Citation, Entry, Framework, ProsePage, Reviewed
from ..model.places import Document, Loc
from ..model.quizzes import FillIn, Quiz, Rating, Sorting
from ..model.quotations import Quotation
from ..model.sheets import Sheet, Table
from ..model.text import LANGUAGES, Bilingual, Language, find_inside, other_language
from ..model.tools import DecisionPath, SelfAssessment, Tool
from ..problems import Problem
from .shape import quote

Placed = tuple[Loc, Bilingual]
"""Words in each language, with the way to them."""

_NUMBERED = re.compile(r"\s*(?:figure|ffigur|fig|ffig)\.?\s*[0-9]+\s*[.:–—-]*\s*", re.IGNORECASE)
_BLANK = re.compile(r"_{2,}|…|\.{3,}")
_SPAN = re.compile(r"([0-9]+)[-–]([0-9]+)")


def check_slips(record: Entry | ProsePage, document: Document) -> Iterator[Problem]:
    """Every slip of one sound record that its own file can show."""
    yield from _check_reviews(record, document)
    yield from _check_pages(record, document)
    copies = _find_copies(record)
    for placed, noun in _find_lists(record):
        # A copy with the id of the first is told by that already.
        own = [(loc, text) for loc, text in placed if loc[:-1] not in copies]
        yield from _check_said_twice(own, noun, document)
    if isinstance(record, Framework):
        yield from _check_caption(record, document)
    if isinstance(record, Quiz):
        for number, question in enumerate(record.questions):
            loc: Loc = ("questions", number)
            match question:
                case FillIn():
                    yield from _check_blank(question, loc, document)
                case Rating():
                    yield from _check_within(question, loc, document)
                case Sorting():
                    yield from _check_groups(question, loc, document)


def _check_reviews(record: Entry | ProsePage, document: Document) -> Iterator[Problem]:
    # A day later than today somewhere on earth, whatever the clock of this machine.
    latest = datetime.datetime.now(datetime.UTC).date() + datetime.timedelta(days=1)
    for language in LANGUAGES:
        review: Reviewed = record.review.of(language)
        loc: Loc = ("review", language)
        if review.state == "draft" and (review.by or review.on):
            named = "by" if review.by else "on"
            yield Problem(
                document.places.key_at((*loc, named)),
                "unsigned-review",
                f"a draft names `{named}`, which no page shows",
                "`state: reviewed` beside `by` and `on`, or `state: draft` alone",
                "write `state: reviewed` if it was read, or delete `by` and `on`",
                "warning",
            )
        elif review.on and review.on > latest:
            yield Problem(
                document.places.at((*loc, "on")),
                "bad-date",
                f"the day of the review, {review.on}, is still to come",
                "the day on which it was read",
                "write that day, or `{state: draft}` until it has been read",
                "warning",
            )


def _check_pages(record: Entry | ProsePage, document: Document) -> Iterator[Problem]:
    kinds: tuple[type[Citation | Quotation], ...] = (Citation, Quotation)
    for loc, cited in find_inside(record, kinds):
        for first, last in _SPAN.findall(cited.pages or ""):
            if int(first) <= int(last):
                continue
            mend = f'write "{last}-{first}"'
            if len(last) < len(first):
                mend += f', or the last page in full: "{first}-{first[: -len(last)]}{last}"'
            yield Problem(
                document.places.at((*loc, "pages")),
                "bad-range",
                f"the last page stands before the first: {quote(cited.pages)}",
                "the first page, and then the last",
                mend,
                "warning",
            )


def _find_copies(record: Entry | ProsePage) -> set[Loc]:
    """The ways to items with the id of an earlier one."""
    copies: set[Loc] = set()
    seen: set[str] = set()
    for loc, id_ in find_ids(record):
        if id_ in seen:
            copies.add(loc[:-1])
        seen.add(id_)
    return copies


def _find_lists(record: Entry | ProsePage) -> Iterator[tuple[list[Placed], str]]:
    """Each list whose items a reader must be able to tell apart, with what one of them is."""
    if isinstance(record, Framework):
        yield [(("parts", n, "title"), part.title) for n, part in enumerate(record.parts)], "parts"
    elif isinstance(record, Sheet):
        prompts = list(enumerate(record.prompts))
        yield [(("prompts", n, "text"), prompt.text) for n, prompt in prompts], "prompts"
        for n, prompt in prompts:
            if isinstance(prompt.answer, Table):
                columns = enumerate(prompt.answer.columns)
                here: Loc = ("prompts", n, "answer", "columns")
                yield [((*here, index), column) for index, column in columns], "columns"
    elif isinstance(record, Tool) and isinstance(record.exercise, SelfAssessment):
        statements = enumerate(record.exercise.statements)
        yield (
            [(("exercise", "statements", n, "text"), each.text) for n, each in statements],
            "statements",
        )
    elif isinstance(record, Tool) and isinstance(record.exercise, DecisionPath):
        outcomes = enumerate(record.exercise.outcomes)
        yield (
            [(("exercise", "outcomes", n, "title"), each.title) for n, each in outcomes],
            "outcomes",
        )


def _check_said_twice(placed: Iterable[Placed], noun: str, document: Document) -> Iterator[Problem]:
    """Items with the words of an earlier one, each told once though both languages repeat."""
    seen: set[tuple[Language, str]] = set()
    for loc, text in placed:
        said = [(each, " ".join(text.of(each).split()).casefold()) for each in LANGUAGES]
        again = next((each for each in said if each in seen), None)
        if again:
            yield Problem(
                document.places.at((*loc, again[0])),
                "said-twice",
                f"two {noun} of this record have the same words: {quote(text.of(again[0]))}",
                f"{noun} that a reader can tell apart",
                "change one of them, or delete it",
                "warning",
            )
        seen.update(said)


def _check_caption(framework: Framework, document: Document) -> Iterator[Problem]:
    for language in LANGUAGES:
        title = framework.figure.title.of(language)
        found = _NUMBERED.match(title)
        if not found or framework.figure.title.missing == language:
            continue
        number = "".join(char for char in found[0] if char.isdigit())
        rest = title[found.end() :]
        mend = f"write {quote(rest)}" if rest else "write what the picture shows"
        if framework.figure.number is None:
            mend += f", and `number: {number}` beside `title`"
        yield Problem(
            document.places.at(("figure", "title", language)),
            "number-in-title",
            f"the caption begins with {quote(found[0].rstrip())}, which the page writes itself",
            "`title` with what the picture shows, and `number` with its number",
            mend,
            "warning",
        )


def _check_blank(question: FillIn, loc: Loc, document: Document) -> Iterator[Problem]:
    """A gap to fill in each language; a question with a mark at its end needs none in either."""
    blank = {each: bool(_BLANK.search(question.text.of(each))) for each in LANGUAGES}
    for language in LANGUAGES:
        asks = question.text.of(language).rstrip().endswith("?")
        needless = asks and not blank[other_language(language)]
        if blank[language] or needless or question.text.missing == language:
            continue
        yield Problem(
            document.places.at((*loc, "text", language)),
            "no-blank",
            f"the question has no gap to fill in `{language}`",
            "___ where the answer belongs, or a question that ends with ?",
            "write ___ where the answer belongs",
            "warning",
        )


def _check_within(question: Rating, loc: Loc, document: Document) -> Iterator[Problem]:
    answer, within = question.answer, question.within
    if answer is None or answer - within > question.least or answer + within < question.most:
        return
    yield Problem(
        document.places.at((*loc, "within")),
        "no-wrong-answer",
        f"with `within: {within}` every number on the scale is right",
        "a number that some answers are too far from",
        "write a smaller number, or delete `answer` and `within` where no answer is wrong",
        "warning",
    )


def _check_groups(question: Sorting, loc: Loc, document: Document) -> Iterator[Problem]:
    for number, group in enumerate(question.groups):
        if not group.items and not question.reflects:
            yield Problem(
                document.places.at((*loc, "groups", number)),
                "empty-group",
                f"nothing belongs in the group {quote(group.title.of('en'))}",
                "at least one thing in each group",
                "write `items` in it, or delete the group",
                "warning",
            )
