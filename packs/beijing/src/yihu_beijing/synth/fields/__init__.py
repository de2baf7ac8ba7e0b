"""Facts that one field of law asks for, drawn for every family: one module a field, each with ``draw(draft)``."""

from yihu_beijing.synth.fields import elder, health, housing, national, pension, rights, school, work

FIELDS = (health, school, work, housing, elder, pension, rights, national)

__all__ = ["FIELDS"]
