"""`python -m eval phrases`: learns phrases from the marked lines and keeps those that are sure."""

import click

from eval.phrases.fitting import keep, learn, seen
from eval.phrases.texts import marked_texts
from eval.results import commit_here


@click.command("phrases")
def fit_phrases() -> None:
    """Learn phrases that report events from our own marked texts and write them to the lexicon."""
    texts = list(marked_texts())
    read = list(seen(texts))
    phrases = learn(read)
    kept = keep(phrases, read)
    click.echo(f"{len(texts)} texts, {len(phrases)} phrases that no rule tells, {kept} kept; commit {commit_here()}")
