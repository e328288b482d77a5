"""One item at a time: its picture or its video, and what lies on and beside it."""
