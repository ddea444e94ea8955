"""The public measurements: predictions for every task, their scores, and the floors below which none may fall."""
