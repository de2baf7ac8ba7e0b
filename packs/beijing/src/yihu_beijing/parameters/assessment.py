"""Parameters of the assessment of elders' ability (GB/T 42195)."""

from __future__ import annotations

from yihu.engines.rules.law import ParameterSet


class AssessmentLaw(ParameterSet):
    """The assessment of elders' ability (GB/T 42195)."""

    assessment_intact: int  # lowest total
    assessment_mild: int  # lowest total
    assessment_moderate: int  # lowest total
    assessment_severe: int  # lowest total
    assessment_risk_events: int
    assessment_valid_months: int  # unit: month
