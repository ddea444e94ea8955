"""From a draft to a document: cleaned, bounded, dated, its language known, with an issue for all that was odd."""

from datetime import date, datetime
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from vedette.documents.cleaning import clean, one_line
from vedette.documents.dateline import Guess, read_dateline
from vedette.documents.dates import is_future, parse_date
from vedette.documents.values import LIMIT_SETTING, BadInputError, Defaults, Draft, Loaded
from vedette.lexicon.credits import credited, same_medium
from vedette.model import Document, Issue, VedetteError


def finish(draft: Draft, defaults: Defaults, now: datetime, limit: int) -> Loaded:
    """The document of a draft; BadInputError when its text is too long or empty.

    Metadata of the document itself outrank the defaults, and those outrank what a dateline or the page lets us infer.
    """
    if len(draft.text) > limit:
        raise BadInputError(
            f"{len(draft.text):,} characters; one document may have {limit:,} (setting {LIMIT_SETTING})"
        )
    document, notes = document_of(draft, defaults)
    problems = [*draft.notes, *notes, *_doubts(draft, document, now)]
    issues = tuple(Issue(draft.where, problem, draft.line) for problem in problems)
    return Loaded(document, draft.raw, draft.name, issues)


def document_of(draft: Draft, defaults: Defaults) -> tuple[Document, tuple[str, ...]]:
    """The document and what cleaning did to its text."""
    text, notes = clean(draft.text, verbatim=draft.verbatim)
    if not text.strip():
        raise BadInputError("empty: there is no text in it")
    outlet = one_line(draft.outlet) or one_line(defaults.outlet)
    published = parse_date(draft.published) or defaults.published or draft.guess
    guess = Guess() if outlet and published else read_dateline(text)
    outlet = outlet or one_line(guess.outlet)
    document = Document(
        text=text,
        outlet=outlet,
        title=one_line(draft.title),
        url=one_line(draft.url),
        published=published or guess.published,
        language=language_of(text, draft.language),
        agencies=tuple(name for name in credited(text) if not same_medium(name, outlet)),
    )
    return document, notes


def checked(defaults: Defaults) -> Defaults:
    """The defaults with the date in ISO form; VedetteError when it is no date."""
    published = parse_date(defaults.published)
    if defaults.published and not published:
        raise VedetteError(f"{defaults.published!r} is not a date of publication: write it as 2024-12-07")
    return Defaults(one_line(defaults.outlet), published)


def from_text(
    text: str,
    *,
    outlet: str | None = None,
    published: str | date | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Document:
    """A document from a text at hand, of the same length as it, so that offsets hold; VedetteError when it is empty."""
    said = str(published) if published else None
    given = checked(Defaults(outlet, said))
    draft = Draft(text, b"", "", "", outlet=outlet, title=title, url=url, language=language, verbatim=True)
    try:
        return document_of(draft, given)[0]
    except BadInputError as error:
        raise VedetteError(str(error)) from error


def _doubts(draft: Draft, document: Document, now: datetime) -> list[str]:
    """What a reader should know before trusting date, outlet and language."""
    doubts = []
    if draft.published and not parse_date(draft.published):
        doubts.append(
            f"the date {_shown(draft.published)} is not whole or can be read two ways: write it as 2024-12-07"
        )
    if not document.published:
        doubts.append("no date of publication: its claims stay undated unless their own words date them")
    elif is_future(document.published, now):
        doubts.append(f"published in the future ({document.published}), kept as given")
    if document.language not in (None, "en"):
        doubts.append(f"in {LANGUAGES[document.language or '']}: only English is read for claims now")
    return doubts


def _shown(value: object) -> str:
    return repr(one_line(value))[:80] if isinstance(value, str) else str(value)[:80] if _scalar(value) else "given"


def _scalar(value: object) -> bool:
    return isinstance(value, int | float | date)


LANGUAGES = {
    "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali",
    "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "ha": "Hausa", "he": "Hebrew", "hi": "Hindi", "ht": "Haitian Creole",
    "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ka": "Georgian",
    "kk": "Kazakh", "km": "Khmer", "ko": "Korean", "ku": "Kurdish", "ky": "Kyrgyz", "lo": "Lao", "mk": "Macedonian",
    "mn": "Mongolian", "my": "Burmese", "ne": "Nepali", "nl": "Dutch", "no": "Norwegian", "pa": "Punjabi",
    "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "si": "Sinhala",
    "so": "Somali", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "tg": "Tajik",
    "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
_SAMPLE = 4000
_FEWEST_LETTERS = 20
_FEWEST_LATIN_LETTERS = 100  # names from a war can make a short English line look like any language
_LAST_LATIN = "\u024f"
_SURE = 0.5
_VERY_SURE = 0.9


def language_of(text: str, stated: str | None = None) -> str | None:
    """The two-letter code: the stated one if it is known, else the text's own; None when that is not clear."""
    code = (stated or "").replace("_", "-").split("-")[0].strip().lower()
    by_name = {name.lower(): short for short, name in LANGUAGES.items()} | {"eng": "en"}
    if code in LANGUAGES or code in by_name:
        return by_name.get(code, code)
    letters = [character for character in text[:_SAMPLE] if character.isalpha()]
    if len(letters) < _FEWEST_LETTERS:
        return None
    language, confidence = _identifier().classify(text[:_SAMPLE])
    if language == "en":
        return "en" if confidence >= _SURE else None
    foreign = sum(letter > _LAST_LATIN for letter in letters) > len(letters) / 2
    enough = foreign or len(letters) >= _FEWEST_LATIN_LETTERS
    return str(language) if enough and confidence >= (_SURE if foreign else _VERY_SURE) else None


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(set(LANGUAGES) & set(identifier.labels))
    return identifier
