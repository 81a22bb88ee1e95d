"""Acts on the brede intake and the leerbaarheidstoets."""
