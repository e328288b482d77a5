"""What the window says in other languages: one .ts for each, to be translated, and the .qm that is made of it."""
