"""Elders (老年人): care subsidies and allowances, services."""
