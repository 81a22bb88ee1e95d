"""Decisions and texts as pages show them."""
