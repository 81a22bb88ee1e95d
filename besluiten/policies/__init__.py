"""Whether an act on a decision may happen now, with the reason in Dutch."""
