"""Review by several people: the sheet to answer on, answers side by side, and how far people agree."""
