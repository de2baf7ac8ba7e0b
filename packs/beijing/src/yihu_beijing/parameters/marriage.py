"""Parameters of marriage and adoption."""

from __future__ import annotations

from yihu.engines.rules.law import ParameterSet


class MarriageLaw(ParameterSet):
    """Marriage and adoption."""
