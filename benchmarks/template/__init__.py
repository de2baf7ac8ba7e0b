"""The rules of openfisca-country-template, 8 benefits x 12 months of 2016, run by several engines over the same city.

Run `python -m benchmarks.template --help`. Every engine is a process of its own that reads the same Parquet files,
so that wall time, CPU time and peak memory can be told apart. `law.py` says what is computed and in which unit.
"""
