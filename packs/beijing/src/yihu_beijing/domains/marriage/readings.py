"""Readings of the law of marriage that lost: the reasons stand in the decision of that number."""

from __future__ import annotations

from yihu.engines.rules import rule
from yihu.engines.rules.reform import Reading
from yihu_beijing.domains.marriage.facts import Couple
from yihu_beijing.domains.marriage.rules import both_free, nationwide
from yihu_beijing.law import Law


@rule(
    cites="国务院令第387号 第六条(三)、(五)",
    words="患有医学上认为不应当结婚的疾病的",
    zh="双方均无配偶，2025年修订前并且没有疾病障碍",
    en="neither has a spouse, and before the revision of 2025 no illness bars",
    note=("决定0189的另一读法", "the other reading of decision 0189"),
)
def both_free_and_healthy(couple: Couple, law: Law) -> bool:
    healthy = nationwide(couple, law) or not any(p.unfit_illness for p in couple.parties)
    return healthy and not any(p.has_spouse for p in couple.parties)


READINGS = (
    Reading(
        id="0189-illness-bars-until-the-revision",
        zh="2025年修订前，疾病仍为不予登记的情形",
        en="illness bars marriage until the revision of 2025",
        replaced={both_free: both_free_and_healthy},
    ),
    Reading(
        id="0190-no-cap-of-five-years",
        zh="隐瞒重大疾病不受五年限制",
        en="no cap of five years for a hidden illness",
        parameters={"marriage_annul_capped": {"value": "no", "from": "2021-01"}},
    ),
)
