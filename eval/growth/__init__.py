"""How the assessment bears a ledger that grows: made-up claims by the hundred thousand, and what they cost."""
