"""Claims that cannot both be true: one denies the other, two counts, two doers, two who hold one place."""

from vedette.assessment.contradictions.holding import Contradictions, contradictions

__all__ = ["Contradictions", "contradictions"]
