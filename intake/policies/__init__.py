"""Whether an act of schakel 3 before the plan may happen now, with the reason in Dutch."""
