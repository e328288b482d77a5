"""Comparing items in the window."""
