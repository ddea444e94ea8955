"""Outlet and date as the first lines of a report state them: datelines, bylines, "Published: ...". Never invented."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vedette.documents.dates import parse_date
from vedette.lexicon.actors import load_registry
from vedette.lexicon.classes import word_class

_LINES, _LONGEST_LINE, _LONGEST_LEAD, _LONGEST_TITLE = 8, 300, 140, 90
_PUBLISHING = frozenset({"media", "monitor", "organisation"})
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DATE = re.compile(
    r"(?:\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s{1,3})?"
    rf"(?:\b\d{{1,2}}(?:st|nd|rd|th)?\s{{1,3}}{_MONTH},?\s{{1,3}}\d{{4}}\b"
    rf"|\b{_MONTH}\s{{1,3}}\d{{1,2}}(?:st|nd|rd|th)?,?\s{{1,3}}\d{{4}}\b|\b\d{{4}}-\d\d-\d\d\b)"
    r"(?:(?:,?\s{1,3}(?:at\s{1,3})?|T)\d{1,2}:\d\d(?::\d\d)?(?:\s{0,3}[ap]\.?m\b\.?)?"
    r"(?:\s{0,3}(?:Z|[A-Z]{3,4}|[+-]\d\d:?\d\d)\b)?)?",
    re.IGNORECASE,
)
_YEARLESS = re.compile(rf"\b(?:\d{{1,2}}\s{{1,3}}{_MONTH}|{_MONTH}\s{{1,3}}\d{{1,2}}\b)", re.IGNORECASE)
_LEAD = re.compile(
    rf"(.{{2,{_LONGEST_LEAD}}}?)(?:\s(?:--?|–|—)(?:\s|$)|(?<=\))\s?(?:--?|–|—|:)|(?<=\w)(?:—|--)|(?<=\d{{4}})\.\s)"
)
_STATEMENT = re.compile(r"(?:(?:press )?statement (?:by|from|of) (?:the )?(?P<by>.{2,60})|(?P<of>.{2,60}?) (?:press )?"
                        r"(?:statement|release|communiqu[eé]))", re.IGNORECASE)  # fmt: skip
_PLACE_WORD = re.compile(r"[A-Z][\w.'’-]*|de|la|el|al|of|the|and|du|des|do|da")
_GAP = re.compile(r"[\s|,/;()]+")
_LABEL = re.compile(
    r"(published|date|posted|issued|filed|last updated|updated)\b(?:\s+on\b|\s+at\b)?\s*:?\s*(.+)", re.IGNORECASE
)
_SOURCE = re.compile(r"(?:source|outlet|publisher|agency)\s*:\s*(\S.{1,80})", re.IGNORECASE)
_SEPARATORS = re.compile(r"\s[-–—]\s|[|•·,]")


@dataclass(frozen=True, slots=True)
class Guess:
    """What the first lines state, where they do."""

    outlet: str | None = None
    published: str | None = None


def read_dateline(text: str) -> Guess:
    """The first outlet and the first full date that the first lines state; a date of publication before an update."""
    found = [guess for line in _first_lines(text) for guess in _guesses(line)]
    return Guess(
        next((guess.outlet for guess in found if guess.outlet), None),
        next((guess.published for guess in found if guess.published), None),
    )


def _first_lines(text: str) -> list[str]:
    beginning = text[: _LINES * 1000].split("\n")
    lines = [line[:_LONGEST_LINE].strip().strip("*_#> ") for line in beginning if line.strip()][:_LINES]
    return sorted(lines, key=lambda line: bool(re.match(r"(?:last )?updated\b", line, re.IGNORECASE)))


def _guesses(line: str) -> Iterator[Guess]:
    if label := _LABEL.fullmatch(line):
        yield Guess(published=_whole_date(label[2]))
    if source := _SOURCE.fullmatch(line):
        yield Guess(outlet=media_name(source[1]) or source[1])
    if (statement := _STATEMENT.fullmatch(line)) and (who := load_registry().named(statement["by"] or statement["of"])):
        yield Guess(outlet=who.name)
    yield Guess(published=_whole_date(line))
    yield from _byline(line)
    if lead := _LEAD.match(line):
        yield _lead(lead[1])


def _byline(line: str) -> Iterator[Guess]:
    """ "By A. Writer | Reuters | 7 Dec 2024", "OCHA Sudan, Flash Update No. 2, 3 May 2023": a date that is a part
    of its own, and a part that names a medium."""
    if len(line) > _LONGEST_LEAD:
        return
    date = _DATE.search(line)
    parts = [part.strip() for part in _SEPARATORS.split(_DATE.sub("\0", line, count=1))]
    names = [name for part in parts if (name := _publisher(part))]
    dated = date is not None and "\0" in parts
    titled = dated and len(line) <= _LONGEST_TITLE and line[-1] not in ".!?:"
    if line.startswith("By ") or "|" in line or titled or (names and len(names) + dated == len(parts) > 1):
        yield Guess(names[0] if names else None, parse_date(date[0]) if date and dated else None)


def _publisher(part: str) -> str | None:
    """Who publishes: a medium or body of the registry, also with what it is the office for ("OCHA Sudan"), or a name
    with a word for a medium in it ("Zitamar News")."""
    words = part.split(" ")
    named = len(words) > 1 and all(_PLACE_WORD.fullmatch(word) for word in words)
    known = load_registry().named(part)
    if known is not None and known.type in _PUBLISHING:
        return known.name if known.type == "media" else part
    if not named:
        return None
    first = load_registry().named(words[0])
    called = not word_class("grammar", "medium name").isdisjoint(word.lower() for word in words)
    return part if called or (first is not None and first.type in _PUBLISHING) else None


def _lead(lead: str) -> Guess:
    """ "GOMA, DR Congo, 27 January 2025 (AFP)": place, date and agency, and nothing else."""
    names = [name for inside in re.findall(r"\(([^()]{2,40})\)", lead) if (name := media_name(inside))]
    date = _DATE.search(lead)
    words = _GAP.split(_YEARLESS.sub(" ", _DATE.sub(" ", lead)))
    if not (names or date) or not all(_PLACE_WORD.fullmatch(word) for word in words if word):
        return Guess()
    return Guess(names[0] if names else None, parse_date(date[0]) if date else None)


def _whole_date(words: str) -> str | None:
    found = _DATE.fullmatch(words.strip().rstrip("."))
    return parse_date(found[0]) if found else None


def media_name(words: str) -> str | None:
    """The registry's name of an outlet or agency that goes by exactly these words."""
    actor = load_registry().named(words.strip())
    return actor.name if actor and actor.type == "media" else None
