"""The reference set of chains, standings and denials: its passages, and how a reading is scored against them."""
