"""Offices and memberships that titles and appositions give: "General X, commander of Y", "the group's spokesman"."""

from collections.abc import Iterator

from vedette.claims.chains import chain_of
from vedette.claims.reading import Reading
from vedette.model import Affiliation, Claim, Party, PartyMention, replace

SUBJECT_ROLES = {"leads": "leader", "member-of": "member"}
MINISTRIES = frozenset({"State", "Defense", "Defence", "Treasury", "Interior", "Health", "Justice", "Staff"})
GONE = ("former", "ex-", "late", "then", "ousted", "deposed")


def relations(reading: Reading) -> Iterator[Claim]:
    """A claim for each office that the text gives to a named person, with the body it belongs to."""
    for one in reading.marked.affiliations:
        person = reading.party_by_root.get(one.person_root)
        body = reading.party_by_root.get(one.body_root) if one.body_root is not None else None
        named = body is not None and body.text not in MINISTRIES
        if person is not None and body is not None and named and person.name != body.name:
            yield _relation(reading, one, _parties(reading, one, body))


def _relation(reading: Reading, one: Affiliation, parties: tuple[Party, Party]) -> Claim:
    token = reading.tokens[one.person_root]
    before = reading.tokens[max(next(iter(reading.indices(one.title)), 0) - 1, 0)]
    gone = one.title.text.lower().startswith(GONE) or before.lower_.startswith(GONE)
    return Claim(
        kind="relation",
        type=one.relation,
        document=reading.document,
        evidence=reading.sentence(token),
        trigger=one.title,
        parties=parties,
        chain=chain_of(reading, reading.over(token)),
        phase="ends" if gone else None,
    )


def _parties(reading: Reading, one: Affiliation, body: PartyMention) -> tuple[Party, Party]:
    subject = reading.as_party(reading.tokens[one.person_root], SUBJECT_ROLES.get(one.relation, "subject"))
    if one.relation != "holds-office":
        return subject, reading.as_party(reading.tokens[body.root], "object")
    office = replace(subject, role="object", text=one.title.text, start=one.title.start, end=one.title.end)
    return subject, replace(
        office, actor=body.actor, name=f"{one.title.text}, {body.name or body.text}", side=body.side
    )
