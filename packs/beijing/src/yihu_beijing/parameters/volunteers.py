"""Parameters of volunteers and the time bank."""

from __future__ import annotations

from yihu.engines.rules.law import ParameterSet


class VolunteersLaw(ParameterSet):
    """Volunteers and the time bank."""

    # volunteers
    volunteers_agreement_months: int
    volunteers_record_days: int
    volunteers_star_1: int
    volunteers_star_2: int
    volunteers_star_3: int
    volunteers_star_4: int
    volunteers_star_5: int

    # time bank
    volunteers_time_bank: bool
    volunteers_account_age: int
    volunteers_coin_hours: int
    volunteers_redeem_age: int
    volunteers_home_hours: int
    volunteers_home_coins: int
