"""E-mail as drafts: the subject is the title, the sender's name the outlet."""

from contextlib import suppress
from email import message_from_bytes
from email.message import EmailMessage, Message, MIMEPart
from email.policy import EmailPolicy
from email.utils import parseaddr

from vedette.documents.pages import draft_of_page
from vedette.documents.values import BadInputError, Draft

_LONGEST_HEADER = 1000


class _ShortHeaders(EmailPolicy):
    """The usual reading of messages, over the beginning of each header: it takes ever longer over long ones."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_HEADER]


def read_mail(raw: bytes, name: str) -> Draft:
    """The plain part of a message, else its HTML part; BadInputError when it has neither."""
    message = message_from_bytes(raw, policy=_ShortHeaders())
    body = message.get_body(("plain", "html")) if isinstance(message, EmailMessage) and message.keys() else None
    if body is None:
        raise BadInputError("no readable text in the message")
    text, notes = _content(body)
    if body.get_content_subtype() == "html":
        text = draft_of_page(text, raw, name).text
    sender, address = parseaddr(_header(message, "from") or "")
    return Draft(
        text.replace("\r\n", "\n"),
        raw,
        name,
        name,
        outlet=sender or address.rpartition("@")[2] or None,
        title=_header(message, "subject"),
        published=_header(message, "date"),
        notes=notes,
    )


def _content(body: MIMEPart) -> tuple[str, tuple[str, ...]]:
    try:
        return str(body.get_content()), ()
    except (LookupError, ValueError) as error:
        payload = body.get_payload(decode=True)
        text = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
        return text, (f"the message's encoding is not known ({error}); read as UTF-8",)


def _header(message: Message, name: str) -> str | None:
    """A header's words; a header that the e-mail library itself stumbles over is taken as missing."""
    with suppress(ValueError, LookupError, AttributeError, TypeError, RecursionError):
        return str(message[name]) if message[name] else None
    return None
