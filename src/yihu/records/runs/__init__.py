"""Runs: the rules of a month over a snapshot, and what is found against what is being paid.

``kernel`` streams row groups through machine code, ``duckdb`` is the independent check, ``spark`` the same kernel on a
cluster. A result is a folder that appears whole or not at all.
"""
