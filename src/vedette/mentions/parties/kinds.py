"""Decides what a noun phrase names, or a word before another noun as in "Israeli strikes": type of party, registry
actor, name and side."""

from collections import Counter

from vedette.lexicon.actors import Actor, Country
from vedette.lexicon.classes import word_class
from vedette.mentions.parties.armies import is_numbered
from vedette.mentions.parties.discovery import group_called
from vedette.mentions.parties.nouns import (
    PartyNoun,
    capital_acts,
    country_acts,
    has,
    is_title,
    makes_a_person,
    party_noun,
    speaks,
)
from vedette.mentions.parties.scene import Kind, Scene, government_of, only_linked, owner, rebel_side, side_of
from vedette.model.tokens import Token

NEVER = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME", "EVENT", "LAW", "LANGUAGE", "WORK_OF_ART", "CARDINAL", "MONEY"})
HUMAN = frozenset({"person", "official", "civilian", "crowd"})
PARTICLES = frozenset({"-", "al", "el", "bin", "ibn", "von", "van", "de", "der", "ag", "'", "&", "of", "the"})
NAME_WORDS = (2, 3)
REBEL_WORDS = frozenset({"rebel", "rebels", "insurgent", "insurgents", "insurgency", "rebellion"})
AGAINST_WORDS = frozenset({"separatist", "breakaway", "secessionist", "parallel", "rival"})
LEADERS = ("leader", "supreme leader", "president", "prime minister", "chancellor")
LOYAL_WORDS = frozenset({"government", "regime", "army", "military", "pro-government", "junta"})
GOVERNMENT = frozenset({"government", "regime", "army", "junta"})
MODIFYING = frozenset({"compound", "amod", "nmod"})


def kind_of(scene: Scene, head: Token) -> Kind | None:
    """What the noun phrase of a head names, or None when it names no party; found out once."""
    if head.i not in scene.kinds:
        scene.kinds[head.i] = _kind_of(scene, head)
    return scene.kinds[head.i]


def _kind_of(scene: Scene, head: Token) -> Kind | None:
    known = scene.names.get(head.i)
    if known is not None:
        return _known(scene, head, known.actor) if head.i == known.root else None
    if head.pos_ == "PROPN" and (ours := _of_the_land(scene, head)) is not None:
        return Kind(ours.type, ours.id, ours.name, ours.side)
    if (whole := whole_of(head)) is not None and (kind := kind_of(scene, whole)) is not None:
        return kind
    if _ends_place(scene, head):
        return None
    if has(head, "staff") and head.pos_ == "PROPN" and has(head.nbor(-1) if head.i else head, "of staff"):
        return _staff(scene, head)
    common = head.pos_ == "NOUN" or (head.pos_ == "PROPN" and head.i not in scene.places)
    noun = party_noun(head, scene.before(head)) if common else None
    if noun is not None:
        return _of_fighters(scene, head, noun) or _described(scene, head, noun)
    if head.pos_ == "NOUN" and has(head, "unit"):
        return _unit(scene, head)
    return _proper(scene, head) if head.pos_ == "PROPN" else _counted(scene, head)


def _proper(scene: Scene, head: Token) -> Kind | None:
    capital = scene.registry.by_capital(bare_phrase(scene, head))
    return _capital(head, capital) if capital is not None else _of_a_cause(scene, head) or _named(scene, head)


def _of_the_land(scene: Scene, head: Token) -> Actor | None:
    """ "The National Guard" in a text about Ukraine is the Ukrainian one, where the registry lists it."""
    focus, phrase = scene.focus.get(head.i), bare_phrase(scene, head)
    known = scene.registry.arm(focus, phrase) if focus is not None and " " in phrase and phrase.istitle() else None
    ours = known is not None and known.type == "armed" and owner(scene, head) is None
    return known if ours else None


def _staff(scene: Scene, head: Token) -> Kind:
    """ "The OLA High Command" is the OLA, "Armenia's General Staff" of its side, "the General Staff" nobody's."""
    of = owner(scene, head)
    if isinstance(of, Actor) and of.type == "armed":
        return Kind("armed", of.id or None, of.name, of.side)
    armed = head.lower_ in {"staff", "command"}
    return Kind("armed" if armed else "organisation", None, bare_phrase(scene, head), side_of(of))


def _ends_place(scene: Scene, head: Token) -> bool:
    """ "Huila department", "Mopti municipality", unless it speaks there."""
    named = head.i > 0 and head.i - 1 in scene.places and head.nbor(-1).dep_ in {"compound", "nmod"}
    return named and head.lower_ in word_class("place_words", "province", "settlement") and not speaks(head)


def _unit(scene: Scene, head: Token) -> Kind | None:
    of, phrase = owner(scene, head), bare_phrase(scene, head)
    if of is None and _against_state(phrase):
        focus = scene.focus.get(head.i)
        return Kind("armed", None, phrase, rebel_side(focus) if focus else None)
    armed = isinstance(of, Country) or (of is not None and of.type == "armed")
    state = of.as_actor().id if isinstance(of, Country) else of.id or None if of is not None else None
    return Kind("armed", state, phrase, side_of(of)) if armed else None


def _known(scene: Scene, head: Token, actor: Actor) -> Kind | None:
    if scene.registry.state(actor) is not None and not country_acts(head):
        return None
    return Kind(actor.type, actor.id or None, actor.name, actor.side)


def _capital(head: Token, country: Country) -> Kind | None:
    if not capital_acts(head):
        return None
    state = country.as_actor()
    return Kind("state", state.id, state.name, state.side)


def _of_fighters(scene: Scene, head: Token, noun: PartyNoun) -> Kind | None:
    """ "The Islamic Army of Sulu", "the Free Toro Army": what it fights for makes an army no state's."""
    before = scene.before(head)
    if head.pos_ != "PROPN" or noun.type != "armed" or not any(map(_is_cause, before)):
        return None
    if any(token.i in scene.names for token in before):
        return None
    words, of = proper_words(scene, head), next((one for one in head.rights if one.lower_ == "of"), None)
    land = next((one for one in of.children if one.dep_ == "pobj" and one.pos_ == "PROPN"), None) if of else None
    group = group_called(scene.written(words[0].i, (land or head).i + 1))
    return Kind(group.type, group.id, group.name, group.side)


def _is_cause(token: Token) -> bool:
    return token.text[:1].isupper() and token.lower_ in word_class("party_words", "cause of fighters")


def _of_a_cause(scene: Scene, head: Token) -> Kind | None:
    """ "The United Tajik Opposition": a nation in its name makes it nobody's arm."""
    phrase = bare_phrase(scene, head)
    titled = any(makes_a_person(token) for token in scene.before(head))
    fits = " " in phrase and has(head, "cause") and not titled
    return Kind("organisation", None, phrase) if fits else None


def _named(scene: Scene, head: Token) -> Kind | None:
    """A proper name that nobody listed: a person, an organisation, or an unknown that acts."""
    titled = any(makes_a_person(token) for token in scene.before(head))
    if not titled and (head.i in scene.places or (head.ent_type_ in NEVER and not speaks(head))):
        return None
    first = proper_words(scene, head)[0]
    name = scene.written(first.i, scene.extent(head)[1])
    if (head.ent_type_ == "PERSON" and first.lower_ != "operation") or titled:
        return Kind("person", None, name, side_of(owner(scene, head)))
    if head.ent_type_ == "NORP" or head.i in scene.adjectives:
        return _people(scene, head)
    if any(token.i in scene.names for token in scene.before(head)):
        return None
    if head.ent_type_ == "ORG":
        return Kind("organisation", None, name, side_of(owner(scene, head)))
    if speaks(head) and NAME_WORDS[0] <= len(name.split()) <= NAME_WORDS[1] and not has(head, "organisation"):
        return Kind("person", None, name, side_of(owner(scene, head)))
    return Kind("unknown", None, name) if head.dep_ == "nsubj" else None


def _people(scene: Scene, head: Token) -> Kind | None:
    """ "Armenians", "the Swiss"; in "Thai and Lao troops" the first word is of troops too."""
    country = scene.adjectives.get(head.i)
    other = next((one for one in head.rights if one.dep_ == "conj"), head)
    noun = party_noun(other, ()) if other.pos_ == "NOUN" else None
    if country is not None and noun is not None:
        return _of_country(scene, other, noun, country, f"{head.text} {other.text}")
    many = head.text.endswith("s") or any(child.lower_ == "the" for child in head.lefts)
    return Kind("unknown", None, head.text, country.label if country else None) if many else None


def proper_words(scene: Scene, head: Token) -> list[Token]:
    """The words of a proper name up to its head, without titles, countries and articles before it."""
    name = [head]
    for token in reversed(scene.before(head)):
        known = scene.names.get(token.i)
        outside = is_title(token) or token.i in scene.adjectives or (known and known.actor.type != "person")
        if outside or not (token.text in PARTICLES or token.pos_ == "PROPN"):
            break
        name.insert(0, token)
    while len(name) > 1 and (name[0].is_punct or name[0].lower_ in {"the", "of"}):
        name.pop(0)
    return name


def _described(scene: Scene, head: Token, noun: PartyNoun) -> Kind | None:
    of = owner(scene, head)
    if (noun.owned and of is None) or _is_bare(head, noun):
        return None
    phrase = bare_phrase(scene, head)
    if (
        (noun.type == "official" or head.lower_ == "leader")
        and of is not None
        and (holder := _in_office(scene, head, of)) is not None
    ):
        return Kind("person", holder.id, holder.name, holder.side)
    if isinstance(of, Actor):
        return _of_actor(scene, head, noun, of, phrase)
    if isinstance(of, Country):
        return _of_country(scene, head, noun, of, phrase)
    return _unowned(scene, head, noun, phrase)


def _in_office(scene: Scene, head: Token, of: Actor | Country) -> Actor | None:
    """Who "the Syrian president" or "Ukraine's foreign minister" was on the day of publication, if nobody is named."""
    body, day = of if isinstance(of, Actor) else of.as_actor(), scene.document.published
    before = scene.before(head)
    named = any(child.pos_ == "PROPN" for child in head.rights if child.dep_ == "appos")
    definite = any(token.lower_ in {"the", "'s", "his", "their"} for token in before)
    if day is None or head.tag_ != "NN" or named or not definite or head.dep_ in {"appos", "compound", "attr"}:
        return None
    words = [token.lower_ for token in (*before, head) if token.dep_ in {"amod", "compound"} or token == head]
    own = {word.lower() for name in (body.name, *body.aliases) for word in name.split()}
    nation = {token.lower_ for token in before if token.i in scene.adjectives}
    title = " ".join(word for word in words if word not in own | nation)
    titles = LEADERS if title == "leader" else (title.replace("defense minister", "defence minister"),)
    return next((one for name in titles if (one := scene.registry.in_office(body.id, name, day[:10]))), None)


def _is_bare(head: Token, noun: PartyNoun) -> bool:
    """A lone singular noun ("rebel gains" misread, "in captain") is no party, unless it is used without an article."""
    lone = head.tag_ == "NN" and not any(child.dep_ not in {"punct", "cc"} for child in head.lefts)
    return lone and head.dep_ not in {"ROOT", "appos"} and not has(head, "mass") and noun.type != "state"


def _of_actor(scene: Scene, head: Token, noun: PartyNoun, of: Actor, phrase: str) -> Kind:
    country = scene.registry.country(of.country)
    if of.type == "person" and country is not None and head.lower_ in {"government", "regime"}:
        return Kind("state", country.as_actor().id, government_of(country), of.side)
    if has(head, "speaking"):
        return Kind(noun.type, of.id or None, f"{of.name} {head.lower_}", of.side)
    if noun.type in HUMAN or (of.type == "person" and noun.type != "armed"):
        return Kind(noun.type, None, phrase, of.side)
    if has(head, "individual") or of.type not in {noun.type, "organisation", "unknown"}:
        known = None if of.type in {"person", "organisation", "media"} else of.id or None
        return Kind(noun.type, known, _named_after(scene, head, of, phrase), of.side)
    return Kind(of.type if of.type != "unknown" else noun.type, of.id or None, of.name, of.side)


def _named_after(scene: Scene, head: Token, of: Actor, phrase: str) -> str:
    """ "fighters from the Allied Democratic Forces" are that group's fighters by name too."""
    before = any(token.i in scene.names for token in scene.before(head))
    return phrase if before or of.type != "armed" or head.tag_ != "NNS" else f"{of.name} {head.lower_}"


def _of_country(scene: Scene, head: Token, noun: PartyNoun, of: Country, phrase: str) -> Kind:
    if noun.stance == "rebel":
        return Kind(noun.type, None, phrase, rebel_side(of))
    if noun.type == "state" or noun.stance == "state" or noun.owned:
        return _arm_of(scene, head, noun, of, phrase)
    loyal = noun.type == "official" or has(head, "relational")
    return Kind(noun.type, None, phrase, of.label if loyal else None)


def _arm_of(scene: Scene, head: Token, noun: PartyNoun, of: Country, phrase: str) -> Kind:
    """A government, a ministry, an army: the registry's own entry for it where there is one."""
    known = scene.registry.arm(of, head.lower_)
    if known is not None:
        return Kind(known.type, known.id, known.name, known.side)
    if head.lower_ in {"government", "regime"}:
        return Kind("state", of.as_actor().id, government_of(of), of.label)
    own, _, rest = phrase.partition("'s ")
    return Kind(noun.type, of.as_actor().id, f"{of.adjective} {rest}" if rest and own in of.names else phrase, of.label)


def _unowned(scene: Scene, head: Token, noun: PartyNoun, phrase: str) -> Kind:
    around = {token.lower_ for token in scene.before(head) if not _opposed(token)} | {head.lower_}
    if around & (REBEL_WORDS | AGAINST_WORDS) and around & LOYAL_WORDS:
        return Kind(noun.type, None, phrase)
    if around & REBEL_WORDS or (noun.type == "armed" and _against_state(phrase)):
        return _rebels(scene, head, noun, phrase)
    loyal = around & LOYAL_WORDS or (noun.type == "armed" and "security" in around)
    focus = _ruled_by(scene, head)
    if not loyal and (noun.stance == "state" or is_numbered(head, scene.before(head))) and focus is not None:
        served = scene.armies.served(head, scene.before(head), focus)
        return Kind(noun.type, None, phrase, served.label if served else None)
    if not loyal or noun.stance == "against" or focus is None:
        return Kind(noun.type, None, phrase)
    if noun.type in {"state", "armed"}:
        return _arm_of(scene, head, noun, focus, phrase)
    return Kind(noun.type, None, phrase, focus.label)


def _against_state(phrase: str) -> bool:
    """ "Non-state armed groups", "anti-government elements": rebels in the wording of the United Nations."""
    return any(words in phrase.casefold() for words in word_class("party_words", "against the state"))


def _ruled_by(scene: Scene, head: Token) -> Country | None:
    """The country whose army or government stands in a line: another than it is about, where that has no army yet."""
    about = scene.focus.get(head.i)
    focus = scene.registry.ruler(about.code, scene.document.published) if about is not None else None
    if focus is None or focus.army or head.lower_ not in {"army", "military", "forces", "troops", "soldiers"}:
        return focus
    others = Counter(country for country in scene.adjectives.values() if country.army)
    return others.most_common(1)[0][0] if others else focus


def _opposed(token: Token) -> bool:
    """ "anti-government"."""
    return token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "anti"


def _rebels(scene: Scene, head: Token, noun: PartyNoun, phrase: str) -> Kind:
    focus = scene.focus.get(head.i)
    group = scene.rebels.at(head.i, focus)
    if group is not None and _means_known_rebels(scene, head):
        return Kind(noun.type, group.id or None if noun.type == "armed" else None, phrase, group.side)
    return Kind(noun.type, None, phrase, rebel_side(focus) if focus else None)


def _means_known_rebels(scene: Scene, head: Token) -> bool:
    """ "the rebels", "rebels", not "former rebels", "a band of Darfur rebels"."""
    before = [token.lower_ for token in scene.before(head)]
    return not before or (before[0] in {"the", "these", "those"} and "former" not in before)


def bare_phrase(scene: Scene, head: Token) -> str:
    """The words of a phrase without an article before it."""
    first, end = scene.extent(head)
    if scene.tokens[first].lower_ in {"the", "a", "an"} and end - first > 1:
        first += 1
    return scene.written(first, end)


def whole_of(head: Token) -> Token | None:
    """The soldiers in "hundreds of soldiers" and "some of the soldiers"."""
    if not has(head, "partial") or any(child.lower_ in {"the", "this", "that"} for child in head.lefts):
        return None
    of = next((child for child in head.rights if child.lower_ == "of"), None)
    return next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None


def _counted(scene: Scene, head: Token) -> Kind | None:
    """ "Thousands fled": a count alone, as a subject, is people."""
    subject = head.dep_ in {"nsubj", "nsubjpass"}
    return Kind("civilian", None, bare_phrase(scene, head)) if subject and has(head, "count") else None


def modifier_kind(scene: Scene, token: Token) -> Kind | None:
    """What a modifier names as a party of its own: the doer of a deed, or the body of an office."""
    if token.dep_ not in MODIFYING or only_linked(scene, token):
        return None
    head = token.head
    known = _called(scene, token)
    if has(head, "deed"):
        return _kind(known) if known is not None else _doer(scene, token)
    if known is None or (isinstance(known, Actor) and known.type == "person"):
        return None
    named = isinstance(known, Actor) and scene.registry.state(known) is None and kind_of(scene, head) is None
    return _kind(known) if named or _is_person(scene, head) else None


def _called(scene: Scene, token: Token) -> Actor | Country | None:
    name = scene.names.get(token.i)
    if name is not None:
        return name.actor if name.root == token.i else None
    return scene.adjectives.get(token.i)


def _kind(known: Actor | Country | None) -> Kind | None:
    actor = known.as_actor() if isinstance(known, Country) else known
    return Kind(actor.type, actor.id or None, actor.name, actor.side) if actor is not None else None


def _is_person(scene: Scene, head: Token) -> bool:
    kind = kind_of(scene, head)
    return kind is not None and kind.type in HUMAN - {"civilian", "crowd"}


def _doer(scene: Scene, token: Token) -> Kind | None:
    """ "government airstrikes"."""
    if token.pos_ not in {"NOUN", "PROPN"} or (focus := _ruled_by(scene, token)) is None:
        return None
    if token.lower_ in GOVERNMENT:
        return Kind("state", focus.as_actor().id, government_of(focus), focus.label)
    return None
