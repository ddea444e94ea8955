"""Whole reports of our own with the claims an analyst would expect, and how many of them are found and right."""
