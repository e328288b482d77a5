"""Small invented photos and videos to try the program on, drawn by `make`."""
