"""The timeline: when the listed items were taken."""
