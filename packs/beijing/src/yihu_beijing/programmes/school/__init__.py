"""Education (教育资助): aid from kindergarten to university."""
