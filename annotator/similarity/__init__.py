"""Perceptual hashes → candidates → links."""
