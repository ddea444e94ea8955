"""Datelines and credit lines."""

import pytest

from vedette.lexicon.credits import credited, datelined, same_medium

AFP, AP = "Agence France-Presse", "Associated Press"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("BEIRUT (Reuters) - Rebels left.", ["Reuters"]),
        ("KHARTOUM, May 3 (AFP) — Rebels left.", [AFP]),
        ("A headline\n\nGOMA, DR Congo (AP/AFP) -- Rebels left.", [AP, AFP]),
        ("GOMA, DRC — Rebels left.", []),
        ("Rebels (Reuters said) left.", []),
        ("ALEPPO, Nov 29 (Levant Wire) - Fighters entered the city.", ["Levant Wire"]),
        ("ALEPPO (Nov 29) - Fighters entered the city.", []),
    ],
)
def test_a_dateline_names_agencies(text: str, names: list[str]) -> None:
    found = datelined(text)
    assert [one.name for one in found] == names
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("With reporting by AFP and Reuters", (AFP, "Reuters")),
        ("(Additional reporting by Reuters; editing by Ana Diaz)", ("Reuters",)),
        ("(Reporting by Ana Diaz in Goma; Editing by AFP desk)", ()),
        ("AFP contributed to this report.", (AFP,)),
        ("Source: Xinhua", ("Xinhua",)),
        ("© AP", (AP,)),
        ("— Reuters", ("Reuters",)),
        ("They all left. (AFP)", (AFP,)),
        ("He told Reuters that they left.", ()),
    ],
)
def test_a_credit_line_names_the_media_of_a_document(line: str, names: tuple[str, ...]) -> None:
    assert credited(f"Rebels left Goma.\n\n{line}") == names


def test_a_line_inside_the_text_signs_nothing() -> None:
    assert credited("Rebels left — Reuters\nThey came back.") == ()


def test_an_outlet_by_its_short_name_is_the_same_medium() -> None:
    assert same_medium(AFP, "AFP") and not same_medium(AFP, "Reuters") and not same_medium(AFP, None)
