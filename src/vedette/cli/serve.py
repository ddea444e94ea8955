"""The command that opens the workbench in the browser."""

import ipaddress
import secrets
import socket
import threading
import webbrowser
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import click
import uvicorn

from vedette.api import Access, create_app
from vedette.api.app import LOOPBACK
from vedette.api.users import add_user, load_users
from vedette.cli.commands import ledger_at, now, with_ledger
from vedette.model import VedetteError
from vedette.web import STATIC

OPEN_AFTER_SECONDS = 1.0


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8420, show_default=True, help="0: any that is free.")
@click.option("--token", help="What a reader has to know; needed for any address but this machine's own.")
@click.option("--users", type=click.Path(path_type=Path), help="A file of users, as `vedette users` writes it.")
@click.option("--tiles", metavar="URL", help="Map tiles to lay under the places, with {z}, {x} and {y}; never needed.")
@click.option("--no-open", is_flag=True, help="Do not open the browser.")
@with_ledger
def serve_command(
    host: str,
    port: int,
    token: str | None,
    users: Path | None,
    tiles: str | None,
    no_open: bool,
    ledger: str | None,
) -> int:
    """Open the workbench on this machine and keep it up to date while other commands read.

    \b
    Example:
      vedette serve --port 8420
    """
    path = ledger_at(ledger)
    if not path.exists():
        raise VedetteError(f"{path}: there is no ledger here yet: read something first")
    access = replace(_access(host, token, load_users(users) if users else {}), tiles=tiles)
    listening = _listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{listening.getsockname()[1]}/{f'?token={token}' if token else ''}"
    if not (STATIC / "index.html").is_file():
        raise VedetteError("the page of the workbench was not built into this installation")
    click.echo(f"the workbench is at {address} (stop it with Ctrl-C)", err=True)
    if not no_open:
        threading.Timer(OPEN_AFTER_SECONDS, webbrowser.open, [address]).start()
    config = uvicorn.Config(create_app(path, now, access), log_level="warning", access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=[listening])
    return 0


@click.command("users")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("name")
def users_command(file: Path, name: str) -> int:
    """Add NAME to a FILE of users for `vedette serve --users`, and print the token, once.

    \b
    Example:
      vedette users users.toml "Ana Ruiz"
    """
    click.echo(add_user(file, name))
    return 0


def _access(host: str, token: str | None, users: Mapping[str, str]) -> Access:
    if _is_this_machine(host):
        return Access(token=token, users=users)
    if not token and not users:
        raise VedetteError(
            f"{host} can be reached from other machines, and whoever reaches it reads your ledger and judges in it: "
            f"give --users, or --token, for example --token {secrets.token_urlsafe(16)}"
        )
    named = LOOPBACK | {host, socket.gethostname(), socket.getfqdn()}
    return Access(hosts=frozenset(named), token=token, users=users)


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise VedetteError(f"{host}:{port} cannot be listened on: {error.strerror}") from error
