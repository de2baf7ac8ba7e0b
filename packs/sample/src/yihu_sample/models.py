"""Typical families on which a reform is shown: the wage of the first member varies. Made up; other facts are as usual."""

from __future__ import annotations

from yihu.pack import Model

MODELS = (
    Model(
        "一人，有工资", "one person with a wage", {"savings": 0, "members": [{"birth": "1980-05-01", "sex": "female"}]}
    ),
    Model(
        "一人有工资，与82岁的母亲同住",
        "one wage, living with a mother of 82",
        {
            "savings": 0,
            "members": [
                {"birth": "1980-05-01", "sex": "male"},
                {"birth": "1942-03-01", "sex": "female", "pension": 300, "care": "some"},
            ],
        },
    ),
)
