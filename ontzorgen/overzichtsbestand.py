"""The overview of a year as a workbook: the months, and the households of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ontzorgen.queries.overzicht import Huishoudregel, Overzicht
from opdrachten.uitvoer import Blad, Waarde, schrijf_werkmap
from wet.geld import NIETS


def overzicht_xlsx(
    overzicht: Overzicht, huishoudens: Mapping[date, Sequence[Huishoudregel]]
) -> bytes:
    soorten = [soort.label for soort in overzicht.soorten]
    maanden = ("Maand", *soorten, "Betaald", "Onderweg", "Huishoudens", "Tekort", "Mislukt")
    per_huishouden = (
        "Maand",
        "Dossiernummer",
        "Naam",
        *soorten,
        "Betaald",
        "Onderweg",
        "Tekort",
        "Mislukt",
    )
    return schrijf_werkmap(
        [
            Blad("Per maand", maanden, _maanden(overzicht)),
            Blad("Per huishouden", per_huishouden, _huishoudens(overzicht, huishoudens)),
        ]
    ).getvalue()


def _maanden(overzicht: Overzicht) -> Iterator[Sequence[Waarde]]:
    for regel in reversed(overzicht.maanden):
        yield (
            f"{regel.maand:%m-%Y}",
            *(bedrag for _soort, bedrag in regel.per_soort),
            regel.betaald,
            regel.onderweg,
            regel.huishoudens,
            regel.tekort,
            regel.mislukt,
        )


def _huishoudens(
    overzicht: Overzicht, huishoudens: Mapping[date, Iterable[Huishoudregel]]
) -> Iterator[Sequence[Waarde]]:
    for maand in sorted(huishoudens):
        for regel in huishoudens[maand]:
            yield (
                f"{maand:%m-%Y}",
                regel.nummer,
                regel.naam,
                *(regel.soorten.get(soort, NIETS) for soort in overzicht.soorten),
                regel.betaald,
                regel.onderweg,
                regel.tekort,
                regel.mislukt,
            )
