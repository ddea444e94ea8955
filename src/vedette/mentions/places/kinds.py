"""What the words around a name tell of it: its sort, as in "the town of X", and where it lies, as in "X, Texas"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import pairwise
from math import inf

from vedette.lexicon.actors import Registry
from vedette.lexicon.classes import noun_classes, word_class
from vedette.mentions.gazetteer.lookup import Gazetteer
from vedette.mentions.gazetteer.tables import Entry, kilometres
from vedette.model.tokens import Doc, Span, Token

KINDS = ("settlement", "district", "province")
AREAS = frozenset({"district", "province"})
SMALL = frozenset({"village", "hamlet"})
PLURAL = frozenset({"NNS", "NNPS"})
JOINING = frozenset({",", "and", "or", "&"})
LISTING = frozenset({":", "--", "–", "—", "including", "like", "namely"})
KNOWN = 20_000
LIST_REACH = 16
OPENING = frozenset({",", "(", "in"})
WIDE = frozenset({"country", "province", "district"})
FURTHEST = 4
ASTRIDE_KM = 150.0  # the gazetteer may have an older border

place_words = partial(word_class, "place_words")  # one class of place_words.toml
type Within = tuple[str, str | None]


def has(token: Token, name: str) -> bool:
    """Whether a token's lemma or form is in a word class."""
    return name in _classes(token.lower_, token.lemma_)


def classes(token: Token) -> frozenset[str]:
    """The classes of place_words.toml that a token's lemma or form is in."""
    return _classes(token.lower_, token.lemma_)


@lru_cache(maxsize=65536)
def _classes(lower: str, lemma: str) -> frozenset[str]:
    known, none = noun_classes("place_words"), frozenset[str]()
    return none.union(*(known.get(form, none) for form in {lower, lemma.lower(), lower.rstrip(".s")}))


def aims_at_a_place(preposition: Token) -> bool:
    """ "an offensive on": hardly on a person."""
    return preposition.lower_ == "on" and has(preposition.head, "conquering")


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch that may name a place, what it may mean, and the sort of place that the words around it tell.

    `blank` tells where the name begins in the text and how it is written when the parse does not show it.
    """

    span: Span
    entries: tuple[Entry, ...]
    kind: str = ""
    blank: tuple[int, str] | None = None

    @property
    def start(self) -> int:
        """Where the name begins in the text."""
        return self.blank[0] if self.blank else self.span.start_char

    @property
    def end(self) -> int:
        """Where the name ends in the text."""
        return self.start + len(self.text)

    @property
    def root(self) -> Token:
        """The token that ties the name to its sentence."""
        return self.span.root

    @property
    def text(self) -> str:
        """The name as written."""
        return self.blank[1] if self.blank else self.span.text

    @property
    def bare(self) -> str:
        """The name without the word for its sort: "Kodom City" is Kodom."""
        return self.text.removesuffix(f" {self.span[-1].text}") if kind_of(self.span[-1]) else self.text


def with_kind(name: Name, gazetteer: Gazetteer) -> Name:
    """The name with the sort of place it is, widened by a capitalised word for it, its meanings narrowed by it."""
    span, tokens = name.span, name.span.doc
    noun = _noun_after(span, of_too=all(one.population < KNOWN for one in name.entries))
    if noun is not None and noun.i == span.end and _belongs(noun):
        span = tokens.span(span.start, noun.i + 1)
    noun = noun or _noun_before(span)
    if noun is None or (not name.entries and noun.i < span.start and not noun.text.islower()):
        return name  # "the Department of Transport"
    return of_sort(replace(name, span=span), noun, gazetteer)


def of_sort(name: Name, noun: Token, gazetteer: Gazetteer) -> Name:
    """The name as one of the sort of place that a noun tells, where it may be one."""
    entries = _of_kind(name, noun, gazetteer)
    fits = bool(entries) or not name.entries
    return replace(name, entries=entries or name.entries, kind=kind_of(noun) if fits else name.kind)


def kind_before(span: Span) -> str:
    """The sort of place that the words before a name tell, "" when they tell none."""
    noun = _noun_before(span)
    return kind_of(noun) if noun is not None else ""


def kind_after(span: Span) -> str:
    """The sort of place that the words after a name, or after the list it stands in, tell."""
    noun = _noun_after(span)
    return kind_of(noun) if noun is not None else ""


def _of_kind(name: Name, noun: Token, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """The meanings that are of that sort; none where the name is a country's: "provinces of Canada"."""
    state = any(one.precision == "country" and one.main for one in name.entries)
    if state and (noun.tag_ in PLURAL or noun.lower_ == "capital"):
        return ()
    if kind_of(noun) == "settlement":
        most = KNOWN if noun.lemma_ in SMALL else inf  # no village is a city by another name
        return tuple(
            one for one in name.entries if one.precision == "settlement" and (one.main or one.population < most)
        )
    wide = (one for one in name.entries if one.precision == "region")
    towns = any(one.main and one.precision == "settlement" for one in name.entries)
    known = (one for one in gazetteer.areas(name.text) if one.main or not towns)  # no far district by another name
    areas = dict.fromkeys([*_called(name, noun, gazetteer), *known, *wide])
    return tuple(areas) or (() if state else name.entries)


def _called(name: Name, noun: Token, gazetteer: Gazetteer) -> Iterable[Entry]:
    """ "Lamar County" of "Lamar and Hayes counties"."""
    full = f"{name.text} {noun.lemma_.lower().capitalize()}"
    return (one for one in gazetteer.lookup(full) if one.precision in AREAS)


def _belongs(noun: Token) -> bool:
    """ "Homs Province", "Lamar County Court", but not "Ohio State University", "Boise City Council"."""
    if not noun.text[:1].isupper() or noun.is_sent_start:
        return False
    following = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    alone = following is None or not following.text[:1].isupper() or following.is_sent_start is True
    return noun.lower_ in place_words("closed-name") or (alone and has(noun, "open-name"))


def kind_of(token: Token) -> str:
    """The sort of place that a noun names, "" when it names none."""
    return _kind(token.lower_, token.lemma_)


@lru_cache(maxsize=65536)
def _kind(lower: str, lemma: str) -> str:
    classes = _classes(lower, lemma)
    return next((kind for kind in KINDS if kind in classes), "")


def is_settlement(tokens: Doc, at: int) -> bool:
    """Whether "a market town", "the last village" and the like begin here."""
    if at >= len(tokens) or tokens[at].lower_ not in {"a", "an", "the"}:
        return False
    for token in tokens[at + 1 : at + 6]:
        if has(token, "settlement") and token.pos_ == "NOUN":
            after = tokens[token.i + 1] if token.i + 1 < len(tokens) else None
            return after is None or (after.pos_ not in {"NOUN", "PROPN"} and after.text != "'s")
        if not token.text.islower() and token.text != "-":
            return False
    return False


def _noun_after(span: Span, *, of_too: bool = False) -> Token | None:
    """ "X province", "X, Y and Z provinces"; `of_too` where X is a part of Y in "the X district of Y"."""
    tokens, at = span.doc, span.end
    while at + 1 < len(tokens) and tokens[at].lower_ in {"local", "government", "administrative"}:
        at += 1
    if at > span.end and tokens[at].lemma_ == "area":
        return tokens[at]
    if at < len(tokens) and kind_of(tokens[at]) and (of_too or not _followed_by_of(tokens, at)):
        return tokens[at]
    joined = False
    for token in tokens[at : at + LIST_REACH]:
        if token.lower_ == "the" and tokens[span.start - 1].lower_ == "in":
            break  # "In Sanaa, the Nahda and Hadda districts"
        joined = joined or token.text in JOINING
        if joined and token.tag_ in PLURAL and kind_of(token) and not _followed_by_of(tokens, token.i):
            return token
        if not _may_be_listed(token):
            break
    return None


def _may_be_listed(token: Token) -> bool:
    return token.text[:1].isupper() or token.text in JOINING or token.lower_ in {"-", "al", "el", "the"}


def _followed_by_of(tokens: Doc, at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].lower_ == "of"


def _noun_before(span: Span) -> Token | None:
    """ "the province of X", "the village X", "the cities of W, X and Y"."""
    tokens, at = span.doc, span.start - 1
    while at >= 0 and (tokens[at].lower_ in {"the", "'"} or (tokens[at].is_space and "\n\n" not in tokens[at].text)):
        at -= 1
    if at < 0:
        return None
    if kind_of(tokens[at]) and tokens[at].text.islower():
        return tokens[at]
    listed = False
    for i in range(at, max(at - LIST_REACH, 0), -1):
        if tokens[i].lower_ == "of":
            noun = tokens[i - 1]
            return noun if kind_of(noun) and (not listed or noun.tag_ in PLURAL) and not _is_named(noun) else None
        if tokens[i].text in LISTING:
            return tokens[i - 1] if kind_of(tokens[i - 1]) and tokens[i - 1].tag_ in PLURAL else None
        if not _may_be_listed(tokens[i]):
            break
        listed = listed or tokens[i].text in JOINING
    return None


def _is_named(noun: Token) -> bool:
    """ "The Novy district of X" is not X, but "the Masisi town of X" is."""
    return has(noun, "quarter") and noun.i > 0 and noun.nbor(-1).text[:1].isupper() and not noun.nbor(-1).is_sent_start


def within(name: Name, gazetteer: Gazetteer, registry: Registry) -> tuple[frozenset[Within], bool]:
    """Countries (code, None) and divisions (code, division) that the words around a name say it lies in, and whether
    they leave no doubt; a country after a country is a list."""
    tokens, after = name.span.doc, name.span.end
    if owning := _owning(name, gazetteer) or _national(name, registry):
        return owning, True
    if after + 1 >= len(tokens) or tokens[after].lower_ not in OPENING:
        return frozenset(), False
    lies = tokens[after].text == "," and tokens[after + 1].lower_ == "in"  # "X, in the Y region"
    wider, end = _wider(tokens, after + 1 + lies + (tokens[after + 1 + lies].lower_ == "the"), gazetteer)
    own = {one.precision for one in name.entries if one.main}
    listed = _is_list(tokens, after)
    if listed and any(one.precision in own for one in wider):
        return frozenset(), False
    closed = end >= len(tokens) or tokens[end].is_punct or kind_of(tokens[end]) != ""
    sure = lies or all(one.population < KNOWN for one in name.entries)
    return frozenset((one.country or "", one.admin1) for one in wider), closed and sure and not listed


def stray(name: Name, told: frozenset[Within], gazetteer: Gazetteer) -> bool:
    """Whether no meaning lies where the text says, nor near: no "Dnipro district" of Kyiv in Kherson's."""
    return bool(told) and not any(_lies(one, where, gazetteer) for one in name.entries for where in told)


def _lies(one: Entry, where: Within, gazetteer: Gazetteer) -> bool:
    country, code = where
    if one.country != country or code is None or one.admin1 == code or one.lat is None or one.lon is None:
        return one.country == country
    area = gazetteer.division_of(country, code)
    if area is None or area.lat is None or area.lon is None:
        return False
    return kilometres((one.lat, one.lon), (area.lat, area.lon)) < ASTRIDE_KM


def is_quarter(name: Name) -> bool:
    """Whether it is a quarter of a town: "the X neighbourhood", "the district of X"."""
    noun = _noun_after(name.span, of_too=True) or _noun_before(name.span)
    return has(noun or name.span[-1], "quarter")


def _owning(name: Name, gazetteer: Gazetteer) -> frozenset[Within]:
    """Where what owns the name lies: "Kherson's Dnipro district", "Niger's Tillaberi region"."""
    tokens, mark = name.span.doc, name.span.start - 1
    if mark < 1 or tokens[mark].text != "'s":
        return frozenset()
    for first in range(max(0, mark - FURTHEST), mark):
        words = tokens.span(first, mark).text
        found = [one for one in gazetteer.lookup(words) if one.main] if words[:1].isupper() else []
        if found:
            return frozenset((one.country or "", one.admin1) for one in found)
    return frozenset()


def _national(name: Name, registry: Registry) -> frozenset[Within]:
    """ "The Lebanese village of X", but not "the Russian-held village of X"."""
    noun = _noun_before(name.span)
    words = [one for one in noun.lefts if one.nbor().text != "-"] if noun is not None else []
    nations = (registry.by_adjective(one.text) for one in words)
    return frozenset((one.code, None) for one in nations if one is not None)


def _is_list(tokens: Doc, comma: int) -> bool:
    """Whether the comma is followed by another one or by "and" before long."""
    return tokens[comma].text == "," and any(token.text in {",", "and"} for token in tokens[comma + 2 : comma + 5])


def _wider(tokens: Doc, at: int, gazetteer: Gazetteer) -> tuple[Sequence[Entry], int]:
    """The countries, divisions or districts that may be named from this token on, and where their name ends."""
    for end in range(min(at + FURTHEST, len(tokens)), at, -1):
        words = tokens.span(at, end).text
        short = gazetteer.short(words)
        if short is not None:
            return (short,), end
        wide = [one for one in gazetteer.lookup(words) if one.precision in WIDE] if words[:1].isupper() else []
        if wide:
            return wide, end
    return (), at


def holding(names: Sequence[Name]) -> list[frozenset[Within]]:
    """For each name, where the name before it may lie, if only a comma stands between them."""
    held: list[frozenset[Within]] = [frozenset()] if names else []
    for before, name in pairwise(names):
        between = name.span.doc.span(before.span.end, name.span.start)
        lies = before.entries if between.text.strip() == "," else ()
        towns = [one for one in lies if one.main and one.precision != "country"]
        held.append(frozenset((one.country or "", code) for one in towns for code in (None, one.admin1)))
    return held
