"""What every test may use: a new case, and settings of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.case import Case


@pytest.fixture(autouse=True)
def own_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the settings of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """A new, writable, empty case."""
    with Case.create(tmp_path / "case", title="Hass 2016", actor="Rana") as made:
        yield made
