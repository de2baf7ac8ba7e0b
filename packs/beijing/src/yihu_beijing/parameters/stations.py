"""Parameters of elder-care stations and homes."""

from __future__ import annotations

from yihu.engines.rules.law import ParameterSet


class StationsLaw(ParameterSet):
    """Elder-care stations and homes."""
