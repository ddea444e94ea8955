"""What holds of all the code: no hidden clock, no runtime assert, small modules and functions, everything explained."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "vedette"
MODULES = sorted(SOURCE.rglob("*.py"))
INNER = [path for path in MODULES if path.relative_to(SOURCE).parts[0] != "cli"]
CLOCKS = frozenset({"now", "utcnow", "today", "time", "time_ns", "monotonic", "perf_counter"})
type Function = ast.FunctionDef | ast.AsyncFunctionDef


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def name_of(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def calls(tree: ast.AST) -> Iterator[ast.expr]:
    return (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))


def functions(path: Path) -> Iterator[Function]:
    return (node for node in ast.walk(tree_of(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def length(node: Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


@pytest.mark.parametrize("path", INNER, ids=name_of)
def test_only_the_command_line_reads_the_clock(path: Path) -> None:
    read = [func.attr for func in calls(tree_of(path)) if isinstance(func, ast.Attribute) and func.attr in CLOCKS]
    assert read == []


@pytest.mark.parametrize("path", INNER, ids=name_of)
def test_only_the_command_line_prints(path: Path) -> None:
    assert not [func for func in calls(tree_of(path)) if isinstance(func, ast.Name) and func.id == "print"]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_rests_on_asserts_or_globals(path: Path) -> None:
    assert not [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Assert | ast.Global)]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_error_is_caught_without_a_name(path: Path) -> None:
    assert not [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.ExceptHandler) and node.type is None]


def test_broad_handlers_are_rare() -> None:
    caught = [node.type for path in MODULES for node in ast.walk(tree_of(path)) if isinstance(node, ast.ExceptHandler)]
    broad = [kind for kind in caught if isinstance(kind, ast.Name) and kind.id in {"Exception", "BaseException"}]
    assert len(broad) <= 3


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_in_three_lines_what_it_is_for(path: Path) -> None:
    text = ast.get_docstring(tree_of(path))
    assert text
    assert len(text.splitlines()) <= 3


def public(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_everything_public_is_explained(path: Path) -> None:
    assert [node.name for node in public(tree_of(path)) if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_module_outgrows_one_reading(path: Path) -> None:
    assert lines(path) <= 400


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_function_outgrows_a_screen(path: Path) -> None:
    assert {node.name: length(node) for node in functions(path) if length(node) > 60} == {}


def test_functions_are_short_as_a_rule() -> None:
    sizes = [length(node) for path in MODULES for node in functions(path)]
    assert median(sizes) <= 9
    assert quantiles(sizes, n=10)[-1] <= 25


def test_modules_are_small_as_a_rule() -> None:
    sizes = [lines(path) for path in MODULES]
    assert len(sizes) <= 240
    assert quantiles(sizes, n=10)[-1] <= 250


def test_the_stages_are_typed_throughout() -> None:
    bare = [node.name for path in MODULES for node in functions(path) if node.returns is None]
    assert bare == []
