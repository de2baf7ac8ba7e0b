"""The main job over synthetic cities: made, run, run for a year, held against DuckDB. Every measurement is a process."""
