"""From an uploaded file to headings and rows of text; or a refusal that says what to do."""

from opdrachten.bestanden.lezen import Gelezen, Herken, lees_bestand

__all__ = ["Gelezen", "Herken", "lees_bestand"]
