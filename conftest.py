"""Policy tests: every ``*.policy.yaml`` under ``packs/`` is collected, one test a case."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from yihu.engines.rules.policy import PolicyCase, check, read_cases
from yihu.pack import find_pack


def pytest_collect_file(parent: pytest.Collector, file_path: Path) -> pytest.Collector | None:
    """``packs/<pack>/…/*.policy.yaml`` files are policy tests."""
    if file_path.name.endswith(".policy.yaml"):
        file: pytest.Collector = PolicyFile.from_parent(parent, path=file_path)
        return file
    return None


class PolicyFile(pytest.File):
    """One YAML file of policy tests; the pack is the one whose folder holds it."""

    def collect(self) -> Iterator[pytest.Item]:
        """One item a case."""
        inside = self.path.relative_to(self.config.rootpath)
        for case in read_cases(str(inside), self.path.read_text("utf-8")):
            yield PolicyItem.from_parent(self, name=f"{case.line}:{case.name}", case=case, pack=_pack(inside))


def _pack(inside: Path) -> str:
    """The pack, or its domain (``packs/<pack>/src/…/domains/<domain>/…``), whose families or other cases a file holds."""
    parts = inside.parts
    return f"{parts[1]}:{parts[parts.index('domains') + 1]}" if "domains" in parts else parts[1]


class PolicyItem(pytest.Item):
    """One policy test."""

    def __init__(self, *, case: PolicyCase, pack: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.case, self.pack = case, pack

    def runtest(self) -> None:
        """Fail with every difference."""
        pack = find_pack(self.pack)
        verdict = check(self.case, pack.rulebook, pack.readings)
        if not verdict.passed:
            raise AssertionError("; ".join(verdict.differences))

    def repr_failure(self, excinfo: Any, style: Any = None) -> str:
        """The differences, not a traceback."""
        return f"{self.case.file}:{self.case.line}: {self.case.name}: {excinfo.value}"

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the case stands."""
        return self.path, self.case.line, self.name
