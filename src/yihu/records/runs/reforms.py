"""Reforms as files: read, applied to a pack's rulebook, and kept with the result that was computed under them."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from yihu.engines.rules.book import AnyRule, Rulebook
from yihu.engines.rules.reform import Reading, Reform, ReformError, apply, as_reform, read_reform, reading_named
from yihu.engines.rules.rule import Rule

KEPT = "reform.yaml"
KEPT_RULES = "reform_rules.py"


def load_reform(path: Path) -> Reform:
    """Read a reform file; raises :class:`ReformError`."""
    try:
        return read_reform(str(path), path.read_text("utf-8-sig"))
    except FileNotFoundError:
        raise ReformError(f"{path}: there is no such file") from None
    except UnicodeDecodeError:
        raise ReformError(f"{path}: not UTF-8 text; save it as UTF-8") from None
    except OSError as problem:
        raise ReformError(f"{path}: {problem.strerror}") from None


def find_reform(text: str, readings: Iterable[Reading]) -> Reform:
    """The reform of a file, or the reading of this name or number; raises :class:`ReformError`."""
    path = Path(text)
    if path.suffix in (".yaml", ".yml") or path.is_file():
        return load_reform(path)
    return as_reform(reading_named(readings, text))


def reformed(book: Rulebook, reform: Reform | None, month: date, readings: Iterable[Reading] = ()) -> Rulebook:
    """The rulebook under a reform (or as it is); raises :class:`ReformError` and what reading rules raises."""
    if reform is None:
        return book
    return apply(reform, book, month, _rules_of(reform), readings)


def kept(reform: Reform) -> dict[str, str]:
    """The files, by name, from which the same reform can be read again."""
    written: dict[str, Any] = {"zh": reform.zh, "en": reform.en}
    if reform.parameters:
        written["parameters"] = {str(name): _plain(value) for name, value in reform.parameters.items()}
    if reform.reading is not None:
        written["reading"] = reform.reading
    if reform.rules is None:
        return {KEPT: yaml.safe_dump(written, allow_unicode=True, sort_keys=False)}
    written["rules"] = KEPT_RULES
    return {
        KEPT: yaml.safe_dump(written, allow_unicode=True, sort_keys=False),
        KEPT_RULES: _rules_path(reform).read_text("utf-8"),
    }


def _plain(value: Any) -> Any:
    return {key: str(each) for key, each in value.items()} if isinstance(value, Mapping) else str(value)


def _rules_path(reform: Reform) -> Path:
    path = Path(reform.file).parent / str(reform.rules)
    if not path.is_file():
        raise ReformError(f"{reform.file}: rules: {path} does not exist")
    return path


def _rules_of(reform: Reform) -> list[AnyRule]:
    """Rules of the Python file that a reform names, looked for beside the reform."""
    if reform.rules is None:
        return []
    path = _rules_path(reform)
    spec = importlib.util.spec_from_file_location(f"yihu_reform_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ReformError(f"{reform.file}: rules: {path} is not a Python file; name one that ends in .py")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as problem:
        if type(problem).__module__.startswith("yihu"):
            raise
        raise ReformError(f"{reform.file}: rules: {path}: {type(problem).__name__}: {problem}") from problem
    found: list[AnyRule] = [
        each for each in vars(module).values() if isinstance(each, Rule) and _is_of(each, module.__name__)
    ]
    if not found:
        raise ReformError(
            f"{reform.file}: rules: {path} has no @rule function; write one with the name of the rule to replace"
        )
    return found


def _is_of(rule: AnyRule, module: str) -> bool:
    return rule.function is not None and rule.function.__module__ == module
