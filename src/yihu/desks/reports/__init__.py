"""HTML pages: one self-contained file each, Chinese first with complete English, strict CSP, readable without scripts.

``family_page`` answers one family, ``history_page`` follows it through the years, ``run_page`` shows a run over a city,
``reform_page`` a reform beside the law as it is.
Each is imported when it is asked for: the words for one family need no Parquet.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from yihu.desks.reports.family import family_page
    from yihu.desks.reports.history import history_page
    from yihu.desks.reports.reform import reform_page
    from yihu.desks.reports.run import run_page

_WHERE = {"family_page": "family", "history_page": "history", "reform_page": "reform", "run_page": "run"}


def __getattr__(name: str) -> Any:
    if name not in _WHERE:
        raise AttributeError(f"module {__name__} has no {name}")
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)


__all__ = ["family_page", "history_page", "reform_page", "run_page"]
