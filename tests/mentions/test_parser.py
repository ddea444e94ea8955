"""The parser keeps offsets, keeps lines apart, evens out characters and bounds its memory."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vedette.lexicon import load
from vedette.mentions import parser
from vedette.mentions.parser import LemmaEntry, even_out, parse, parse_all
from vedette.mentions.sentences import LONGEST_SENTENCE


def sentences(text: str) -> list[str]:
    return [sentence.text.strip() for sentence in parse(text).sents]


@given(st.text(max_size=200))
def test_evening_out_never_moves_an_offset(text: str) -> None:
    assert len(even_out(text)) == len(text)


@given(st.text(max_size=200))
def test_evening_out_twice_changes_nothing_more(text: str) -> None:
    assert even_out(even_out(text)) == even_out(text)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=120))
def test_every_token_stands_where_its_offset_says(text: str) -> None:
    tokens = parse(text)
    assert len(tokens.text) == len(text)
    assert all(tokens.text[token.idx : token.idx + len(token)] == token.text for token in tokens)


def test_a_plain_text_is_parsed_as_it_is() -> None:
    text = "The army shelled Omdurman. Residents fled."
    assert parse(text).text == text


def test_a_new_line_starts_a_new_sentence() -> None:
    found = sentences("Junta loses border town\nFighters entered Myawaddy on Thursday.")
    assert found == ["Junta loses border town", "Fighters entered Myawaddy on Thursday."]


def test_hard_wrapped_text_is_read_across_its_line_ends() -> None:
    text = (
        "The governor of the province said late on Tuesday that the\n"
        "rebels had left two villages near Goma and that the army of\n"
        "Congo was searching houses there, while witnesses spoke of a\n"
        "quiet night. Schools stay shut."
    )
    assert len(sentences(text)) == 2


def test_a_sentence_does_not_end_in_its_middle() -> None:
    assert len(sentences("Gen. Burhan met Mr. Guterres in Port Sudan -- a rare visit -- on Sunday.")) == 1


def test_a_line_in_capitals_is_read_in_lower_case_but_for_names() -> None:
    text = "REBELS ENTER GOMA AS TROOPS FLEE\nPeople in Goma stayed at home."
    assert parse(text).text.startswith("Rebels enter Goma as troops flee\n")


@pytest.mark.parametrize(
    ("headline", "read_as"),
    [
        ("Army Retakes Goma After Battle With Rebels", "Army retakes Goma after battle with rebels"),
        ("Rebels Seize Bunia as People's Defense Force Flees", "Rebels seize Bunia as People's Defense Force flees"),
    ],
)
def test_a_headline_in_title_case_is_read_as_running_text(headline: str, read_as: str) -> None:
    body = "People in Goma and Bunia, after a week with rebels, stayed at home."
    assert even_out(f"{headline}\n{body}").startswith(f"{read_as}\n")


def test_curly_quotes_and_odd_spaces_become_plain_ones() -> None:
    assert even_out("“It’s\u00a0over”") == '"It\'s over"'


def test_a_long_text_is_parsed_in_pieces_and_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "PIECE", 60)
    text = "Shells hit the port of Odesa on Friday night. " * 5 + "\nTwo people died.\n"
    tokens = parse(text)
    assert tokens.text == text
    assert len([token for token in tokens if token.lower_ == "shells"]) == 5


def test_a_text_without_any_break_is_cut_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "PIECE", 50)
    assert len(parse("x" * 170).text) == 170


def test_no_sentence_grows_beyond_the_bound() -> None:
    tokens = parse("shell " * (LONGEST_SENTENCE * 3))
    assert max(len(sentence) for sentence in tokens.sents) <= LONGEST_SENTENCE + 1


def test_a_text_beyond_the_cap_is_read_up_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "READ_AT_MOST", 40)
    assert len(parse("Guards closed the gate. " * 5).text) == 40


def test_texts_come_out_in_the_order_they_went_in() -> None:
    texts = ["First.", "", "Third\nline."]
    assert [tokens.text for tokens in parse_all(texts)] == texts


@pytest.mark.parametrize("entry", load("lemmas", LemmaEntry), ids=lambda entry: entry.forms[0])
def test_a_form_has_the_lemma_of_its_word(entry: LemmaEntry) -> None:
    for sentence in entry.yes:
        assert entry.lemma in {token.lemma_ for token in parse(sentence) if token.text in entry.forms}


@pytest.mark.parametrize(
    "line",
    [
        "Maputo, 17 Aug 2020 (Lusa) - ",
        "BOGOTÁ (EFE) - ",
        "N'DJAMÉNA, May 3 - ",
        "Kyiv, May 3, 2022 (Interfax) — ",
        "Goma, 27 January 2025 - ",
        "(Goma) – ",
        "Feb 6 (Reuters) - ",
        "GOMA, DRC, 27 January (AFP) — ",
        "From our correspondent in Goma\n\n",
    ],
)
def test_a_dateline_is_blank(line: str) -> None:
    assert even_out(f"{line}The army left.").strip() == "The army left."


@pytest.mark.parametrize(
    "line", ["On Monday - the", "The 3 men (ADF) - who", "A correspondent in Goma saw four bodies."]
)
def test_other_openings_stand(line: str) -> None:
    assert even_out(line) == line
