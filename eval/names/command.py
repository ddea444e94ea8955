"""`python -m eval names`: how well towns that nobody knows are told from other names."""

import click

from eval.names.fitting import fit_and_keep, seen
from eval.names.texts import masked
from eval.results import commit_here

SEEDS = (1, 2, 3)


@click.command("names")
def fit_names() -> None:
    """Fit the weights of names that nobody knows to our own texts, keep them, print P and R on texts left out."""
    found = list(seen(masked(SEEDS)))
    share = fit_and_keep(found)
    click.echo(
        f"{len(found)} names, {sum(one.town for one in found)} of towns; on texts left out, commit {commit_here()}: "
        f"P {share.precision:.3f}, R {share.recall:.3f}, F1 {share.f1:.3f}"
    )
