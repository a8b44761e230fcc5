"""Trains keyword spotters on Speech Commands, a GRU and GhostGRUs with the same recipe, and compares them."""
