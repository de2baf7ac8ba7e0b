"""Measurements of Yihu beside its peers; nothing here is imported by the product."""
