"""How far an intake is."""
