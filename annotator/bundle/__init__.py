"""Bundles: cases, or parts of them, handed over as folders or zip files that anybody can check."""
