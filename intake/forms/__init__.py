"""Clean input for the brede intake and the leerbaarheidstoets."""
