"""The documents are checked against the code: what they show exists, and what exists is in them."""

import contextlib
import io
import re
import shlex
import tomllib
from pathlib import Path
from typing import get_args

import click
import pytest
from click.testing import CliRunner

from vedette.cli.commands import MODULES, vedette
from vedette.documents import FIELDS, KINDS
from vedette.lexicon.shapes import phrases
from vedette.model import Claim, Document, Quantifier, SourceType, Standing, Unit, VenueKind
from vedette.settings import SETTINGS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
REFERENCE = (ROOT / "docs" / "reference.md").read_text("utf-8")
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])
BLOCKS = [block for page in PAGES for block in re.findall(r"```sh\n(.*?)```", page.read_text("utf-8"), re.S)]
COMMANDS = sorted(
    {line.split("#")[0].strip() for block in BLOCKS for line in block.splitlines() if line.startswith("vedette")}
)


def command(name: str) -> click.Command:
    """A command by name."""
    found = vedette.get_command(click.Context(vedette), name)
    assert isinstance(found, click.Command)
    return found


@pytest.mark.parametrize("name", MODULES)
def test_every_command_and_option_is_in_the_reference(name: str) -> None:
    assert f"`vedette {name}" in REFERENCE
    options = [flag for option in command(name).params for flag in option.opts if flag.startswith("--")]
    assert [flag for flag in options if f"`{flag}`" not in REFERENCE] == []


@pytest.mark.parametrize("name", MODULES)
def test_every_command_shows_an_example(name: str) -> None:
    assert "Example:" in (command(name).help or "")


@pytest.mark.parametrize(
    ("name", "group"), [(name, one) for name in MODULES if isinstance(one := command(name), click.Group)]
)
def test_every_command_of_a_group_is_explained(name: str, group: click.Group) -> None:
    for inner in group.commands.values():
        options = [flag for option in inner.params for flag in option.opts if flag.startswith("--")]
        assert f"`vedette {name} {inner.name}" in REFERENCE and "Example:" in (inner.help or "")
        assert [flag for flag in options if f"`{flag}`" not in REFERENCE] == []


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_in_the_documents_is_understood(line: str) -> None:
    name, *arguments = shlex.split(line)[1:]
    command(name).make_context(name, arguments)


@pytest.mark.parametrize("one", SETTINGS, ids=lambda one: one.name)
def test_every_setting_is_explained(one: object) -> None:
    assert f"`{one.name}`" in REFERENCE and f"`{one.variable}`" in REFERENCE  # type: ignore[attr-defined]


@pytest.mark.parametrize("field", FIELDS)
def test_every_accepted_field_name_is_listed(field: str) -> None:
    assert [name for name in FIELDS[field] if f"`{name}`" not in REFERENCE] == []


def test_every_file_ending_is_listed() -> None:
    assert [ending for ending in KINDS if f"`{ending}`" not in REFERENCE] == []


def test_every_kind_and_type_is_listed_with_its_row() -> None:
    rows = {row[0]: row[1].split(", ") for row in re.findall(r"^\| ([a-z]+) \| ([a-z, -]+) \|$", REFERENCE, re.M)}
    for kind, phrase in phrases().items():
        assert rows[kind] == list(phrase.words)


@pytest.mark.parametrize("words", [get_args(one) for one in (Standing, Quantifier, Unit, SourceType, VenueKind)])
def test_every_value_of_a_field_is_listed(words: tuple[str, ...]) -> None:
    assert [word for word in words if not re.search(rf"(?<![\w-]){word}(?![\w-])", REFERENCE)] == []


def test_every_exported_field_is_listed() -> None:
    document = Document("Rebels entered Homs.")
    record = Claim("control", "enter", document, document.quote(0, 19)).as_dict()
    assert [name for name in [*record, *record["document"]] if f"`{name}`" not in REFERENCE] == []


def test_the_first_screen_of_the_readme_shows_the_problem_and_the_commands() -> None:
    first = README.split("```sh")[0].count("\n")
    assert first <= 12 and "make demo" in README and "make test" in README
    assert len(README.split()) <= 450 and len(re.findall(r"^## ", README, re.M)) == 4


def test_the_python_of_the_readme_runs_and_finds_the_claim() -> None:
    (snippet,) = re.findall(r"```python\n(.*?)```", README, re.S)
    with contextlib.redirect_stdout(io.StringIO()) as shown:
        exec(compile(snippet, "README.md", "exec"), {})  # noqa: S102 - our own five lines
    assert "control enter" in shown.getvalue() and "Agence France-Presse" in shown.getvalue()


def test_every_link_to_a_file_leads_somewhere() -> None:
    for page in PAGES:
        links = re.findall(r"\]\((?!http)([^)#]+)\)", page.read_text("utf-8"))
        assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_tables_that_the_guide_names_exist() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    named = set(re.findall(r"`([a-z_]+)\.toml`", guide))
    folder = ROOT / "src" / "vedette" / "lexicon" / "data"
    assert named and named <= {path.stem for path in folder.glob("*.toml")}


def test_the_version_is_told_in_one_place() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    result = CliRunner().invoke(vedette, ["--version"])
    assert project["version"] in result.output
