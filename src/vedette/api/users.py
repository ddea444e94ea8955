"""Who may read and judge: names with the SHA-256 of their tokens, in a TOML file; no token is ever written down."""

import hashlib
import json
import secrets
import tomllib
from pathlib import Path

from vedette.model import VedetteError

LONGEST_NAME = 80


def digest(token: str) -> str:
    """What is kept of a token: its SHA-256 in hexadecimal. Tokens are long and random, so it needs no salt."""
    return hashlib.sha256(token.encode()).hexdigest()


def load_users(path: Path) -> dict[str, str]:
    """Digest of token to name, of the table `users` of a file; VedetteError for what is none."""
    try:
        table = tomllib.loads(path.read_text("utf-8")).get("users", {})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise VedetteError(f"{path}: no file of users: {error}") from error
    if not isinstance(table, dict) or not table or not all(_is_digest(one) for one in table.values()):
        raise VedetteError(f'{path}: it needs a table [users] of lines NAME = "SHA-256 of the token"')
    return {one: name for name, one in table.items()}


def _is_digest(value: object) -> bool:
    return isinstance(value, str) and len(value) == 64 and set(value) <= set("0123456789abcdef")


def add_user(path: Path, name: str) -> str:
    """Write a user into a file, which is made where there is none; gives the token, which nothing keeps.

    Raises VedetteError for a name that is empty, too long or taken.
    """
    known = load_users(path) if path.exists() else {}
    if not name.strip() or len(name) > LONGEST_NAME:
        raise VedetteError(f"a name has 1 to {LONGEST_NAME} characters")
    if name in known.values():
        raise VedetteError(f"{path}: {name} is there already: take the line out to give a new token")
    token = secrets.token_urlsafe(24)
    everyone = {**{known_name: one for one, known_name in known.items()}, name: digest(token)}
    lines = [f"{json.dumps(one, ensure_ascii=False)} = {json.dumps(value)}\n" for one, value in everyone.items()]
    path.write_text("[users]\n" + "".join(lines), "utf-8")
    return token
