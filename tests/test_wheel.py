"""The built wheel, installed apart from the working tree, holds all it needs and declares all it imports."""

import ast
import re
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from importlib.metadata import packages_distributions, version
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "vedette"


def project() -> dict[str, Any]:
    """The project's own table of the project file."""
    table: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return table


def run(*command: str | Path) -> str:
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True, cwd="/").stdout


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the working tree, built without the network."""
    out = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The python of a new environment that holds the wheel, and sees the dependencies but not the working tree."""
    home = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", home)
    python = home / "bin" / "python"
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    dependencies = home / "dependencies"
    dependencies.mkdir()
    for entry in Path(sysconfig.get_path("purelib")).iterdir():
        if "vedette" not in entry.name and entry.suffix != ".pth":
            (dependencies / entry.name).symlink_to(entry)
    (site / "dependencies.pth").write_text(f"{dependencies}\n", "utf-8")
    return python


def test_the_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    wanted = {
        str(path.relative_to(SOURCE.parent))
        for path in SOURCE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wanted <= set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_holds_nothing_but_the_package(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops == {"vedette", f"vedette-{version('vedette')}.dist-info"}


def test_the_installed_package_comes_from_the_wheel_and_reads(installed: Path) -> None:
    program = (
        "import vedette\n"
        "from vedette.claims import extract\n"
        "from vedette.mentions import Marker\n"
        "from vedette.model import Document\n"
        "claims = extract(Marker().mark(Document('Rebels captured the town of Saraqib on Friday.')))\n"
        "print(vedette.__file__, claims[0].kind)"
    )
    where, kind = run(installed, "-c", program).split()
    assert Path(where).is_relative_to(installed.parent.parent)
    assert kind == "control"


def test_the_installed_command_tells_its_version(installed: Path) -> None:
    out = run(installed, "-c", "import sys; from vedette.cli import main; sys.argv = ['vedette', '--version']; main()")
    assert version("vedette") in out


def test_the_version_is_the_one_in_the_project_file() -> None:
    assert project()["version"] == version("vedette")


def imported() -> set[str]:
    """The top-level names of all modules that the package imports, those of the standard library left out."""
    nodes = [node for path in SOURCE.rglob("*.py") for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level]
    return {name.split(".")[0] for name in names} - set(sys.stdlib_module_names) - {"vedette", "_typeshed"}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("module", sorted(imported()))
def test_every_imported_package_is_a_declared_dependency(module: str) -> None:
    declared = {plain(re.split(r"[^\w.-]", line)[0]) for line in project()["dependencies"]}
    assert {plain(name) for name in packages_distributions()[module]} & declared
