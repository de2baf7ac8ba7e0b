"""Parameters of the assessment of elders' ability (GB/T 42195)."""

from __future__ import annotations

from yihu.engines.rules.law import ParameterSet


class AssessmentLaw(ParameterSet):
    """The assessment of elders' ability (GB/T 42195)."""
