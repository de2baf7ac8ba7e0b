"""Yihu: benefit law as code, explained for one family and run over a whole city."""
