"""The programmes of Beijing, by field of law and in the order of the law."""

from yihu.engines.rules import Programme
from yihu.engines.rules.reform import Reading
from yihu_beijing.programmes.assistance import offered as assistance
from yihu_beijing.programmes.child import offered as child
from yihu_beijing.programmes.choices import GROUPS
from yihu_beijing.programmes.disability import offered as disability
from yihu_beijing.programmes.elder import offered as elder
from yihu_beijing.programmes.health import offered as health
from yihu_beijing.programmes.housing import offered as housing
from yihu_beijing.programmes.national import offered as national
from yihu_beijing.programmes.pension import offered as pension
from yihu_beijing.programmes.rights import offered as rights
from yihu_beijing.programmes.school import offered as school
from yihu_beijing.programmes.work import offered as work

FIELDS = (assistance, elder, disability, child, health, school, work, housing, pension, national, rights)

READINGS: tuple[Reading, ...] = tuple(reading for field in FIELDS for reading in getattr(field, "READINGS", ()))

PROGRAMMES: tuple[Programme, ...] = tuple(programme for field in FIELDS for programme in field.PROGRAMMES)

__all__ = ["GROUPS", "PROGRAMMES", "READINGS"]
