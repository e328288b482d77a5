"""What a worker can be asked to do about places. Nothing is imported before it runs, so that only workers load it."""

from annotator.places.sheets import MapInfo, Tile


def gather_shipped(folder: str) -> int:
    """Make the shipped gazetteer; see `annotator.places.gather`."""
    from annotator.places import gather as room

    return room.gather_shipped(folder)


def gather_file(path: str, folder: str, name: str) -> int:
    """Make a gazetteer from a user's file; see `annotator.places.gather`."""
    from annotator.places import gather as room

    return room.gather_file(path, folder, name)


def about(path: str) -> MapInfo:
    """What a map file says of itself; see `annotator.places.mapfiles`."""
    from annotator.places import mapfiles as room

    return room.about(path)


def tile(path: str, zoom: int, x: int, y: int) -> Tile:
    """One tile of a map file; see `annotator.places.mapfiles`."""
    from annotator.places import mapfiles as room

    return room.tile(path, zoom, x, y)
