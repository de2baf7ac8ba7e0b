"""Synthetic cities that the tests of runs share, made once a session."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.records.runs.hand import JULY, beijing
from yihu.records.snapshots.city import synthesise


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some 20,000 people in one row group."""
    return synthesise(beijing(), 20_000, 7, tmp_path_factory.mktemp("town") / "town", on=JULY).path


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some 250,000 people, more than 100,000 families in two row groups."""
    return synthesise(beijing(), 250_000, 11, tmp_path_factory.mktemp("city") / "city", on=JULY).path
