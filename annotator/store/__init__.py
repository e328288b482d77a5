"""The only rooms that speak SQL: one SQLite file in the case folder."""
