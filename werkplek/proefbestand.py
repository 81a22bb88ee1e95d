"""A file of made-up people for a kind of import: to measure what a long list costs."""

from __future__ import annotations

from datetime import date, timedelta

from opdrachten.soorten import Importsoort, Kolom
from opdrachten.uitvoer import schrijf_csv
from werkplek.demo.namen import ASIEL

_EERSTE_GEBOORTE = date(1950, 1, 3)
_PER_EENHEID = 3


def proefbestand(soort: Importsoort, regels: int) -> bytes:
    """CSV with the headings of the kind. What is not a name, a date of birth, a number or the group
    is the example that the column gives of itself.
    """
    koppen = [kolom.label for kolom in soort.kolommen]
    rijen = ([_cel(soort, kolom, n) for kolom in soort.kolommen] for n in range(regels))
    return b"".join(schrijf_csv(koppen, rijen))


def _cel(soort: Importsoort, kolom: Kolom, nummer: int) -> str:
    land = ASIEL[nummer % len(ASIEL)]
    if kolom.naam == soort.groep:
        return str(nummer // _PER_EENHEID + 1)
    if kolom.naam == "achternaam":
        return land.achternamen[nummer // 7 % len(land.achternamen)]
    if kolom.naam == "voornamen":
        return land.mannen[nummer // 3 % len(land.mannen)]
    if kolom.naam == "geboortedatum":
        return f"{_EERSTE_GEBOORTE + timedelta(days=nummer * 17 % 20_000):%d-%m-%Y}"
    if kolom.naam == "v_nummer":
        return f"{9_000_000_000 + nummer}"
    return kolom.voorbeeld
