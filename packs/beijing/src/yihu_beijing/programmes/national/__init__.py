"""National rules where the text of Beijing is silent."""
