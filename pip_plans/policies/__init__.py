"""What the law and the house refuse of a plan."""
