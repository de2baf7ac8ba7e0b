"""Parameters of aid for education."""

from __future__ import annotations

from yihu.engines.rules.law import ParameterSet
from yihu.engines.rules.types import Money, Number


class SchoolLaw(ParameterSet):
    """Aid for education."""

    # compulsory school (school.yaml)
    school_boarder_allowance: Money
    school_paid_months: int
    school_compulsory_aid: Money

    # senior high and vocational school
    school_high_grant: Money
    school_high_grant_raised: Money
    school_hongzhi_meals: Money
    school_vocational_first: Money
    school_vocational_second: Money
    school_vocational_fee_cap: Money
    school_vocational_fee_capped: bool

    # university
    school_college_first: Money
    school_college_second: Money
    school_master_grant: Money
    school_doctor_grant: Money
    school_refund_cap: Money
    school_refund_cap_postgraduate: Money
    school_mountain_start: int
    school_mountain_years: int
    school_mountain_share: Number
    school_mountain_share_last: Number
