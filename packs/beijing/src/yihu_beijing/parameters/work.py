"""Parameters of employment."""

from __future__ import annotations

from yihu.engines.rules.law import ParameterSet


class WorkLaw(ParameterSet):
    """Employment."""
