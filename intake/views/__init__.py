"""The tab Brede intake and the acts on it."""
