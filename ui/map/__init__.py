"""The map: where the listed items were taken."""
