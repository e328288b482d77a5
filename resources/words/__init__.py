"""The words that local features are sorted by."""
