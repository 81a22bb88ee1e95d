"""The refusals, under the name by which the rooms on the dossier know them."""

from medewerkers.geweigerd import Geweigerd, Gewijzigd, weigering

__all__ = ["Geweigerd", "Gewijzigd", "weigering"]
