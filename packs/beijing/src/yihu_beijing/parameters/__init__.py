"""Names and types of the parameters of the law, by field; the values stand in ``law/*.yaml``."""
