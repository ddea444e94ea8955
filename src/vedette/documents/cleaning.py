"""Makes text safe for later stages: no controls but newline and tab, no terminal escapes, no half characters."""

import re

_ESCAPES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # colours and cursor movements
    r"|\x1b\][^\x07\x1b]{0,4096}(?:\x07|\x1b\\)"  # window titles and links
    r"|\x1b[PX^_][^\x1b]{0,4096}\x1b\\"
    r"|\x1b[ -/]{0,8}[0-~]?"
    r"|\x9b[0-?]*[ -/]*[@-~]"
)
_BREAKS = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_LONGEST_LINE = 1000


def clean(text: str, *, verbatim: bool = False) -> tuple[str, tuple[str, ...]]:
    """The safe text and what was done to it in words; a verbatim text keeps its length, so that offsets still hold."""
    blank = " " if verbatim else ""
    text = text.replace("\r", " ") if verbatim else _BREAKS.sub("\n", text)
    text, escapes = _ESCAPES.subn(lambda found: blank * len(found[0]), text)
    text, controls = _CONTROLS.subn(blank, text)
    text, surrogates = _SURROGATES.subn("\ufffd", text)
    done = "blanked out" if verbatim else "removed"
    counts = (
        (escapes, "terminal escape", done),
        (controls, "control character", done),
        (surrogates, "half of a character", "replaced"),
    )
    return text, tuple(f"{count} {what}{'s' if count > 1 else ''} {how}" for count, what, how in counts if count)


def one_line(value: str | None) -> str | None:
    """A safe title, name or address on one line of bounded length; None when nothing is left."""
    if value is None:
        return None
    text, _ = clean(value[: 4 * _LONGEST_LINE])
    return " ".join(text.split())[:_LONGEST_LINE] or None
