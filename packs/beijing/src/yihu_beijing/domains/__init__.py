"""Law about something other than a family: each domain has entities, rules and policy tests of its own."""

from yihu.pack import Pack
from yihu_beijing.domains.adoption import pack as adoption
from yihu_beijing.domains.assessment import pack as assessment
from yihu_beijing.domains.care_home import pack as care_home
from yihu_beijing.domains.marriage import pack as marriage
from yihu_beijing.domains.organisation import pack as organisation
from yihu_beijing.domains.station import pack as station
from yihu_beijing.domains.tekun import pack as tekun
from yihu_beijing.domains.volunteer import pack as volunteer

DOMAINS: tuple[Pack, ...] = (
    assessment,
    station,
    care_home,
    marriage,
    adoption,
    organisation,
    volunteer,
    tekun,
)

__all__ = ["DOMAINS"]
