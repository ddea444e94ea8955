"""A message is a document: subject, sender, date, and its words."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.documents.reading_room import REPORT, found_in, loaded, problems, refused, written


def message(plain: str | None = REPORT, html: str | None = None) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Sahel Désk <desk@sahel.example>"
    made["Subject"] = "Clashes: Gao – évacuation"
    made["Date"] = "Sat, 07 Dec 2024 18:30:00 +0200"
    if plain is not None:
        made.set_content(plain)
    if html is not None:
        (made.add_alternative if plain is not None else made.set_content)(html, subtype="html")
    return made


def test_headers_become_metadata(tmp_path: Path) -> None:
    document = loaded(tmp_path, "a.eml", message().as_bytes()).document
    assert (document.outlet, document.title) == ("Sahel Désk", "Clashes: Gao – évacuation")
    assert document.published == "2024-12-07T18:30:00+02:00"
    assert document.text == REPORT


def test_the_plain_part_is_preferred(tmp_path: Path) -> None:
    both = message(html="<p>Buy our paper</p>")
    assert loaded(tmp_path, "a.eml", both.as_bytes()).document.text == REPORT


def test_an_html_part_is_read_without_its_scripts(tmp_path: Path) -> None:
    only = message(None, f"<html><body><p>{REPORT}</p><script>evil()</script></body></html>")
    text = loaded(tmp_path, "a.eml", only.as_bytes()).document.text
    assert "Fighters entered" in text
    assert "evil" not in text


def test_attachments_are_left_alone(tmp_path: Path) -> None:
    made = message()
    made.add_attachment(b"\x00\x01", maintype="application", subtype="pdf", filename="x.pdf")
    assert loaded(tmp_path, "a.eml", made.as_bytes()).document.text == REPORT


def test_a_sender_without_a_name_is_known_by_the_site(tmp_path: Path) -> None:
    raw = f"From: desk@sahel.example\nDate: Sat, 07 Dec 2024 18:30:00 +0000\n\n{REPORT}"
    assert loaded(tmp_path, "a.eml", raw).document.outlet == "sahel.example"


def test_an_encoding_nobody_knows_is_named(tmp_path: Path) -> None:
    raw = f"From: a@b.example\nContent-Type: text/plain; charset=klingon\n\n{REPORT}"
    found = loaded(tmp_path, "a.eml", raw)
    assert found.document.text == REPORT
    assert "klingon" in problems(found)


@pytest.mark.parametrize("raw", ["garbage", "From: a@b.example\nContent-Type: image/png\n\nxx", "\n\n"])
def test_a_message_without_words_is_an_issue(tmp_path: Path, raw: str) -> None:
    assert "no readable text" in refused(tmp_path, "a.eml", raw).problem


@pytest.mark.parametrize(
    "header",
    ["From: \x00<<<@@>", "Date: 99 Foo 0", "Subject: =?utf-8?b?////?=", "From: =?x?q?=ff?= <", "Message-ID: <[>"],
)
def test_a_broken_header_does_not_lose_the_message(tmp_path: Path, header: str) -> None:
    (found,) = found_in(written(tmp_path, "a.eml", f"{header}\nContent-Type: text/plain\n\n{REPORT}"))
    assert "Fighters entered" in str(found)


@pytest.mark.parametrize("header", ["From: " + "a," * 99_999, "Content-Type: text/plain;" + " a=b;" * 99_999])
def test_endless_headers_are_read_at_their_beginning_only(tmp_path: Path, header: str) -> None:
    assert loaded(tmp_path, "a.eml", f"{header}\n\n{REPORT}").document.text == REPORT
