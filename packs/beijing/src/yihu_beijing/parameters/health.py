"""Parameters of medical aid and insurance."""

from __future__ import annotations

from yihu.engines.rules.law import ParameterSet


class HealthLaw(ParameterSet):
    """Medical aid and insurance."""
