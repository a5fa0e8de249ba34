"""Records joined: every id, anchor, citation and address that one names is there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from ..model.anchors import PAGE_ANCHORS, find_anchors
from ..model.entries import Citation, Entry, Framework, ProsePage
from ..model.guide import Guide, GuideFile
from ..model.kinds import KINDS, RECORD_KINDS, kind_of
from ..model.linked import CitationGroup, EntryLink, Linked, PageKey, Parsed, UsedTerm
from ..model.places import Loaded, Loc, Places
from ..model.quotations import Quotation
from ..model.text import LANGUAGES, Language, Line, Text, find_inside, find_texts
from ..problems import Position, Problem, nearest
from .addresses import make_addresses, make_short_addresses
from .citations import Citings, YearChecker, find_doubles, find_unused, unknown_key
from .faults import Fault
from .half_links import find_half_links, more_than_a_line
from .markup import check_address, parse_text
from .relations import find_parts, find_references, order_entries, relate
from .terms import TermFinder

Owner = Entry | ProsePage | GuideFile | None
"""The record a text belongs to; None for the glossary."""


def link_records(
    guide: Guide, places: Mapping[str, Places], loaded: Loaded
) -> tuple[Linked, list[Problem]]:
    """The guide with its links, citations and addresses resolved, and what does not resolve.

    A file that could not be read still counts as there: its own problems say what is wrong.
    """
    linker = _Linker(guide, places, loaded)
    linker.check_sections()
    linker.check_audiences()
    linker.check_references()
    linker.check_suggest()
    linker.read_texts()
    linker.find_orphans()
    addresses, clashes = make_addresses(guide, places)
    linked = Linked(
        guide=guide,
        addresses=addresses,
        short=make_short_addresses(addresses),
        anchors=linker.anchors,
        keys=linker.keys,
        order={language: order_entries(guide, language) for language in LANGUAGES},
        related=relate(guide),
        cites={id_: tuple(keys) for id_, keys in linker.cites.items()},
        cited_by={key: tuple(ids) for key, ids in linker.cited_by.items()},
        citings=linker.citings.by_key,
        cite_numbers=linker.citings.numbers,
        parsed=linker.parsed,
        termed=linker.termed,
        used_in={
            language: {id_: tuple(owners) for id_, owners in uses.items()}
            for language, uses in linker.used_in.items()
        },
    )
    return linked, [*linker.problems, *clashes]


_EMAIL = re.compile(r"[^\s@:/?&]+@[^\s@:/?&]+\.[^\s@:/?&]+")


class _Linker:
    def __init__(self, guide: Guide, places: Mapping[str, Places], loaded: Loaded) -> None:
        self.guide = guide
        self.places = places
        self.bibliography = loaded.bibliography
        sound = {(kind_of(entry), id_) for id_, entry in guide.entries.items()}
        sound |= {("pages", page.id) for page in guide.pages}
        files = loaded.broken | {(document.kind, document.stem) for document in loaded.documents}
        # A file whose record failed has problems of its own; what names it is not one more, nor
        # is what only it may name.
        self.broken = {(kind, stem) for kind, stem in files - sound if kind in RECORD_KINDS}
        self.lost_keys = loaded.lost_keys
        glossary_fails = loaded.fails("glossary", guide.glossary)
        self.lost_terms = loaded.find_ids("glossary") if glossary_fails else frozenset[str]()
        self.all_read = not self.broken and not glossary_fails
        self.problems: list[Problem] = []
        self.parsed: dict[str, Parsed] = {}
        self.faults: dict[str, tuple[Fault, ...]] = {}
        self.finders = {language: TermFinder(guide.glossary, language) for language in LANGUAGES}
        self.termed: dict[Language, dict[str, Parsed]] = {language: {} for language in LANGUAGES}
        self.used_in: dict[Language, dict[str, dict[str, None]]] = {
            language: {} for language in LANGUAGES
        }
        self.cites: dict[str, dict[str, None]] = {}
        self.cited_by: dict[str, dict[str, None]] = {}
        self.citings = Citings()
        self.led_to: set[str] = set()
        self.keys: dict[str, PageKey] = {
            **{term.id: "glossary" for term in guide.glossary},
            **{section.id: f"section/{section.id}" for section in guide.about.sections},
            **{page.id: f"page/{page.id}" for page in guide.pages},
            **{id_: f"entry/{id_}" for id_ in guide.entries},
        }
        self.anchors = {record.id: find_anchors(record) for record in guide.records}
        self.years = YearChecker(guide.sources.values())

    @property
    def _guide_file(self) -> Places:
        return self.places[f"{self.guide.folder}/guide.yml"]

    def check_sections(self) -> None:
        """Every entry stands in a section of the guide."""
        known = [section.id for section in self.guide.about.sections]
        for entry in self.guide.entries.values():
            if entry.section not in known:
                likely = nearest(entry.section, known)
                self.problems.append(
                    Problem(
                        self._places(entry).at(("section",)),
                        "unknown-section",
                        f'unknown section "{entry.section}"',
                        f"one of {', '.join(known)}",
                        f'write "{likely}"' if likely else "choose one of those",
                    )
                )

    def check_audiences(self) -> None:
        """Every entry is for readers whom the guide knows."""
        known = [audience.id for audience in self.guide.about.audiences]
        for entry in self.guide.entries.values():
            for number, id_ in enumerate(entry.audience):
                if id_ not in known:
                    likely = nearest(id_, known)
                    self.problems.append(
                        Problem(
                            self._places(entry).at(("audience", number)),
                            "unknown-audience",
                            f'unknown audience "{id_}"',
                            f"one of {', '.join(known)}" if known else "an id of `audiences`",
                            f'write "{likely}"' if likely else "list it in guide.yml",
                        )
                    )

    def check_references(self) -> None:
        """Every id that a record names is the id of an entry of the right kind."""
        for entry in self.guide.entries.values():
            for loc, id_, kinds in find_references(entry):
                self._check_id(id_, kinds, self._places(entry).at(loc), entry.id)
            for loc, framework, part in find_parts(entry):
                self._check_part(framework, part, self._places(entry).at(loc))
        home = self.guide.about.home
        wanted: list[tuple[Loc, str, tuple[str, ...]]] = []
        if home.start:
            wanted.append((("home", "start"), home.start, ()))
        if home.figure:
            wanted.append((("home", "figure"), home.figure, ("frameworks",)))
        for number, need in enumerate(home.needs):
            for index, id_ in enumerate(need.entries):
                wanted.append((("home", "needs", number, "entries", index), id_, ()))
        for loc, id_, kinds in wanted:
            self._check_id(id_, kinds, self._guide_file.at(loc), "")
        glossary = self.places.get(f"{self.guide.folder}/glossary.yml")
        for index, term in enumerate(self.guide.glossary):
            if term.entry and glossary:
                self._check_id(term.entry, (), glossary.at((index, "entry")), "")

    def _check_id(self, id_: str, kinds: tuple[str, ...], at: Position, from_: str) -> None:
        entry = self.guide.entries.get(id_)
        if entry is not None and id_ == from_:
            self.problems.append(
                Problem(
                    at,
                    "self-reference",
                    f'"{id_}" names itself',
                    "the id of another entry",
                    "delete it, or name the entry that was meant",
                )
            )
        elif entry is not None and (not kinds or kind_of(entry) in kinds):
            self.led_to.add(id_)
        elif entry is not None or not self._fails(id_, kinds or tuple(KINDS)):
            self.problems.append(self._unknown(id_, kinds, at))

    def _check_part(self, framework: str, part: str, at: Position) -> None:
        entry = self.guide.entries.get(framework)
        known = [part.id for part in entry.parts] if isinstance(entry, Framework) else [part]
        if part not in known:
            likely = nearest(part, known)
            self.problems.append(
                Problem(
                    at,
                    "unknown-anchor",
                    f'"{framework}" has no part "{part}"',
                    f"one of {', '.join(known)}",
                    f'write "{likely}"' if likely else "choose one of those",
                )
            )

    def _fails(self, id_: str, kinds: Iterable[str]) -> bool:
        """Whether there is a file for an id, though no record could be made of it."""
        return any((kind, id_) in self.broken for kind in kinds)

    def _unknown(self, id_: str, kinds: tuple[str, ...], at: Position) -> Problem:
        known = [
            entry.id
            for entry in self.guide.entries.values()
            if not kinds or kind_of(entry) in kinds
        ]
        likely = nearest(id_, known)
        folders = " or ".join(f"{self.guide.folder}/{kind}/" for kind in kinds)
        noun = (
            kinds[0].removesuffix("s").replace("-studie", " study") if len(kinds) == 1 else "entry"
        )
        return Problem(
            at,
            "unknown-target",
            f'unknown {noun} "{id_}"',
            f"the id of a file in {folders or self.guide.folder + '/'}",
            f'write "{likely}"' if likely else "write the id of an entry that exists",
        )

    def check_suggest(self) -> None:
        """Suggestions go to an e-mail address or a web address."""
        suggest = self.guide.about.suggest
        for language in LANGUAGES if suggest else ():
            address = suggest.of(language) if suggest else ""
            faults = [] if _EMAIL.fullmatch(address) else check_address(address)
            for fault in faults:
                self.problems.append(
                    Problem(
                        self._guide_file.at(("suggest", language)),
                        fault.code,
                        fault.message,
                        "an e-mail address, or a web address such as https://example.org/",
                        "write the whole address",
                    )
                )

    def read_texts(self) -> None:
        """Read every text of the guide, and check what each names."""
        for owner, places, loc, text in self._texts():
            for language in LANGUAGES:
                if language != text.missing:  # words that were lent are read where they stand
                    self._read(owner, places, loc, text, language)
        for record in self.guide.records:
            page = self.keys[record.id]
            for loc, cited in _find_sources(record):
                key, at = cited.source, self._places(record).at((*loc, "source"))
                words, quoted_in = "", None
                if isinstance(cited, Quotation):
                    words, quoted_in = cited.words, cited.language
                self._cite(key, record.id, at)
                for language in LANGUAGES:
                    self.citings.add(key, language, page, record.id, words, quoted_in=quoted_in)
        if self.all_read:
            self.problems += find_unused(self.guide.sources, self.cited_by, self.bibliography)
        self.problems += find_doubles(self.guide.sources, self.bibliography)

    def _texts(self) -> Iterator[tuple[str, Places, Loc, Text]]:
        for loc, text in find_texts(self.guide.about):
            yield "", self._guide_file, loc, text
        glossary = self.places.get(f"{self.guide.folder}/glossary.yml")
        for index, term in enumerate(self.guide.glossary):
            if glossary:
                yield f"glossary#{term.id}", glossary, (index, "definition"), term.definition
        for record in self.guide.records:
            for loc, text in find_texts(record):
                yield record.id, self._places(record), loc, text

    def _read(self, owner: str, places: Places, loc: Loc, text: Text, language: Language) -> None:
        markdown = text.of(language)
        if markdown not in self.parsed:
            self.parsed[markdown], self.faults[markdown] = parse_text(markdown)
        here = (*loc, language)
        for fault in self.faults[markdown]:
            self.problems.append(fault.place(places.within(here, fault.words)))
        if isinstance(text, Line) and not self.parsed[markdown].inline:
            self.problems.append(more_than_a_line(places.at(here)))
        seen: Counter[str] = Counter()
        page = self._page_of(owner, loc)
        groups = 0
        for piece in self.parsed[markdown].pieces:
            if isinstance(piece, str):
                self.problems += find_half_links(piece, here, places, self.keys, self.guide.sources)
            if isinstance(piece, str | UsedTerm):
                continue
            at = places.within(here, piece.written, seen[piece.written])
            seen[piece.written] += 1
            if isinstance(piece, EntryLink):
                self._check_link(piece, owner, at)
            else:
                self._check_group(piece, owner, at)
                for part, cited in enumerate(piece.sources if page else ()):
                    self.citings.add(cited.key, language, page, owner, markdown, groups, part)
                groups += 1
        self.problems += self.years.find(text, loc, language, places)
        self._find_terms(owner, markdown, language)

    def _page_of(self, owner: str, loc: Loc) -> PageKey:
        """The page that shows a text; none has the credit alone, which stands on every page."""
        if owner.startswith("glossary#"):
            return "glossary"
        if owner:
            return self.keys[owner]
        match loc:
            case ("sections", int(number), *_):
                return f"section/{self.guide.about.sections[number].id}"
            case ("home", *_):
                return "home"
            case _:
                return ""

    def _find_terms(self, owner: str, markdown: str, language: Language) -> None:
        """Mark the terms of one text, and note who uses them."""
        marked = self.finders[language].mark(self.parsed[markdown])
        if marked:
            self.termed[language][markdown] = marked
        if owner in self.guide.files:
            for piece in (marked or self.parsed[markdown]).pieces:
                if isinstance(piece, UsedTerm):
                    self.used_in[language].setdefault(piece.id, {})[owner] = None
                elif isinstance(piece, EntryLink) and self.keys.get(piece.target) == "glossary":
                    self.used_in[language].setdefault(piece.target, {})[owner] = None

    def _check_link(self, link: EntryLink, owner: str, at: Position) -> None:
        if link.target not in self.keys:
            lost = self.lost_terms is None or link.target in self.lost_terms
            if not lost and not self._fails(link.target, RECORD_KINDS):
                likely = nearest(link.target, self.keys)
                self.problems.append(
                    Problem(
                        at,
                        "unknown-target",
                        f'unknown entry "{link.target}"',
                        f"the id of a file in {self.guide.folder}/, of a section or of a term of "
                        "the glossary",
                        f'write "{likely}"' if likely else "write the id of an entry that exists",
                    )
                )
            return
        if link.target != owner:
            self.led_to.add(link.target)
        known = self.anchors.get(link.target, frozenset())
        if link.anchor is not None and link.anchor not in known:
            likely = nearest(link.anchor, known)
            own = sorted(known - PAGE_ANCHORS) or sorted(known)
            self.problems.append(
                Problem(
                    at,
                    "unknown-anchor",
                    f'"{link.target}" has no part "{link.anchor}"',
                    f"one of {', '.join(own)}" if own else "a link without an anchor",
                    f'write "{link.target}#{likely}"'
                    if likely
                    else ("choose one of those" if own else f'write "[[{link.target}]]"'),
                )
            )

    def _check_group(self, group: CitationGroup, owner: str, at: Position) -> None:
        for cited in group.sources:
            self._cite(cited.key, owner, at)

    def _cite(self, key: str, owner: str, at: Position) -> None:
        if key not in self.guide.sources:
            if self.lost_keys is not None and key not in self.lost_keys:
                self.problems.append(unknown_key(key, at, self.guide.sources, self.bibliography))
            return
        self.cites.setdefault(owner, {})[key] = None
        self.cited_by.setdefault(key, {})[owner] = None

    def find_orphans(self) -> None:
        """Entries that no other record leads to."""
        for entry in self.guide.entries.values():
            if entry.id not in self.led_to and self.all_read:
                self.problems.append(
                    Problem(
                        self._places(entry).at(("id",)),
                        "orphan",
                        f'nothing leads to "{entry.id}"',
                        "a link or relation to it from another entry",
                        f"link to it with [[{entry.id}]], or name it in a relation",
                        "warning",
                    )
                )

    def _places(self, record: Entry | ProsePage) -> Places:
        return self.places[self.guide.files[record.id]]


def _find_sources(record: Entry | ProsePage) -> Iterator[tuple[Loc, Citation | Quotation]]:
    """What in the fields of a record names a source, with the way there."""
    yield from find_inside(record, Citation)
    yield from find_inside(record, Quotation)
