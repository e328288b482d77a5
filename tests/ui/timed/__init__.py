"""The window against the clock: these run alone, after all others."""
