"""The window, offscreen, on real cases."""
