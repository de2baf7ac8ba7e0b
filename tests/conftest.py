"""Policy tests of the packs are collected from their YAML files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from yihu.engines.rules.policy import PolicyCase, check, read_cases
from yihu.pack import find_pack


def pytest_collect_file(parent: pytest.Collector, file_path: Path) -> pytest.Collector | None:
    """``*.policy.yaml`` files under packs/ are policy tests."""
    if file_path.name.endswith(".policy.yaml"):
        return PolicyFile.from_parent(parent, path=file_path)
    return None


class PolicyFile(pytest.File):
    """One YAML file of policy tests; the pack is the one whose folder holds it."""

    def collect(self) -> Iterator[pytest.Item]:
        """One item a case."""
        pack = next(part for part, after in zip(self.path.parts, self.path.parts[1:], strict=False) if after == "src")
        for case in read_cases(str(self.path), self.path.read_text("utf-8")):
            yield PolicyItem.from_parent(self, name=f"{case.line}:{case.name}", case=case, pack=pack)


class PolicyItem(pytest.Item):
    """One policy test."""

    def __init__(self, *, case: PolicyCase, pack: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.case, self.pack = case, pack

    def runtest(self) -> None:
        """Fail with every difference."""
        verdict = check(self.case, find_pack(self.pack).rulebook)
        if not verdict.passed:
            raise AssertionError("; ".join(verdict.differences))

    def repr_failure(self, excinfo: Any, style: Any = None) -> str:
        """The differences, not a traceback."""
        return f"{self.case.file}:{self.case.line}: {self.case.name}: {excinfo.value}"

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the case stands."""
        return self.path, self.case.line, self.name
