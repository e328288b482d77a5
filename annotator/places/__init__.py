"""Where things are: the shape of the earth, names of places, outlines of countries, map files."""
