"""Work (就业): unemployment, flexible employment, self-employed disabled persons."""
