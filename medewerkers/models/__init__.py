from medewerkers.models.gemeente import Gemeente, Partnerorganisatie
from medewerkers.models.medewerker import Medewerker
from medewerkers.models.rij import BewaakteQuerySet, Rij, maak_aan, verwijder, werk_bij

__all__ = [
    "BewaakteQuerySet",
    "Gemeente",
    "Medewerker",
    "Partnerorganisatie",
    "Rij",
    "maak_aan",
    "verwijder",
    "werk_bij",
]
