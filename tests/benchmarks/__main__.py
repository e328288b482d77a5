"""`python -m tests.benchmarks [NAME …]`: prints the table; exit code 1 where a limit is not kept."""

import sys
import tempfile
from pathlib import Path

from tests.benchmarks import added, desk, grouping, importing, likeness, pictures, sampling, similar, window
from tests.benchmarks.report import HEAD, machine

_ALL = {
    "similar": similar,
    "likeness": likeness,
    "grouping": grouping,
    "added": added,
    "window": window,
    "desk": desk,
    "pictures": pictures,
    "sampling": sampling,
    "importing": importing,
}


def main() -> int:
    """Measure all, or what the arguments name."""
    chosen = sys.argv[1:] or list(_ALL)
    kept = True
    print(machine(), HEAD, sep="\n", flush=True)
    for name in chosen:
        with tempfile.TemporaryDirectory(prefix="evidence-bench-") as scratch:
            for line in _ALL[name].measure(Path(scratch)):
                kept &= line.kept
                print(line, flush=True)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
