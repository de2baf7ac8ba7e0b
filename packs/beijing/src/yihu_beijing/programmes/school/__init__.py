"""Education (教育资助): aid from kindergarten to university.

What the measures grant by competition or within a quota is not a programme: no rule can say who wins (decision 0171).
These are, of 京教财〔2020〕22号: 本专科生国家奖学金 (8000 a year), 国家励志奖学金 (5000), 研究生国家奖学金 (30000,
20000), 研究生学业奖学金 (set by each university), 中职国家奖学金 (6000), 中职政府奖学金 (2000, 5 % of the pupils),
宏志奖学金 (2000, about 1.5 %). Neither is what is decided case by case: temporary aid of kindergartens (2025号 五(四))
and schools (附件6 第十条), aid from a school's own fees (第二十条), and the bonus for student loans, which schools
receive (第八条).
"""
