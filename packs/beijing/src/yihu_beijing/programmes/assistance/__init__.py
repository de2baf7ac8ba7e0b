"""Social assistance (社会救助): 低保, 低收入, 特困, 临时救助."""
