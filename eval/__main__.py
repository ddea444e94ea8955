"""The measurements: `python -m eval --help` names them."""

import sys
from pathlib import Path

import click

from eval.ablation import ablate
from eval.bench import bench
from eval.calibration import calibrate, reasons_command
from eval.floors import FLOORS, falls, raised, read_floors, write_floors
from eval.gold.command import gold
from eval.growth.command import assess
from eval.growth.serving import serve
from eval.names.command import fit_names
from eval.phrases.command import fit_phrases
from eval.predicting import predict, task_named
from eval.reports.command import reports
from eval.reprints.command import reprints
from eval.results import Result, figures_of, markdown, merged, read_results, write_results
from eval.scoring import measure
from eval.stories.command import stories
from eval.tasks import TASKS
from vedette.model import VedetteError

HERE = Path(__file__).parent
OUT, TABLE = HERE / "out", HERE / "results.md"
LAST = OUT / "results.json"


@click.group()
def main() -> None:
    """Measure Vedette on public annotated datasets."""


@main.command("predict")
@click.argument("task")
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--sample", type=click.IntRange(min=1), help="Only the first so many items.")
def predict_command(task: str, source: Path, target: Path, sample: int | None) -> None:
    """Answer TASK for every item of SOURCE and write the answers to TARGET, both JSON lines."""
    predict(task_named(task), source, target, sample)


@main.command("score")
@click.argument("data", type=click.Path(path_type=Path), default=Path("../shared/eval"))
@click.option("--task", "names", multiple=True, help="Only this task; may be given several times.")
@click.option("--sample", type=click.IntRange(min=1), help="Only the first so many items; nothing is kept of it.")
def score_command(data: Path, names: tuple[str, ...], sample: int | None) -> None:
    """Measure the visible parts in DATA, write the tables, and fail when a figure is below its floor."""
    tasks = tuple(task_named(name) for name in names) or TASKS
    results = list(measure(data, tasks, OUT, sample))
    click.echo(markdown(results, read_floors(FLOORS)))
    if sample is None:
        _keep(results)
        _hold(results)


def _keep(results: list[Result]) -> None:
    known = merged(read_results(LAST), results)
    write_results(known, LAST)
    (OUT / "results.md").write_text(markdown(known, read_floors(FLOORS)), "utf-8")


def _hold(results: list[Result]) -> None:
    fallen = falls(figures_of(results), read_floors(FLOORS))
    for fall in fallen:
        click.echo(f"below its floor: {fall}", err=True)
    if fallen:
        sys.exit(1)


@main.command("raise")
def raise_command() -> None:
    """Lift the floors to just below what was measured last, let none down, and renew the committed table."""
    known = read_results(LAST)
    if not known:
        raise VedetteError("nothing was measured yet: run `make eval` first")
    floors = raised(figures_of(known), read_floors(FLOORS))
    write_floors(floors, FLOORS)
    if len(known) == len(TASKS):
        TABLE.write_text(markdown(known, floors), "utf-8")


main.add_command(ablate)
main.add_command(calibrate)
main.add_command(reasons_command)
main.add_command(
    click.Group("bench", {"read": bench, "assess": assess, "serve": serve}, help="Measure speed and memory.")
)
main.add_command(gold)
main.add_command(fit_names)
main.add_command(fit_phrases)
main.add_command(reprints)
main.add_command(stories)
main.add_command(reports)


def run() -> int:
    """The exit status: 0, 1 when a figure fell, 2 with one line when the user can mend it."""
    try:
        main(standalone_mode=False)
    except VedetteError as error:
        click.echo(f"eval: {error}", err=True)
        return 2
    except click.ClickException as error:
        click.echo(f"eval: {error.format_message()}", err=True)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(run())
