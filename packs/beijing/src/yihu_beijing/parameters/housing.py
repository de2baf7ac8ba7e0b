"""Parameters of housing aid."""

from __future__ import annotations

from yihu.engines.rules.law import ParameterSet


class HousingLaw(ParameterSet):
    """Housing aid."""
