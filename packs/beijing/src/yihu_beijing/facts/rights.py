"""What legal aid and rehabilitation ask of a person."""

from __future__ import annotations

from yihu.engines.rules import Choice, Entity, fact


class LegalMatter(Choice):
    """The matter somebody wants legal aid for, by the articles of the Legal Aid Law (法律援助法)."""

    NONE = "none", "没有", "none"
    LISTED = (
        "listed",
        "因经济困难可申请的事项（第二十四、二十九、三十一、三十三条）",
        "listed, with the test of hardship",
    )
    MIGRANT_PAY = (
        "migrant_pay",
        "进城务工人员请求支付劳动报酬或工伤事故人身损害赔偿",
        "pay, or injury at work, of a worker from the countryside",
    )
    NO_TEST = "no_test", "不受经济困难条件限制的事项（第三十二条）", "listed, without the test of hardship"


class PersonRights(Entity):
    """What legal aid and rehabilitation ask of a person."""

    rehabilitation_report: bool = fact(
        zh="有指定医疗机构的残疾诊断评估报告", en="report of disability by an appointed hospital", group="rights", usual=False,
        help=("没有残疾人证的儿童填写", "for a child without a certificate"),
    )  # fmt: skip
    legal_matter: LegalMatter = fact(
        zh="需要法律援助的事项", en="matter for legal aid", group="rights", usual=LegalMatter.NONE,
        ask=("是否有需要法律援助的事项？", "Is there a matter for which legal aid is needed?"),
        help=(
            "须经济困难：社会保险和救助、抚恤金、赡养抚养扶养费、劳动报酬、工伤和交通等事故赔偿、刑事案件等；不论经济状况：遭受虐待、遗弃或家庭暴力，"
            "见义勇为，再审改判无罪请求国家赔偿等",
            "with the test: social insurance and assistance, pensions of the bereaved, maintenance, pay, injury at work or by "
            "accident, criminal cases; without: abuse, desertion or violence at home, acts of courage, acquittal on retrial",
        ),
    )  # fmt: skip
    discredited: bool = fact(
        zh="被列入信用惩戒名单且未修复", en="on a list of the discredited, not cleared", group="rights", usual=False,
        help=("国家或北京市信用信息服务平台", "of the state's or the city's credit platform"),
    )  # fmt: skip
