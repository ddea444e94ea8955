"""The workbench as an analyst uses it, in a real browser over the sample reports."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

SEEN = re.compile(r"^(\d+) of (\d+) claims in view$")
SERIOUS = {"serious", "critical"}


def opened(page: Page, address: str, query: str = "") -> Page:
    """The page, with its claims there."""
    page.goto(address + query)
    expect(page.get_by_text(SEEN)).to_be_visible()
    return page


def in_view(page: Page) -> int:
    """How many claims the page says are in view."""
    match = SEEN.match(page.get_by_text(SEEN).inner_text())
    return int(match[1]) if match else -1


def first_row(page: Page) -> None:
    page.locator(".table .row").first.click()
    expect(page.get_by_role("heading", name="Chain of sources")).to_be_visible()


def test_the_first_view_shows_claims_map_and_time(page: Page, address: str) -> None:
    opened(page, address)
    assert in_view(page) > 100
    expect(page.locator(".maplibregl-canvas")).to_be_visible()
    expect(page.locator(".table .row").first).to_be_visible()


def test_scrubbing_changes_what_is_in_view_and_the_address(page: Page, address: str) -> None:
    opened(page, address)
    every = in_view(page)
    slider = page.get_by_role("slider", name="Happened up to")
    slider.focus()
    page.keyboard.press("Home")
    expect(page.get_by_text(re.compile(rf"^(?!{every} )\d+ of \d+ claims in view"))).to_be_visible()
    page.wait_for_url(re.compile("day="))
    few = in_view(page)
    assert few < every
    again = opened(page, page.url.replace(address, "") and address, "?" + page.url.partition("?")[2])
    assert in_view(again) == few


def test_what_was_known_earlier_is_less(page: Page, address: str) -> None:
    opened(page, address)
    every = in_view(page)
    opened(page, address, "?known=2024-12-01T00:00:00Z")
    assert 0 < in_view(page) < every


def test_filters_narrow_and_stay_in_the_address(page: Page, address: str) -> None:
    opened(page, address)
    page.get_by_label("kind", exact=True).select_option("control")
    page.wait_for_url(re.compile("kind=control"))
    expect(page.locator(".table .row .kind").first).to_contain_text("control")
    page.get_by_label("text").fill("Aleppo")
    page.get_by_label("text").press("Enter")
    page.wait_for_url(re.compile("text=Aleppo"))
    expect(page.locator(".table .row .words").first).to_contain_text("Aleppo")


def test_from_a_claim_to_its_words_and_back(page: Page, address: str) -> None:
    opened(page, address, "?kind=control")
    first_row(page)
    page.get_by_role("button", name="Show in its document").click()
    expect(page.locator("mark.chosen").first).to_be_visible()
    page.get_by_role("button", name="← to the claim").click()
    expect(page.get_by_role("heading", name="Chain of sources")).to_be_visible()
    page.go_back()
    expect(page.locator("mark.chosen").first).to_be_visible()


def test_a_place_has_its_dossier(page: Page, address: str) -> None:
    opened(page, address, "?kind=control&place=Aleppo")
    first_row(page)
    page.locator(".panel dd").get_by_role("link", name="Aleppo").first.click()
    expect(page.get_by_role("heading", name="Who has it", exact=True)).to_be_visible()
    expect(page.locator(".spells li").first).to_be_visible()


def test_a_place_on_the_map_says_who_has_it_and_opens(page: Page, address: str) -> None:
    opened(page, address, "?at=37.16117,36.20124,8")
    box = page.locator("canvas.places").bounding_box()
    assert box is not None
    middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.wait_for_timeout(500)
    page.mouse.move(*middle)
    expect(page.locator(".tip")).to_contain_text("held · HTS · reported")
    page.mouse.click(*middle)
    expect(page.locator(".panel").get_by_role("heading", name="Aleppo").first).to_be_visible()


def test_a_contradiction_is_shown_side_by_side_and_leads_to_the_words_of_both(page: Page, address: str) -> None:
    page.goto(address + "?view=brief")
    disputed = page.frame_locator("iframe").locator("details.disputed").first
    disputed.locator("summary").get_by_role("link", name="open").click()
    page.wait_for_url(re.compile("open=event"))
    dispute = page.locator(".dispute").first
    left, right = (dispute.locator(".told").nth(number).bounding_box() for number in (0, 1))
    assert left and right and left["y"] == right["y"] and left["x"] + left["width"] <= right["x"]
    told = dispute.locator(".told").nth(1)
    words = told.locator("blockquote").inner_text().removesuffix("in its document").rstrip(" …")
    told.get_by_role("link", name="in its document").click()
    expect(page.locator(".document .text")).to_contain_text(words[:60])
    expect(page.locator("mark.chosen").first).to_be_visible()


@pytest.mark.parametrize("sort", ["events", "figures", "parties", "sources"])
def test_each_dossier_has_an_address_and_opens_alone(page: Page, address: str, sort: str) -> None:
    found = page.request.get(f"{address}api/situation").json()
    line = next(one for one in found["lines"] if one["against"])
    figure = max(found["series"], key=lambda one: len(one["counts"]))
    key, heading = {
        "events": (f"event:{line['lead']}", line["text"]),
        "figures": (f"figure:{figure['current']}", re.compile(f"^{figure['measure']}")),
        "parties": ("party:M23", "M23"),
        "sources": ("source:Syrian Arab Army", "Syrian Arab Army"),
    }[sort]
    opened(page, address, f"?open={key}")
    expect(page.locator(".panel").get_by_role("heading", name=heading).first).to_be_visible()
    if sort == "figures":
        expect(page.locator(".chart canvas")).to_be_visible()


def test_a_judgement_is_seen_in_another_tab(page: Page, address: str) -> None:
    opened(page, address)
    other = opened(page.context.new_page(), address)
    every = in_view(other)
    first_row(page)
    page.get_by_label("Judgement", exact=True).select_option("reject")
    page.get_by_label("Reason").fill("an old picture")
    page.get_by_label("Your name").fill("Ana")
    page.get_by_role("button", name="Record").click()
    expect(other.get_by_text(SEEN)).to_have_text(re.compile(rf"^{every - 1} of "), timeout=10_000)
    page.get_by_role("button", name="undo").click()
    expect(other.get_by_text(SEEN)).to_have_text(re.compile(rf"^{every} of "), timeout=10_000)


def test_what_is_corrected_is_shown_and_undone_by_appending(page: Page, address: str) -> None:
    opened(page, address, "?kind=casualties")
    first_row(page)
    page.get_by_label("Judgement", exact=True).select_option("correct")
    page.get_by_label("What to correct").select_option("day")
    page.get_by_label("What is right").fill("2024-12-05")
    page.get_by_label("Reason").fill("the diary says so")
    page.get_by_label("Your name").fill("Ana")
    page.get_by_role("button", name="Record").click()
    judged = page.locator(".judging li")
    expect(judged).to_contain_text(re.compile("corrected: time 2024-12-05, .* by Ana: the diary says so"))
    expect(page.locator(".panel dl")).to_contain_text("5 Dec 2024 (day")
    page.get_by_role("button", name="undo").click()
    expect(page.locator(".judging li.undone")).to_have_count(1)
    expect(judged).to_have_count(2)
    expect(page.get_by_role("button", name="undo")).to_have_count(0)


def test_the_reader_draws_chain_and_standing_and_marks_the_words(page: Page, address: str) -> None:
    opened(page, address, "?standing=denied")
    first_row(page)
    page.get_by_role("button", name="Show in its document").click()
    expect(page.locator(".document .chain li").first).to_be_visible()
    expect(page.locator(".document .badge", has_text="denied")).to_be_visible()
    expect(page.locator("mark.chosen.trigger.rejected").first).to_be_visible()


def test_a_dossier_follows_the_handle_of_time(page: Page, address: str) -> None:
    opened(page, address, "?open=place:169577")
    spells = page.locator(".spells > li")
    expect(spells.first).to_be_visible()
    every = spells.count()
    page.get_by_role("slider", name="Happened up to").fill("20063")  # 6 December 2024
    expect(page.locator(".panel").get_by_text(re.compile("happened later than the handle")).first).to_be_visible()
    assert spells.count() < every


def test_the_map_can_be_walked_by_keyboard(page: Page, address: str) -> None:
    opened(page, address, "?at=37.16117,36.20124,8")
    page.wait_for_timeout(500)
    page.locator(".maplibregl-canvas").focus()
    page.keyboard.press(".")
    expect(page.locator(".tip")).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("open=(place|claim)"))


def test_the_keyboard_reaches_a_claim(page: Page, address: str) -> None:
    opened(page, address)
    page.get_by_role("grid").focus()
    for key in ("ArrowDown", "ArrowDown", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_role("heading", name="Chain of sources")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".panel")).to_be_hidden()


def test_what_has_no_place_is_counted_and_listed(page: Page, address: str) -> None:
    opened(page, address)
    tray = page.get_by_role("button", name=re.compile(r"\d+ claims without a place on the map"))
    unplaced = int(tray.inner_text().split()[0])
    tray.click()
    expect(page.get_by_role("grid")).to_have_attribute("aria-rowcount", str(unplaced + 1))
    again = opened(page, address, "?" + page.url.partition("?")[2])
    expect(again.get_by_role("grid")).to_have_attribute("aria-rowcount", str(unplaced + 1))
    expect(again.locator(".table .row .words").first).not_to_have_text("…")


def test_the_brief_can_be_printed(page: Page, address: str, tmp_path: Path) -> None:
    opened(page, address)
    page.get_by_role("button", name="Brief").click()
    expect(page.frame_locator("iframe").get_by_role("heading", name="Situation brief")).to_be_visible()
    page.goto(address + "brief")
    assert page.pdf(path=tmp_path / "brief.pdf").startswith(b"%PDF")


def test_paper_gets_a_picture_of_the_map(page: Page, address: str) -> None:
    opened(page, address, "?at=37,34.5,5.6")
    page.wait_for_timeout(1500)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    colours = """() => { const found = document.querySelector(".printed");
      const { data } = found.getContext("2d").getImageData(0, 0, found.width, found.height);
      return new Set(new Uint32Array(data.buffer)).size; }"""
    assert page.evaluate(colours) > 20
    page.emulate_media(media="print")
    expect(page.locator(".printed")).to_be_visible()
    expect(page.locator(".filters")).to_be_hidden()


def test_a_hostile_document_is_only_text(page: Page, address: str) -> None:
    opened(page, address, "?source=onerror")
    first_row(page)
    page.get_by_role("button", name="Show in its document").click()
    expect(page.locator(".document .text")).to_contain_text("<script>alert(1)</script>")
    assert page.locator(".panel img, .panel script").count() == 0


@pytest.mark.parametrize(
    "query", ["", "?kind=control&open=place:170063", "?open=source:Syrian Arab Army", "?view=changes", "?view=brief"]
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_keeps_anybody_out(page: Page, address: str, query: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(address + query)
    page.wait_for_timeout(1500)
    found = Axe().run(page).response["violations"]
    serious = [(one["id"], [node["html"][:120] for node in one["nodes"]]) for one in found if one["impact"] in SERIOUS]
    assert serious == []
