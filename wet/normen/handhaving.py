"""Amounts and percentages of fines: those of the municipality, and those of DUO to read."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from wet.normen.norm import Eenheid, Norm, rij
from wet.uitkomst import Zekerheid

_BIJLAGE = "R26 bijlage 6a"
_NIEUWE_TERMIJN = "R26 7.4"


def _euro(naam: str, bedrag: str, *bron: str) -> Norm:
    return rij(naam, Decimal(f"{bedrag}.00"), Eenheid.EURO, *bron)


_DUO_BEDRAGEN = (("1000", "800", "400"), ("800", "640", "320"), ("600", "450", "225"))
"""Rows and columns as in the annex: what was sat or done, against the hours followed."""

_DUO_NIEUWE_TERMIJN = {"weinig": 24, "enkele": 18, "half": 12, "veel": 6}


def _duo_leerroute() -> Iterator[Norm]:
    for nummer, bedragen in enumerate(_DUO_BEDRAGEN, start=1):
        for kolom, bedrag in enumerate(bedragen, start=1):
            yield _euro(f"duo_boete_leerroute_{nummer}_{kolom}", bedrag, "Wi 25", "Wi 26", _BIJLAGE)
    for onderdelen, procenten in enumerate((20, 40, 60, 80), start=1):
        yield rij(f"duo_matiging_{onderdelen}", procenten, Eenheid.PROCENT, _BIJLAGE)
    for trede, maanden in _DUO_NIEUWE_TERMIJN.items():
        yield rij(f"duo_nieuwe_termijn_{trede}", maanden, Eenheid.MAANDEN, _NIEUWE_TERMIJN)


NORMEN = (
    # Artikel 22: de brede intake.
    _euro("boete_intake", "250", "Wi 22.1", "Wi 26"),
    rij("oproepen_intake", 3, Eenheid.KEER, "Wi 14.2"),
    # Artikel 23: begeleiding, PVT en MAP, leerroute.
    _euro("boete_artikel23", "50", "Wi 23", "B26 7.1"),
    _euro("boete_artikel23_hoogste", "800", "Wi 26", "B26 7.1.3"),
    rij("verwijtbaar_opzet", 100, Eenheid.PROCENT, "B26 7.1.4"),
    rij("verwijtbaar_grove_schuld", 75, Eenheid.PROCENT, "B26 7.1.4"),
    rij("verwijtbaar_gewoon", 50, Eenheid.PROCENT, "B26 7.1.4"),
    rij("verwijtbaar_verminderd", 25, Eenheid.PROCENT, "B26 7.1.4"),
    rij("recidive_maanden", 12, Eenheid.MAANDEN, "B26 7.1.3"),
    rij(
        "recidive_verhoging",
        100,
        Eenheid.PROCENT,
        "B26 7.1.3",
        zekerheid=Zekerheid.AFGELEID,
        toelichting="Steeds met dit deel van het boetebedrag: verdubbelen is hier de lezing.",
    ),
    # Alle boetes van de gemeente samen.
    _euro("boetes_samen_hoogste", "2400", "B26 7.1.5"),
    _euro("boetes_samen_hoogste_6", "400", "B26 7.1.5"),
    _euro("boetes_samen_hoogste_12", "800", "B26 7.1.5"),
    _euro("boetes_samen_hoogste_18", "1200", "B26 7.1.5"),
    _euro("boetes_samen_hoogste_24", "1600", "B26 7.1.5"),
    # Boetes van DUO: alleen om te laten zien.
    _euro("duo_boete_pvt_map", "340", "Wi 24", "Wi 26"),
    *_duo_leerroute(),
    rij("duo_kolom_procent_1", 60, Eenheid.PROCENT, _BIJLAGE),
    rij("duo_kolom_procent_2", 90, Eenheid.PROCENT, _BIJLAGE),
    rij("duo_kolom_overig_1", 250, Eenheid.UREN, _BIJLAGE),
    rij("duo_kolom_overig_2", 400, Eenheid.UREN, _BIJLAGE),
    rij("duo_kolom_z_1", 300, Eenheid.UREN, _BIJLAGE),
    rij("duo_kolom_z_2", 600, Eenheid.UREN, _BIJLAGE),
    rij("duo_nieuwe_termijn_module", 6, Eenheid.MAANDEN, _NIEUWE_TERMIJN),
    rij("duo_nieuwe_termijn_modules", 12, Eenheid.MAANDEN, _NIEUWE_TERMIJN),
    *(
        rij(f"duo_uren_z_asiel_{nummer}", uren, Eenheid.UREN, _NIEUWE_TERMIJN)
        for nummer, uren in enumerate((400, 800, 1200), start=1)
    ),
    *(
        rij(f"duo_uren_z_overig_{nummer}", uren, Eenheid.UREN, _NIEUWE_TERMIJN)
        for nummer, uren in enumerate((200, 400, 600), start=1)
    ),
)
"""Rows of one name stand in order of time."""
