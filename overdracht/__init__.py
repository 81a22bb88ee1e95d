"""Schakel 2: handed over by COA, talked to, housed, registered."""
