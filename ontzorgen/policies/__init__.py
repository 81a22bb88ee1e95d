"""Whether an act may happen now."""
