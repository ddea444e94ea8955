"""Stories told by several reports each, with the right answers, and how an assessment is scored against them."""
