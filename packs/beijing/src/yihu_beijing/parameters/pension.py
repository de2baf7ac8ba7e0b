"""Parameters of the resident pension and family-planning aid."""

from __future__ import annotations

from yihu.engines.rules.law import ParameterSet


class PensionLaw(ParameterSet):
    """The resident pension and family-planning aid."""
