"""Parameters of national rules."""

from __future__ import annotations

from yihu.engines.rules.law import ParameterSet


class NationalLaw(ParameterSet):
    """National rules."""
