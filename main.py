"""Starts Evidence Annotator: the command line, or the window where there is no command."""

import sys
from pathlib import Path


def main() -> int:
    """Run with the arguments of this process; returns the exit code."""
    from annotator import cli

    arguments = sys.argv[1:]
    if len(arguments) > 1 or (arguments and (arguments[0] in cli.COMMANDS or arguments[0].startswith("-"))):
        return cli.main(arguments)
    from ui import app

    return app.run(Path(arguments[0]) if arguments else None)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:  # before the command line could take care of it
        sys.exit("Stopped before anything was begun.")
