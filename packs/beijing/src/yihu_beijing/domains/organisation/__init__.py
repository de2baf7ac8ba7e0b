"""社会组织: the domain ``beijing:organisation``: registration, evaluation, public fundraising and spending."""

from __future__ import annotations

from importlib.resources import files

from yihu.pack import Pack
from yihu_beijing.domains.organisation.activities import PLAN, activity_overdue
from yihu_beijing.domains.organisation.evaluation import EVALUATION, PREFERENCE, SIMPLE_CHECK, TAX_RELIEF
from yihu_beijing.domains.organisation.facts import Organisation
from yihu_beijing.domains.organisation.fundraising import FUNDRAISING, qualification_overdue
from yihu_beijing.domains.organisation.readings import READINGS
from yihu_beijing.domains.organisation.registration import (
    REGISTRATION,
    cancel_overdue,
    change_overdue,
    decision_overdue,
)
from yihu_beijing.domains.organisation.spending import spends_lawfully
from yihu_beijing.law import law_book
from yihu_beijing.places import places

pack = Pack(
    id="beijing:organisation",
    zh="北京市社会组织",
    en="Beijing: social organisations",
    root=Organisation,
    law=law_book,
    programmes=(REGISTRATION, EVALUATION, PREFERENCE, TAX_RELIEF, SIMPLE_CHECK, FUNDRAISING, PLAN),
    groups=(),
    places=places,
    tests=(files("yihu_beijing") / "domains" / "organisation",),
    answers=(
        spends_lawfully,
        decision_overdue,
        change_overdue,
        cancel_overdue,
        qualification_overdue,
        activity_overdue,
    ),
    readings=READINGS,
)
