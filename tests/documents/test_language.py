"""The language is named when it is clear, and left open when it is not."""

import pytest

from tests.documents.reading_room import REPORT
from vedette.documents.language import LANGUAGES, language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (REPORT, "en"),
        ("Los combatientes entraron en la ciudad el martes por la noche, según los vecinos, y el ejército negó haberse "
         "retirado del aeropuerto.", "es"),
        ("Les combattants sont entrés dans la ville mardi soir, selon les habitants, et l'armée a démenti avoir quitté "
         "l'aéroport de la province.", "fr"),
        ("Бойовики увійшли до міста у вівторок уночі, повідомили місцеві жителі, а військові це заперечили.", "uk"),
        ("دخل المقاتلون المدينة مساء الثلاثاء بحسب السكان ونفى الجيش انسحابه من المطار", "ar"),
        ("တပ်မတော်က ရွာကို ပစ်ခတ်ခဲ့တယ်လို့ ဒေသခံတွေက ပြောပါတယ်။", "my"),
        ("সেনাবাহিনী বলেছে তারা গ্রামটি দখল করেছে কিন্তু বাসিন্দারা তা অস্বীকার করেছেন", "bn"),
    ],
)  # fmt: skip
def test_languages_are_told_apart(text: str, code: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize("text", ["", "HTS 2024", "12 345", "Deir al-Zor, Abu Kamal, al-Mayadin: Hayat Tahrir al-Sham"])
def test_too_few_words_leave_it_open(text: str) -> None:
    assert language_of(text) is None


def test_a_short_headline_full_of_names_is_not_called_foreign() -> None:
    assert language_of("AL-SHABAAB FIGHTERS SEIZED ADAN YABAAL IN MIDDLE SHABELLE") in ("en", None)


@pytest.mark.parametrize("stated", ["en", "en-US", "EN_gb", "English", "eng"])
def test_a_stated_language_is_taken_in_any_spelling(stated: str) -> None:
    assert language_of("دخل المقاتلون المدينة مساء الثلاثاء", stated) == "en"


def test_a_stated_language_nobody_knows_is_passed_over() -> None:
    assert language_of(REPORT, "tlh") == "en"


def test_every_language_has_a_code_of_two_letters_and_a_name() -> None:
    assert all(len(code) == 2 and name.istitle() for code, name in LANGUAGES.items())
