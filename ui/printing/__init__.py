"""Printing: the pages, and the work of filling them."""
