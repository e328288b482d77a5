"""What is known about the selected items, and the panels that change it."""
