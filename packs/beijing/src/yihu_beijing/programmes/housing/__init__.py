"""Housing (住房保障): public rental housing and rent subsidies."""
