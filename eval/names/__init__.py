"""Names that nobody knows: texts of our own in which invented names stand for towns, and the weights fitted to them."""
