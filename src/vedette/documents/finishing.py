"""From a draft to a document: cleaned, bounded, dated, its language known, with an issue for all that was odd."""

from datetime import date, datetime

from vedette.documents.cleaning import clean, one_line
from vedette.documents.dateline import Guess, read_dateline
from vedette.documents.dates import is_future, parse_date
from vedette.documents.language import LANGUAGES, language_of
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
