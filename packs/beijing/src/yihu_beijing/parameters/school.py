"""Parameters of aid for education."""

from __future__ import annotations

from yihu.engines.rules.law import ParameterSet


class SchoolLaw(ParameterSet):
    """Aid for education."""
