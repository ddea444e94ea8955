"""Names that a document itself proves to be those of towns, whatever the recogniser takes them for: by what is done
there, who lives there, how they fare. What is proved once holds throughout the document."""

from collections.abc import Callable, Iterator

from vedette.mentions.gazetteer.tables import ARTICLES
from vedette.mentions.places.kinds import classes, has, is_settlement, kind_of, place_words
from vedette.model.tokens import Doc, Span, Token

LONGEST = 4
REACH = 8
BEGINNING = frozenset({"PROPN", "INTJ", "X", "ADJ"})
OF_PEOPLE = frozenset({"PERSON", "NORP"})
TIMES = frozenset({"DATE", "TIME", "CARDINAL", "MONEY"})
NO_PART = frozenset({"site", "organisation", "direction", "person-before", "office", "feature"})
BE = frozenset({"be", "remain", "stay", "lie", "come", "fall", "pass", "have"})
GROUNDS = {
    "in": frozenset({"hands", "grip"}),
    "under": frozenset({"control", "siege", "blockade", "occupation", "curfew", "authority", "bombardment"}),
    "on": frozenset({"fire", "sides"}),
}

type Test = Callable[[Token], bool]


def towns(tokens: Doc, somebodys: Test, fights: Test) -> frozenset[str]:
    """The names that are proved; `somebodys` tells of words that belong to somebody known or to a nation, `fights` of
    those who take and hold places.

    One sure sign is enough where nobody of that name has a title; where the sign is only likely, as people too are
    captured and attacked, nothing may speak for a person.
    """
    sure: set[str] = set()
    likely: set[str] = set()
    people: set[str] = set()
    speakers: set[str] = set()
    war, listed = any(map(fights, tokens)), -1
    for name in _names(tokens, somebodys):
        before = _before(name)
        if before is not None and (has(before, "person-before") or has(before, "office")):
            people |= {name.text, name[-1].text}
        elif _is_cut(name):
            continue
        elif (before is not None and (before.i == listed or _led_surely(before))) or _fares_surely(name):
            sure.add(name.text)
            listed = name.end if name.end < len(tokens) and tokens[name.end].lower_ == "and" else -1
        elif _speaks(name):
            speakers |= {name.text, name[-1].text}
        elif _is_likely(name, before) and (any(map(fights, name[0].sent)) or (war and _by_them(name))):
            (speakers if _is_persons(name) else likely).add(name.text)
    return frozenset((sure | (likely - speakers)) - people)


def _names(tokens: Doc, somebodys: Test) -> Iterator[Span]:
    """Runs of capitalised words, with the small ones and hyphens inside them."""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        may_begin = token.text[:1].isupper() or token.lower_ in ARTICLES
        end = _end_of(tokens, at, somebodys) if may_begin and _begins(token, somebodys) else at
        if end > at and not (end == at + 1 and tokens[at].lower_ in place_words("not-a-place")):
            yield tokens.span(at, end)
        at = max(end, at + 1)


def _begins(token: Token, somebodys: Test) -> bool:
    article = token.lower_ in ARTICLES and token.i + 1 < len(token.doc) and token.nbor(1).text == "-"
    return article or (_is_part(token, somebodys) and not (token.is_sent_start and token.pos_ not in BEGINNING))


def _end_of(tokens: Doc, at: int, somebodys: Test) -> int:
    end = at + 1
    while end < min(len(tokens), at + 2 * LONGEST):
        token = tokens[end]
        hyphen = token.text in {"-", "'"} and not tokens[end - 1].whitespace_ and not token.whitespace_
        goes_on = hyphen or token.lower_ in ARTICLES or tokens[end - 1].text == "-"
        if token.is_sent_start or not (goes_on or _is_part(token, somebodys)):
            break
        end += 1
    while end > at and not tokens[end - 1].text[:1].isupper():
        end -= 1
    return end if sum(token.text != "-" for token in tokens[at:end]) <= LONGEST else at


def _is_part(token: Token, somebodys: Test) -> bool:
    written = token.text[:1].isupper() and not token.text.isupper() and len(token.text) > 1
    if not written or token.pos_ in {"VERB", "AUX", "ADP", "DET"} or token.ent_type_ in TIMES or token.is_stop:
        return False
    return not (kind_of(token) or not NO_PART.isdisjoint(classes(token)) or somebodys(token))


def _before(name: Span) -> Token | None:
    """The word before a name in its sentence, past directions and quotation marks."""
    at = name.start - 1
    while at > 0 and (name.doc[at].text in {"'", '"'} or _tells_side(name.doc[at])):
        at -= 1
    return name.doc[at] if at >= 0 and not name[0].is_sent_start else None


def _tells_side(token: Token) -> bool:
    return has(token, "direction") and not has(token, "town-only")


def _is_cut(name: Span) -> bool:
    """Whether it goes on as something else's name or is called "the X", as towns seldom are."""
    tokens = name.doc
    before, after = _before(name), tokens[name.end] if name.end < len(tokens) else None
    the = before is not None and before.lower_ in {"the", "a", "an"}
    named = before is not None and before.text[:1].isupper() and before.pos_ == "PROPN"
    goes_on = after is not None and after.text[:1].isupper() and not (after.is_sent_start or after.ent_type_ in TIMES)
    return the or named or goes_on or (after is not None and after.text in {"-", "/", "&"})


def _led_surely(before: Token) -> bool:
    """ "entered X", "residents of X", "the battle for X", "withdrew from X", "an advance on X"."""
    above = before.nbor(-1) if before.i else before
    if before.lower_ == "of":
        return any(has(above, sort) for sort in ("part", "living", "ruling", "strategic"))
    if before.lower_ == "for":
        return has(above, "fought for")
    if before.lower_ == "from":
        return any(has(token, "given up") for token in before.doc[max(0, before.i - 3) : before.i])
    if before.lower_ == "on":
        return any(has(token, "conquering") for token in before.doc[max(0, before.i - 4) : before.i])
    return has(before, "town-only")


def _fares_surely(name: Span) -> bool:
    """ "X has fallen", "X is in the hands of", "X was overrun", "X changed hands", "X, a town"."""
    tokens, at = name.doc, name.end
    if at + 1 >= len(tokens):
        return False
    first, second = tokens[at], tokens[at + 1]
    if first.text == ",":
        return is_settlement(tokens, at + 1) or (second.lemma_ in {"be", "have"} and _lies(tokens[at + 1 : at + REACH]))
    if first.text == "'s" and second.text.islower():
        return has(second, "ruling") or has(second, "living")
    if first.tag_ == "NNS" and first.text.islower() and has(first, "living"):
        return True
    if first.lower_ == "fell":
        return second.is_punct or second.lower_ in place_words("fell")
    if first.lemma_ == "change":
        return second.lower_ == "hands"
    return first.lemma_.lower() in BE and _lies(tokens[at : at + REACH])


def _lies(words: list[Token]) -> bool:
    """ "is now in rebel hands", "was under the control of", "had been overrun", "has fallen"."""
    for at, word in enumerate(words):
        if word.lower_ in GROUNDS:
            return any(one.lower_ in GROUNDS[word.lower_] for one in words[at + 1 :])
        if word.lower_ == "ours":
            return True
        if word.tag_ == "VBN" and word.lemma_ not in {"be", "have"}:
            return word.lower_ == "fallen" or has(word, "town-only") or has(word, "of towns")
        if word.is_punct:
            break
    return False


def _is_likely(name: Span, before: Token | None) -> bool:
    """ "captured X", "attacked X", "in X", "an attack on X", "X was captured"."""
    tokens, at = name.doc, name.end
    after = tokens[at : at + 4]
    if not after or after[0].lower_ in place_words("held as"):
        return False
    if after[0].tag_ == "NN" and after[0].text.islower():
        return has(after[0], "strategic")
    if before is not None:
        above = before.nbor(-1) if before.i else before
        led = before.pos_ in {"VERB", "NOUN"} and _undergone(before)
        fate = before.lower_ == "of" and (has(above, "fate") or has(above, "share"))
        fate = fate or (before.lower_ == "to" and has(above, "going"))
        up = before.lower_ in {"up", "over"} and before.dep_ == "prt"
        if (
            led
            or up
            or fate
            or (before.lower_ == "on" and any(has(one, "aimed") for one in tokens[max(0, before.i - 4) : before.i]))
            or before.lower_ in place_words("inside")
        ):
            return True
    passive = next((one for one in after if one.tag_ == "VBN" and one.lemma_ != "be"), None)
    return after[0].lemma_.lower() in {"be", "have"} and passive is not None and _undergone(passive)


def _by_them(name: Span) -> bool:
    """ "They had taken X", where who they are was told before."""
    return any(token.lower_ in {"they", "we", "it"} for token in name.doc[max(0, name.start - 4) : name.start])


def _undergone(verb: Token) -> bool:
    return has(verb, "entered") or has(verb, "gained")


def _speaks(name: Span) -> bool:
    """ "X said", "X, 34, ", "X, who"."""
    after = name.doc[name.end : name.end + 2]
    if len(after) > 1 and after[0].text == ",":
        return after[1].text.isdigit() or after[1].lower_ in {"who", "whose"}
    return bool(after) and has(after[0], "saying")


def _is_persons(name: Span) -> bool:
    """Whether the recogniser takes several words for a person, which it often does of one word."""
    return len(name) > 1 and "-" not in name.text and any(token.ent_type_ in OF_PEOPLE for token in name)
