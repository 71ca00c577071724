"""How predictions are compared with gold: the rules of the two published scorers, in small typed modules."""
