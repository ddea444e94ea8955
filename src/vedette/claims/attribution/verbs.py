"""Verbs of saying, thinking and wanting with their sources, whom they tell, and what they govern: the clause, the
object, the sentence that they interrupt."""

from collections.abc import Iterator

from vedette.claims.attribution.model import Attribution, verb_matches
from vedette.claims.syntax import (
    RELATIVES,
    SUBJECTS,
    agents_of,
    auxiliaries,
    coordinated,
    is_passive,
    semicolons,
    surface_subjects,
)
from vedette.lexicon.classes import word_class
from vedette.lexicon.shapes import SpeechEntry
from vedette.model.tokens import Token

CITING = SpeechEntry(yes=(), verbs=("cite",))
NAME, TOLL = "=name", "=toll"
CLAUSAL = frozenset({"ccomp", "xcomp"})
HELD = frozenset({"dobj", "nsubjpass", "pobj"})
PREDICATES = frozenset({"oprd", "attr", "acomp"})


def verb_attributions(verb: Token) -> Iterator[Attribution]:
    """The attribution that a verb makes, and that of a source that its own source cites.

    One of speech that governs nothing is given without content: a quotation may stand beside it.
    """
    bare: Attribution | None = None
    if any(child.lower_ == "whatever" for child in verb.lefts):
        return  # "the hill is ours, whatever they say"
    for entry, cue in verb_matches(verb):
        sources = _sources(verb, entry)
        if not _has_object(cue, entry.needs) or not _has_source(sources, entry.subjects):
            continue
        if _is_no_word(verb, entry, cue):
            continue
        content = content_of(verb, cue, entry)
        addressees = tuple(one for one in _addressees(verb, content) if one not in sources)
        found = Attribution(entry, cue, sources, content, addressees=addressees)
        if content:
            yield found
            yield from cited(verb, content)
            return
        if entry.act == "say" and sources:
            bare = bare or found
    if bare is not None:
        yield bare


def _sources(verb: Token, entry: SpeechEntry) -> tuple[Token, ...]:
    if entry.raising:
        return ()
    if _is_misread(verb):
        return coordinated(verb.head)
    sources = agents_of(verb) if is_passive(verb) else _inverted(verb) or surface_subjects(verb) or _before(verb)
    nobody = {"it"} if verb.head.lemma_ in word_class("grammar", "feasible") else set()
    return tuple(one for one in sources if one.lower_ not in RELATIVES | nobody)


def _before(verb: Token) -> tuple[Token, ...]:
    """ "…, the IOM estimates", which the parse takes for estimates of the IOM."""
    told = any(child.dep_ == "ccomp" for child in verb.lefts)
    return tuple(child for child in verb.lefts if told and child.dep_ == "compound" and child.pos_ == "PROPN")[-1:]


def _inverted(verb: Token) -> tuple[Token, ...]:
    """ "The town will fall, warned the bishop": the speaker, which the parse takes for an object."""
    told = any(child.dep_ == "ccomp" and child.i < verb.i for child in verb.lefts)
    alone = told and verb.nbor(-1).is_punct and not any(child.dep_ in SUBJECTS for child in verb.children)
    after = (child for child in verb.rights if child.dep_ == "dobj" and child.left_edge.i == verb.i + 1)
    return tuple(one for head in after for one in coordinated(head)) if alone and verb.dep_ == "ROOT" else ()


def _is_misread(verb: Token) -> bool:
    """ "A spokesman denied there was a siege", which the parse takes for a spokesman, denied, who was: two subjects."""
    noun, above = verb.head, verb.head.head
    if verb.dep_ != "acl" or verb.tag_ not in {"VBN", "VBD"} or noun.dep_ not in SUBJECTS or above == noun:
        return False
    told = any(child.i > verb.i and (child.dep_ in SUBJECTS or child.lower_ == "that") for child in above.children)
    return told and above.i > verb.i and not any(child.dep_ == "agent" for child in verb.children)


def _has_object(cue: tuple[Token, ...], lemmas: tuple[str, ...]) -> bool:
    held = [child for one in cue for child in one.children if child.dep_ in HELD]
    held += [cue[0].head] if cue[0].dep_ == "relcl" else []  # "a version at which she laughed"
    counted = TOLL in lemmas and any(_tolled(one) for one in held)
    return counted or not lemmas or any(one.lemma_ in lemmas for one in held)


def _is_no_word(verb: Token, entry: SpeechEntry, cue: tuple[Token, ...]) -> bool:
    """ "what it called attacks on Goma" calls on nobody; "denied them food", "denied access to the site" withholds;
    who "did not claim the attack" tells nothing of it."""
    if len(cue) > 1 and any(child.lower_ == "what" and child.i < verb.i for child in verb.children):
        return True
    if entry.needs and entry.objects and any(child.dep_ == "neg" for child in verb.children):
        return True
    to_do = any(child.tag_ == "VBG" or (child.dep_ == "aux" and child.lower_ == "to") for child in verb.children)
    held = [child for child in verb.children if child.dep_ == "dobj"]
    if (verb.lemma_ in {"consider", "blame"} and to_do) or (entry.objects and entry.reports and _takes_up(verb, held)):
        return True
    given = is_passive(verb) or any(child.dep_ == "dative" for child in verb.children)
    withheld = given or any(one.lemma_ in word_class("grammar", "withheld") for one in held)
    return entry.act == "deny" and bool(held) and withheld


def _takes_up(verb: Token, held: list[Token]) -> bool:
    """ "A medic described the attack", "described it as a crime": what was told before, or a name for it."""
    known = any(child.lower_ in {"the", "this"} for one in held for child in one.lefts)
    told = any(child.dep_ in {"acl", "relcl"} for one in held for child in one.rights)
    named = any(child.lower_ == "as" for child in verb.rights)
    return verb.lemma_ in {"describe", "recount", "recall"} and (named or (known and not told))


def _tolled(number: Token) -> Token | None:
    """The "dead" of "gave thirty-eight dead", wherever the parse hangs it."""
    after = number.nbor() if number.i + 1 < len(number.doc) else None
    if after is None or after.lower_ not in word_class("grammar", "tolled"):
        return None
    counted = number.pos_ == "NUM" or any(child.dep_ == "nummod" for child in number.children)
    return after if counted else None


def _has_source(sources: tuple[Token, ...], lemmas: tuple[str, ...]) -> bool:
    named = NAME in lemmas
    return not lemmas or any(one.lemma_.lower() in lemmas or (named and one.pos_ == "PROPN") for one in sources)


def _addressees(verb: Token, content: frozenset[int]) -> tuple[Token, ...]:
    """Whom the source told: the indirect or direct object, or "to X"."""
    direct = [c for c in verb.children if c.dep_ in {"dative", "dobj"} and c.i not in content and c.pos_ != "ADP"]
    after_to = [p for c in verb.children if c.dep_ in {"dative", "prep"} and c.lower_ == "to" for p in c.children
                if p.dep_ == "pobj"]  # fmt: skip
    return tuple(one for head in [*direct, *after_to] for one in coordinated(head) if one.i not in content)


def cited(verb: Token, content: frozenset[int]) -> Iterator[Attribution]:
    """The source behind the source: "…, citing the ministry", "on the basis of records", "with reference to him"."""
    for child in verb.subtree:
        if (
            child.lower_ in word_class("grammar", "drawing on")
            and child.i not in content
            and child.dep_ not in HELD - {"pobj"}
        ):
            held = [one for each in (child, *child.children) if each == child or each.lower_ in {"on", "to", "of"}
                    for one in each.children if one.dep_ in {"dobj", "pobj"}]  # fmt: skip
            if held:
                yield Attribution(
                    CITING, (child,), tuple(one for head in held for one in coordinated(head)), content, 1
                )
                return


def content_of(verb: Token, cue: tuple[Token, ...], entry: SpeechEntry) -> frozenset[int]:
    """Token indices of what is said: the complement clause, the clause around a parenthesis, or the object."""
    if entry.raising:
        completed = any(child.dep_ in {"xcomp", "oprd", "acomp"} for child in verb.children)
        return _whole_clause(verb, cue) if completed else frozenset()
    if _is_misread(verb) or _announces(verb):
        return _beside(verb)
    return frozenset() if entry.predicates and not _is_called(verb) else _governed(verb, cue, entry)


def _governed(verb: Token, cue: tuple[Token, ...], entry: SpeechEntry) -> frozenset[int]:
    """The clause, the clause around or the object that a verb of speech governs."""
    clauses = _complements(verb, cue) or _late_clause(verb)
    told = clauses or any(child.dep_ == "dobj" for child in verb.rights)
    if not told and verb.dep_ in {"relcl", "acl"} and verb.head.lemma_ in word_class("grammar", "contestable"):
        return frozenset({verb.head.i})
    if not clauses and is_passive(verb):
        return _whole_clause(verb, cue)
    if not clauses and (around := _around(verb)):
        return around
    if entry.objects or is_passive(verb):
        clauses += _objects(verb, cue)
    said = [token for clause in clauses for token in clause.subtree if token not in cue]
    said += [after for token in said if (after := _tolled(token)) is not None]
    return frozenset(token.i for token in said) - _asides(verb, said, entry)


def _is_called(verb: Token) -> bool:
    """Whether a thing is called something: "called the raid a crime", "described as"."""
    return any(child.i > verb.i and (child.dep_ in PREDICATES | CLAUSAL or child.lower_ in {"as", "to"})
               for child in verb.children)  # fmt: skip


def _complements(verb: Token, cue: tuple[Token, ...]) -> list[Token]:
    clauses = [child for child in verb.children if child.dep_ in CLAUSAL and child not in cue and not cut_off(child)]
    if any(child.dep_ == "dobj" for child in verb.children) and verb.lemma_ != "tell" and not _inverted(verb):
        clauses = [clause for clause in clauses if clause.i > verb.i]
    clauses += [p for child in verb.children if child.lower_ == "as" for p in child.children if p.dep_ == "pcomp"]
    clauses += [child for child in verb.rights if child.dep_ == "advcl" and child.left_edge.lower_ == "for"
                and any(one.tag_ == "TO" for one in auxiliaries(child))]  # fmt: skip
    if clauses and verb.tag_ == "VBD":  # "told us that they had stopped the bus and taken it"
        clauses += [child for child in verb.children if child.dep_ == "conj" and child.tag_ == "VBN"
                    and not auxiliaries(child) and child.i > clauses[-1].i]  # fmt: skip
    last = cue[-1]
    if last != verb:
        clauses += [child for child in last.children if child.dep_ in {"pobj", "acl", "pcomp", *CLAUSAL}]
    return clauses


def _objects(verb: Token, cue: tuple[Token, ...]) -> list[Token]:
    """The object with what is said of it: "called the raid a mistake", "praised the crew for their calm"."""
    apart = (*cue, *_inverted(verb))
    objects = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"} and child not in apart]
    objects = objects or [child for child in verb.children if child.dep_ == "oprd" and child.i > verb.i]
    if not objects or is_passive(verb):
        return objects
    after = [child for child in verb.children if child.i > objects[-1].i and child not in cue]
    return objects + [child for child in after if child.dep_ in PREDICATES or _of_object(child)]


def _of_object(child: Token) -> bool:
    return child.dep_ == "prep" and child.lower_ in {"for", "as", "of", "to"}


def _whole_clause(verb: Token, cue: tuple[Token, ...]) -> frozenset[int]:
    """The clause of "is expected to leave" without the cue, whoever does it, and the reasons for saying so."""
    apart = [
        child
        for child in verb.children
        if child.dep_ in {"advcl", "agent", "aux", "auxpass", "neg"}
        or (child.dep_ == "conj" and any(one.tag_ == "MD" or one.dep_ in {"expl", *SUBJECTS} for one in child.lefts))
    ]
    return frozenset({token.i for token in verb.subtree} - {token.i for one in apart for token in one.subtree}
                     - {token.i for token in cue})  # fmt: skip


def _asides(verb: Token, said: list[Token], entry: SpeechEntry) -> frozenset[int]:
    """What the writer adds: after "said" the speaker's own words would stand in the past, "…, which is in the east";
    nobody demands, denies or plans a clause that is set off."""
    wished = bool(entry.standing) or not entry.reports
    added = [one for one in said if one.dep_ == "relcl" and ((wished and _set_off(one)) or _added(verb, one))]
    added += [one for one in said if one.lefts and _dates(one)]
    return frozenset(token.i for one in added if one.i not in verb.doc.quoted for token in one.subtree)


def _dates(clause: Token) -> bool:
    """ "…, a day after the rebels said they had taken it": the writer tells when, by what others said."""
    timed = any(one.dep_ == "mark" and one.lower_ in {"after", "before"} for one in clause.lefts)
    return timed and _set_off(clause) and any(entry.reports for entry, _ in verb_matches(clause))


def _added(verb: Token, clause: Token) -> bool:
    """A relative clause after a comma whose first verb stands in the present, under a verb in the past."""
    pronoun = next((token for token in clause.lefts if token.lower_ in RELATIVES), None)
    finite = next((token for token in (*clause.lefts, clause) if token.tag_ in {"VBZ", "VBP", "VBD", "MD"}), None)
    set_off = pronoun is not None and pronoun.left_edge.i > 0 and pronoun.left_edge.nbor(-1).text == ","
    return verb.tag_ == "VBD" and set_off and finite is not None and finite.tag_ in {"VBZ", "VBP"}


def cut_off(clause: Token) -> bool:
    """A clause before a semicolon is a sentence of its own, whatever the parse says."""
    return clause.i < clause.head.i and bool(semicolons(clause, clause.head))


def _late_clause(verb: Token) -> list[Token]:
    """The that-clause that an aside has come between ("told the paper in an interview on Friday that …")."""
    markers = (t for t in verb.subtree if t.lower_ == "that" and t.dep_ in {"mark", "advmod"} and t.i > verb.i
               and t.head != verb)  # fmt: skip
    return [marker.head for marker in markers if marker.head.pos_ in {"VERB", "AUX"}][:1]


def _announces(verb: Token) -> bool:
    """ "Doctors have confirmed it: the burns come from gas": what a pronoun or "what" only announces."""
    held = [child for child in verb.children if child.i > verb.i]
    pronoun = any(one.dep_ == "dobj" and one.lower_ in {"it", "this", "that", "thus"} for one in held)
    what = any(one.dep_ == "ccomp" and one.left_edge.lower_ == "what" for one in held)
    if not pronoun and not what:
        return False
    last = max((token.i for one in held if one.dep_ in {"dobj", "ccomp"} for token in one.subtree), default=verb.i)
    return last + 1 < verb.sent.end and verb.doc[last + 1].text == ":"


def _beside(verb: Token) -> frozenset[int]:
    """What a verb tells that the parse hangs elsewhere: the clause it was read into, or what follows its colon."""
    if _is_misread(verb):
        own = {token.i for token in verb.head.subtree}
        return frozenset(token.i for token in verb.head.head.subtree if token.i not in own)
    colon = next(token for token in verb.doc[verb.i :] if token.text == ":")
    return frozenset(range(colon.i + 1, verb.sent.end))


def _around(verb: Token) -> frozenset[int]:
    """The clause that "…, he said, …" interrupts, when the parse hangs the speech verb below it."""
    aside = verb.tag_ == "VBG" or any(child.lower_ == "having" for child in verb.lefts)
    if verb.dep_ not in {"parataxis", "advcl", "ccomp", "intj", "dep"} or verb.head == verb or aside:
        return frozenset()
    if verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ != "as" for c in verb.children):
        return frozenset()
    if not _set_off(verb):
        return frozenset()
    own = {token.i for token in verb.subtree}
    return frozenset(token.i for token in verb.head.subtree if token.i not in own)


def _set_off(verb: Token) -> bool:
    """Whether a clause stands between commas, or between a comma and the end."""
    first = verb.left_edge.i
    if first == verb.sent.start:
        return verb.left_edge.lower_ in {",", "as"}  # "As the chief told us, …"
    return verb.doc[first - 1].text in {",", '"', "--", "-", "–", "—"} or verb.left_edge.text == ","


def main_clause(token: Token) -> Token:
    """The verb of the clause that a phrase speaks of, the first where several are joined."""
    governor = token.head
    while governor.pos_ not in {"VERB", "AUX"} and governor.head != governor:
        governor = governor.head
    while governor.dep_ == "conj" and governor.head.pos_ in {"VERB", "AUX"}:
        governor = governor.head
    return governor


def clause_without(token: Token, parts: tuple[Token, ...]) -> frozenset[int]:
    """The clause that a phrase speaks of, without the phrase."""
    governor = main_clause(token)
    own = {one.i for part in parts for one in part.subtree}
    return frozenset(one.i for one in governor.subtree if one.i not in own and not parted(one, token))


def parted(one: Token, other: Token) -> bool:
    """Whether a semicolon outside of a quote stands between two words of a sentence."""
    return any(mark.i not in mark.doc.quoted for mark in semicolons(one, other))


def that_clauses(head: Token) -> Iterator[Token]:
    """The clauses with "that" below a noun or an adjective."""
    for child in head.children:
        marked = any(one.dep_ == "mark" or one.lower_ == "that" for one in child.children)
        if child.dep_ in {"acl", "ccomp", "relcl"} and marked:
            yield child
