"""Finds words for times and gives them TIMEX3 values and windows."""
