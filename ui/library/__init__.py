"""The grid of items: what it lists, how a cell is drawn, and the filters beside it."""
