"""Schakel 3, second half: the PIP, a plan and a formal decision in versions."""
