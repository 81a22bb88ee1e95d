"""The acts on a plan. `vaststellen` is the one the whole chain waits for."""
