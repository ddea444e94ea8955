"""Texts of our own in which invented names stand for towns: sentences with slots, reports whose towns are renamed."""

import random
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy

from eval.gold.passages import read_passages
from eval.reports.reading import read_reports
from eval.stories.stories import read_stories
from vedette.mentions import Marker
from vedette.mentions.gazetteer.index import load_index
from vedette.mentions.gazetteer.lookup import Gazetteer, load_gazetteer
from vedette.model import Document, Marked

HERE = Path(__file__).parent
SLOT = re.compile(r"\{(\w+)\}")
ROUNDS, PIECES, LEAST, LONGEST = 10, 400, 4, 16
TOWNS = frozenset({"settlement", "district"})
COUNTRIES = ("SY", "SD", "UA", "CD", "ML", "ET", "MM", "SO", "YE", "BF", "NG", "IQ", "AF", "PK", "PH", "CO", "HT", "MZ",
             "LB", "BA", "GE", "IN", "ID", "CF", "TD")  # fmt: skip

type Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with the stretches where invented names stand for towns, and those that may be places besides."""

    id: str
    text: str
    towns: tuple[Stretch, ...]
    unsure: tuple[Stretch, ...] = ()


class Inventor:
    """Makes up names that no gazetteer knows out of halves of those of a country's villages."""

    def __init__(self, gazetteer: Gazetteer, seed: int) -> None:
        self._gazetteer, self._random = gazetteer, random.Random(seed)
        self._index = load_index()
        self._pieces: dict[str, list[str]] = {}

    def name(self, country: str) -> str:
        """A new name in the manner of a country."""
        pieces = self._pieces_of(country)
        while True:
            first, second = self._random.choice(pieces), self._random.choice(pieces)
            head, tail = re.split("[ -]", first)[-1], re.split("[ -]", second)[0]
            made = head[: max(2, len(head) // 2)] + tail[len(tail) // 2 :].lower()
            if " " in first and self._random.random() < 0.5:
                made = f"{first.rsplit(' ', 1)[0]} {second.split()[-1]}"
            made = made[:1].upper() + made[1:]
            if len(made) >= LEAST and "'" not in made and not self._gazetteer.lookup(made):
                return made

    def choice(self, among: Sequence[str]) -> str:
        """One of several."""
        return self._random.choice(among)

    def _pieces_of(self, country: str) -> list[str]:
        if country not in self._pieces:
            rows = numpy.flatnonzero(self._index.rows["country"] == country.encode()).tolist()
            names = [
                self._index.entry(row, main=True).name for row in self._random.sample(rows, min(PIECES, len(rows)))
            ]
            found = [one for one in names if LEAST <= len(one) <= LONGEST and one[:1].isupper()]
            self._pieces[country] = found or self._pieces_of("SD")
        return self._pieces[country]


def slotted(inventor: Inventor) -> Iterator[Masked]:
    """The sentences of slots.toml, each filled several times."""
    table = tomllib.loads((HERE / "slots.toml").read_text("utf-8"))
    fill = {
        "surname": lambda: inventor.choice(table["surnames"]),
        "person": lambda: f"{inventor.choice(table['given'])} {inventor.choice(table['surnames'])}",
        "firm": lambda: inventor.choice(table["firms"]),
        "ship": lambda: inventor.choice(table["ships"]),
        "people": lambda: inventor.choice(table["peoples"]),
        "town": lambda: inventor.name(inventor.choice(COUNTRIES)),
    }
    for part in ("people", "titled", "others", "towns", "sites"):
        for number, sentence in enumerate(table[part]):
            for _ in range(ROUNDS):
                pieces = [(kind, fill[kind]()) for kind in SLOT.findall(sentence)]
                yield Masked(f"{part}/{number}", *_joined(SLOT.split(sentence)[::2], pieces))


def _joined(between: Sequence[str], pieces: Sequence[tuple[str, str]]) -> tuple[str, tuple[Stretch, ...]]:
    text, towns = between[0], []
    for (kind, words), after in zip(pieces, between[1:], strict=True):
        if kind == "town":
            towns.append((len(text), len(text) + len(words)))
        text += words + after
    return text, tuple(towns)


def _own() -> Iterator[tuple[str, str]]:
    """All that rules may be written with: the `dev` passages and stories, the working reports."""
    yield from ((one.id, one.text) for one in read_passages(split="dev"))
    yield from ((one.id, report.text) for one in read_stories(split="dev") for report in one.reports.values())
    yield from ((one.id, one.text) for one in read_reports(split="working"))


def renamed(inventors: Sequence[Inventor]) -> Iterator[Masked]:
    """Reports with invented names for the towns that the reader knows, and with surnames alone for people."""
    own = tuple(_own())
    for (id_, _), reading in zip(own, Marker().mark_all(Document(text) for _, text in own), strict=True):
        for inventor in inventors:
            if (masked := _renamed(id_, reading, inventor)).towns:
                yield masked


def _renamed(id_: str, reading: Marked, inventor: Inventor) -> Masked:
    text = reading.document.text
    known = [one for one in reading.places if one.precision in TOWNS and one.geonames_id and not one.text.isupper()]
    new = {name: inventor.name(country or "SD") for name, country in {one.text: one.country for one in known}.items()}
    people = [one for one in reading.tokens.ents if one.label_ == "PERSON" and len(one) > 1 and one[-1].is_alpha]
    new |= {one.text: one[-1].text for one in people if one.text not in new and one[-1].text[:1].isupper()}
    starts = {one.start for one in known}
    others = [(one.start, one.end) for one in reading.places if one.text not in new]
    others += [(one.start_char, one.end_char) for one in reading.tokens.ents if one.label_ in {"GPE", "LOC", "FAC"}]
    made, towns, moves = "", [], [(0, 0)]
    names = sorted(map(re.escape, new), key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(names)})(?!\w)") if names else re.compile(r"(?!)")
    at = 0
    for match in pattern.finditer(text):
        made += text[at : match.start()]
        words = new[match[0]]
        if match.start() in starts:
            towns.append((len(made), len(made) + len(words)))
        made, at = made + words, match.end()
        moves.append((at, len(made) - at))
    unsure = tuple((_moved(start, moves), _moved(end - 1, moves) + 1) for start, end in others)
    return Masked(id_, made + text[at:], tuple(towns), unsure)


def _moved(at: int, moves: Sequence[tuple[int, int]]) -> int:
    return at + next(by for start, by in reversed(moves) if start <= at)


def masked(seeds: Sequence[int]) -> Iterator[Masked]:
    """All texts, made anew for each seed; the sentences with slots once."""
    gazetteer = load_gazetteer()
    yield from slotted(Inventor(gazetteer, 0))
    yield from renamed([Inventor(gazetteer, seed) for seed in seeds])
