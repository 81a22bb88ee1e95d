"""The nets run on one small demo, built once."""

from tests.demofixtures import demo, demo_bron, demoklok, gedeelde_map, kleinere_bron, op_demo

__all__ = ["demo", "demo_bron", "demoklok", "gedeelde_map", "kleinere_bron", "op_demo"]
