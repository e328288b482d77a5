"""A small case and a bundle of it, to look at or to change."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.store.connection import Store
from tests.unit.bundle.make import make_case, write_bundle


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with make_case(tmp_path / "case") as store:
        yield store


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle, and beside it the same one zipped; not to be changed."""
    folder = tmp_path_factory.mktemp("exported")
    with make_case(folder / "case") as store:
        write_bundle(store, folder / "bundle")
        write_bundle(store, folder / "zipped", zipped=True)
    return folder / "bundle"


@pytest.fixture
def bundle(exported: Path, tmp_path: Path) -> Path:
    """A copy of the bundle, to be changed."""
    return Path(shutil.copytree(exported, tmp_path / "bundle"))
