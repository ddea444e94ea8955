"""`python -m eval bench assess`: what it costs to assess ledgers of more and more claims, each in its own process."""

import json
import subprocess
import sys

import click

from vedette.model import VedetteError

SIZES = (10_000, 100_000)
BUDGET = "budget at 100,000 claims: 60 s from scratch, 1 s for one document more, 2048 MB"


@click.command("assess")
@click.option("--claims", "sizes", multiple=True, type=click.IntRange(min=100), help="How many; may be given again.")
def assess(sizes: tuple[int, ...]) -> None:
    """Fill ledgers with made-up claims, assess them from scratch, then after one document more. Seconds of CPU."""
    click.echo(heading())
    for size in sizes or SIZES:
        click.echo(row(_measured(size)))
    click.echo(BUDGET)


def _measured(size: int) -> dict[str, float]:
    done = subprocess.run([sys.executable, "-m", "eval.growth.run", str(size)], capture_output=True, text=True)  # noqa: S603, PLW1510
    if done.returncode != 0:
        raise VedetteError(f"the run of {size} claims failed: {done.stderr.strip()[-500:]}")
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def heading() -> str:
    """The names of the columns."""
    widths = {"claims": 9, "fill s": 8, "load s": 8, "whole s": 9, "µs each": 9, "one more s": 12, "peak MB": 9}
    return "".join(f"{name:>{width}}" for name, width in {**widths, "happenings": 12}.items())


def row(one: dict[str, float]) -> str:
    """One measured size; `whole` is loading and assessing."""
    each = 1e6 * one["whole"] / one["claims"]
    return (
        f"{one['claims']:>9,.0f}{one['fill']:>8.1f}{one['load']:>8.1f}{one['whole']:>9.1f}{each:>9.0f}{one['one']:>12.2f}"
        f"{one['peak_mb']:>9.0f}{one['lines']:>12,.0f}"
    )
