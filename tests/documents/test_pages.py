"""Of a web page only the article is read, and only what the page itself says about it is believed."""

from pathlib import Path

import pytest

from tests.documents.reading_room import REPORT, found_in, loaded, problems, refused, written
from vedette.documents import Defaults
from vedette.documents.pages import read_page

PARAGRAPHS = "".join(f"<p>{line}</p>" for line in REPORT.splitlines())
HEAD = """<title>Fighters enter Bunia | Valley News</title><meta property="og:site_name" content="Valley News">
<link rel="canonical" href="https://valley.example/bunia">"""
DATED = '<meta property="article:published_time" content="2025-01-27T08:30:00+02:00">'


def page(head: str = HEAD + DATED, body: str = PARAGRAPHS) -> str:
    return (
        f"<!doctype html><html><head>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>Fighters enter Bunia</h1>{body}</article><footer>All rights reserved</footer></body></html>"
    )


def test_title_outlet_date_and_address_come_from_the_page(tmp_path: Path) -> None:
    document = loaded(tmp_path, "a.html", page()).document
    assert (document.title, document.outlet) == ("Fighters enter Bunia", "Valley News")
    assert document.published == "2025-01-27T08:30:00+02:00"
    assert document.url == "https://valley.example/bunia"


def test_the_text_is_the_title_and_the_article(tmp_path: Path) -> None:
    text = loaded(tmp_path, "a.htm", page()).document.text
    assert text == "Fighters enter Bunia\n\n" + REPORT.strip()


def test_scripts_and_styles_are_never_read(tmp_path: Path) -> None:
    noise = "<script>var a = '<p>evil</p>';</script><style>p {color: red}</style>" * 3000
    text = loaded(tmp_path, "a.html", page(body=noise + PARAGRAPHS + noise)).document.text
    assert "evil" not in text
    assert "color" not in text
    assert "Fighters entered the town" in text


def test_characters_that_cannot_be_seen_are_taken_out() -> None:
    assert "withdrawn" in read_page(page(body=PARAGRAPHS.replace("withdrawn", "with\u00addrawn")).encode(), "a").text


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="pubdate" content="Mon, 27 Jan 2025 08:30:00 +0200">',
        '<meta itemprop="datePublished" content="2025-01-27T08:30+02:00">',
        '<script type="application/ld+json">{"datePublished": "2025-01-27T08:30:00+02:00"}</script>',
    ],
)
def test_the_date_is_found_wherever_pages_keep_it(head: str) -> None:
    assert read_page(page(HEAD + head).encode(), "a.html").published == "2025-01-27T08:30:00+02:00"


def test_a_date_that_is_only_inferred_gives_way_to_the_users(tmp_path: Path) -> None:
    body = f'<time datetime="2025-01-27">27 January</time>{PARAGRAPHS}'
    given = Defaults(published="2025-01-20")
    assert loaded(tmp_path, "a.html", page(HEAD, body), given).document.published == "2025-01-20"
    assert loaded(tmp_path, "b.html", page(HEAD, body)).document.published == "2025-01-27"


def test_a_declared_encoding_is_used() -> None:
    raw = page('<meta charset="windows-1251">', "<p>Вночі місто обстріляли, повідомила адміністрація.</p>")
    draft = read_page(raw.encode("cp1251"), "a.html")
    assert "Вночі місто обстріляли" in draft.text
    assert draft.notes == ()


def test_a_page_without_a_date_says_so(tmp_path: Path) -> None:
    assert "no date of publication" in problems(loaded(tmp_path, "a.html", page(HEAD)))


@pytest.mark.parametrize("markup", ["<html></html>", "<!doctype html>", "<script>alert(1)</script>", "<" * 10_000])
def test_a_page_without_words_is_an_issue(tmp_path: Path, markup: str) -> None:
    assert "readable" in refused(tmp_path, "a.html", markup).problem


@pytest.mark.parametrize(
    "markup", ["<div>" * 50_000 + REPORT, f"<a {'x=1 ' * 100_000}>", REPORT, "<p>\x00\x1b[31m" + REPORT]
)
def test_a_broken_page_is_read_or_refused(tmp_path: Path, markup: str) -> None:
    assert len(found_in(written(tmp_path, "a.html", markup))) == 1
