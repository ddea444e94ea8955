"""Speech acts and judgements as claims: who announced, urged, denied, warned, forecast."""

from collections.abc import Iterator, Sequence

from vedette.claims.attribution import Attribution
from vedette.claims.chains import chain_of, is_among, via
from vedette.claims.cues import cues_at, hedges
from vedette.claims.events import Event
from vedette.claims.put import put_at
from vedette.claims.reading import Reading
from vedette.claims.roles import is_nobody
from vedette.claims.sources import source_nouns, source_type
from vedette.claims.standing import settle
from vedette.claims.syntax import auxiliaries, coordinated, is_neither
from vedette.claims.venue import places_of_saying, readers, venue_of
from vedette.claims.when import time_at
from vedette.lexicon.classes import word_class
from vedette.model import Claim, Link, Party, replace
from vedette.model.tokens import Token

SILENT = frozenset({"outlet", "agency", "state-media", "social-media", "document"})
ANALYSTS = frozenset({"expert", "monitor"})
BYSTANDERS = frozenset({"witness", "anonymous", "unnamed", "ngo", "un"})
UNHEARD = frozenset({"witness", "unnamed"})
TENTATIVE = frozenset({"forecast", "hypothetical", "possible"})


def statements(reading: Reading, events: tuple[Event, ...]) -> Iterator[Claim]:
    """A claim for each speech act worth one; what was said in it is claimed apart."""
    triggers = {token.i for event in events for token in event.tokens}
    for one in reading.said:
        if _is_act(one, reading.said_in(one.head), triggers):
            yield from _statement(reading, one, reading.over(one.head), _tells_events(reading, one, triggers))


def _is_act(one: Attribution, found: Sequence[Attribution], triggers: set[int]) -> bool:
    """A speech act of its own: not one that another word governs ("declined to comment"), nor a running quote."""
    governed = one.head.dep_ == "xcomp" and (one.head.head.i in triggers or any(o.head == one.head.head for o in found))
    return bool(one.entry.act and one.sources) and not (
        one.running or governed or one.head.i in triggers or _repeats(one, found) or _stays_nameless(one)
    )


def _stays_nameless(one: Attribution) -> bool:
    """ "who asked not to be named"."""
    head = one.head
    said = {token.lemma_ for token in head.subtree if token.i > head.i}
    return bool(said & {"anonymity"}) or ("not" in said and bool(said & {"name", "identify", "quote"}))


def _repeats(one: Attribution, found: Sequence[Attribution]) -> bool:
    """ "denied it, saying …": the same speaker goes on."""
    goes_on = one.entry.act == "say" and one.head.dep_ in {"advcl", "conj"}
    own = any(child.dep_ == "nsubj" for child in one.head.children)
    return goes_on and not own and any(other.head == one.head.head and other.entry.act for other in found)


def _tells_events(reading: Reading, one: Attribution, triggers: set[int]) -> bool:
    """Whether what is said is itself an event, not just a sentence with one somewhere inside."""
    root = _content_root(reading, one)
    if root is None:
        return False
    main = {root.i, *(child.i for child in root.children if child.dep_ in {"conj", "xcomp", "ccomp", "nsubj", "dobj"})}
    return not main.isdisjoint(triggers)


def _statement(
    reading: Reading, one: Attribution, over: tuple[Attribution, ...], tells_events: bool
) -> Iterator[Claim]:
    source = one.sources[0]
    kind_of_source = source_type(reading, source)
    untrue = _untrue(reading, one) if one.entry.act == "say" else None
    plain = one.entry.act == "say" and untrue is None
    bystander = kind_of_source in ANALYSTS | BYSTANDERS or _is_nameless(reading, source)
    if not _can_speak(reading, one):
        return
    neither = is_neither(one.head)
    unsaid = any(child.dep_ == "neg" for child in one.head.children) and one.entry.act in {"say", "admit", "announce"}
    venue = venue_of(reading, one)
    worth = not (plain and tells_events and bystander) or (venue is not None and kind_of_source not in UNHEARD)
    if unsaid or kind_of_source in SILENT or not worth:
        return
    claim = Claim(
        kind=one.entry.kind,
        type="decline" if neither else "deny" if untrue is not None else one.entry.act,
        document=reading.document,
        evidence=reading.sentence(one.head),
        trigger=reading.words(one.cue if untrue is None else (untrue,)),
        parties=_parties(reading, one),
        places=places_of_saying(reading, one),
        venue=venue,
        time=time_at(reading, one.cue, over),
        chain=_chain(reading, one, over),
    )
    judged = one.entry.kind == "assessment" or (plain and kind_of_source in ANALYSTS)
    if neither:
        yield claim
        return
    yield _judged(reading, claim, one, over) if judged else _put(reading, claim, one)


def _chain(reading: Reading, one: Attribution, over: tuple[Attribution, ...]) -> tuple[Link, ...]:
    """Through whom the act came, with the media that it was told to, each once."""
    before = chain_of(reading, over)
    return (*before, *(link for link in via(reading, one) if not is_among(link, before)))


def _untrue(reading: Reading, one: Attribution) -> Token | None:
    """The word by which a source says that what was told is not so: "said the report was false"."""
    root = _content_root(reading, one)
    if root is None or root.lemma_ != "be":
        return None
    told = {child.lower_ for child in root.children if child.dep_ == "nsubj"}
    said = (child for child in root.children if child.dep_ in {"acomp", "attr"})
    word = next((w for w in said if (entry := hedges("governor").get(w.lower_)) and entry.name == "untrue"), None)
    return word if told & word_class("grammar", "said before") else None


def _can_speak(reading: Reading, one: Attribution) -> bool:
    """Whether any of its sources is somebody, or something that reports; a message or a town is not."""
    reports = source_nouns()
    if all(is_nobody(token) for token in one.sources):  # "no one to defend them"
        return False
    named = (reading.party(token) or token.pos_ == "PROPN" or token.lemma_.lower() in reports for token in one.sources)
    return any(named) or any(reading.has_class(token, {"people"}) for token in one.sources)


def _is_nameless(reading: Reading, source: Token) -> bool:
    """Officials, sources, activists: somebody, but nobody by name."""
    mention = reading.party(source)
    return source.pos_ == "NOUN" and (mention is None or mention.actor is None)


def _put(reading: Reading, claim: Claim, one: Attribution) -> Claim:
    put = put_at(reading, one.head)
    return replace(claim, standing=put.standing, standing_cue=put.cue)


def _judged(reading: Reading, claim: Claim, one: Attribution, over: tuple[Attribution, ...]) -> Claim:
    root = _content_root(reading, one)
    standing, cue = (
        settle(cues_at(root, ()), one.entry.standing if one.entry.kind == "assessment" else "")
        if root is not None
        else ("asserted", None)
    )
    ahead = standing in TENTATIVE and not (root is not None and any(c.lower_ == "have" for c in auxiliaries(root)))
    name = "forecast" if ahead and claim.type in {"say", "judge"} else claim.type
    return replace(
        claim, kind="assessment", type="judge" if name == "say" else name, standing=standing,
        standing_cue=reading.quote(cue.tokens) if cue else None, chain=chain_of(reading, (*over, one)),
    )  # fmt: skip


def _content_root(reading: Reading, one: Attribution) -> Token | None:
    return next((reading.tokens[i] for i in sorted(one.content) if reading.tokens[i].head.i not in one.content), None)


def _parties(reading: Reading, one: Attribution) -> tuple[Party, ...]:
    found = [reading.as_party(token, "speaker") for token in speakers(one)]
    for token in (*one.addressees, *readers(one)):
        mention = reading.party(token)
        if mention is not None and mention.type != "media":
            found.append(reading.as_party(token, "addressee"))
    return tuple({(party.start, party.end): party for party in found}.values())


def speakers(one: Attribution) -> tuple[Token, ...]:
    """The sources of an attribution with those joined to them."""
    return tuple(dict.fromkeys(token for source in one.sources for token in coordinated(source)))
