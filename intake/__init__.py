"""Schakel 3, first half: the brede intake with the leerbaarheidstoets."""
