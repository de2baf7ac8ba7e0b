"""Health (医疗保障): medical aid, resident medical insurance, major-illness insurance."""
