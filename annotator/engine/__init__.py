"""Runs the media room somewhere else, where a hang or a crash costs one file and not the program."""
