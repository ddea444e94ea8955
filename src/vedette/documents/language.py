"""Which language a text is in, from its beginning."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

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
