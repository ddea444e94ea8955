"""What the entity recogniser's labels say for and against the name of a place."""

from vedette.model.tokens import Span, Token

LABELS = {"GPE": 2.6, "LOC": 2.2, "FAC": 0.8, "NORP": -0.4, "ORG": 0.0, "PERSON": -1.4, "": 0.0}
OTHER_LABEL = -1.0
UNPLACED = frozenset({"DATE", "TIME", "MONEY", "LAW", "EVENT", "WORK_OF_ART", "LANGUAGE", "PRODUCT", "NORP"})


def label_weight(span: Span) -> float:
    """What the recogniser says of the words: half as much where they are a part of what it marked."""
    labels = {token.ent_type_ for token in span if token.ent_type_ or token.text[:1].isupper()}
    if len(labels) != 1:
        return 0.5 if labels & {"GPE", "LOC"} else 0.0
    label = next(iter(labels))
    weight = LABELS.get(label, OTHER_LABEL)
    whole = span[0].ent_iob_ != "I" or span.start == 0 or span.doc[span.start - 1].lower_ in {"the", "'s"}
    ends = span.end >= len(span.doc) or span.doc[span.end].ent_iob_ != "I" or span.doc[span.end].text == "'s"
    return weight if whole and ends else weight * (0.6 if weight > 0 else 1.3)


def part_of_person(span: Span, before: Token | None, after: Token | None) -> float:
    """ "Lincoln Smith" and "John Lincoln" are no places."""
    person = span[0].ent_type_ == "PERSON"
    if after is not None and person and after.ent_type_ == "PERSON" and after.ent_iob_ == "I" and after.text != "'s":
        return 1.5
    if before is not None and span[0].ent_iob_ == "I" and person:
        return 1.5
    return 0.0
