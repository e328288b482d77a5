"""What a worker can be asked to do about places. Nothing is imported before it runs, so that only workers load it."""


def gather_shipped(folder: str) -> int:
    """Make the shipped gazetteer; see `annotator.places.gather`."""
    from annotator.places import gather as room

    return room.gather_shipped(folder)


def gather_file(path: str, folder: str, name: str) -> int:
    """Make a gazetteer from a user's file; see `annotator.places.gather`."""
    from annotator.places import gather as room

    return room.gather_file(path, folder, name)
