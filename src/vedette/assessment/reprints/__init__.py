"""Documents in, families out: who prints whose text, whole or in passages, whatever was cut, moved or added."""

from vedette.assessment.reprints.index import Reprints

__all__ = ["Reprints"]
