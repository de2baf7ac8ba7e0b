"""Disabled persons (残疾人): living and nursing subsidies, rehabilitation."""
