"""Compute: pure libraries. No Django, no clock, no network, no global state.

``rules`` is the law as code; ``synth`` a synthetic city calibrated to published figures.
"""
