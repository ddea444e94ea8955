"""`python -m eval reprints`: how well reprints are told from other articles, and what a large index costs."""

import json
from pathlib import Path

import click

from eval.reprints.pairs import held, ordered, read_pairs, share, shares_by_kind
from eval.reprints.speed import measured
from eval.results import commit_here
from vedette.assessment.reprints import Reprints
from vedette.lexicon.credits import credited
from vedette.model import Document

CORPUS = "corpus/fakes.jsonl"


@click.command("reprints")
@click.argument("data", type=click.Path(path_type=Path), default=Path("../shared/eval"))
@click.option("--split", type=click.Choice(["dev", "test"]), help="Only this part; both without it.")
@click.option("--errors", is_flag=True, help="Print every pair of the dev part that came out wrong.")
@click.option("--speed", type=click.IntRange(min=1), help="Index so many made-up documents instead, and time it.")
def reprints(data: Path, split: str | None, errors: bool, speed: int | None) -> None:
    """Score families and direct reprints on the labelled pairs of eval/reprints, whose texts are in DATA."""
    if speed is not None:
        click.echo(measured(speed))
    elif (data / CORPUS).exists():
        _score(data / CORPUS, split, errors)
    else:
        click.echo(f"skipped: the articles of the labelled pairs are not here ({data / CORPUS})")


def _score(path: Path, split: str | None, errors: bool) -> None:
    ids, index = _indexed(path)
    families = held([ids[one] for one in family.documents] for family in index.families().families)
    direct = frozenset(
        ordered(ids[left], ids[right])
        for left, right in index.pairs()
        if (one := index.overlap(left, right)) and one.reprint
    )
    pairs = read_pairs(split=split)
    click.echo(f"{len(pairs)} pairs ({split or 'all'}), commit {commit_here()}")
    for name, said in (("one prints the other", direct), ("in one family", families)):
        found = share(pairs, said)
        click.echo(f"{name}: P {found.precision:.3f} R {found.recall:.3f} F1 {found.f1:.3f}")
        click.echo(
            "  " + ", ".join(f"{kind} {right}/{all_}" for kind, (right, all_) in shares_by_kind(pairs, said).items())
        )
    if errors:
        wrong = [one for one in pairs if one.split == "dev" and one.reprint != (one.ends in direct)]
        click.echo("\n".join(f"{one.kind}: {' '.join(one.ends)}" for one in wrong))


def _indexed(path: Path) -> tuple[dict[str, str], Reprints]:
    """The ids of the articles by those of their documents, and the articles indexed."""
    ids: dict[str, str] = {}
    index = Reprints()
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        text, title = record["text"], record["title"]
        document = Document(text, record["outlet"], title, None, record["published"], agencies=credited(text))
        ids[document.id] = record["id"].partition("/")[2]
        index.add([document])
    return ids, index
