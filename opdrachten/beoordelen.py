"""From cells to judged units: values in, findings out. Reads and writes nothing itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from inburgering.geweigerd import Geweigerd
from medewerkers.models import Medewerker
from opdrachten.soorten import Bevinding, Eenheid, Importsoort, Kolom, Oordeel, Rij

# The gravest finding decides; of a unit that is partly known, the rest is an addition.
_ERNST = (
    Oordeel.FOUT,
    Oordeel.DUBBEL,
    Oordeel.AANVULLING,
    Oordeel.NIEUW,
    Oordeel.ONGEWIJZIGD,
)

Cellen = tuple[int, list[str]]


@dataclass(frozen=True)
class Geleerd:
    """A unit with, by number of row, what was found; the row's own findings first."""

    eenheid: Eenheid
    bevindingen: Mapping[int, tuple[Bevinding, ...]]

    @property
    def oordeel(self) -> Oordeel:
        return eenheid_oordeel([rij_oordeel(b) for b in self.bevindingen.values()])


def beoordeel(
    soort: Importsoort,
    rijen: Iterable[Cellen],
    *,
    koppeling: Mapping[str, int],
    breedte: int,
    op: date,
    door: Medewerker,
) -> list[Geleerd]:
    """Every row read and judged, in the order of the file by the first row of its unit."""
    gelezen, fouten = _lees(soort, rijen, koppeling, breedte)
    eenheden = groepeer(soort, gelezen)
    goed = [e for e in eenheden if not any(rij.nummer in fouten for rij in e.rijen)]
    gevonden = soort.beoordeel(goed, op, door) if goed else {}
    return [_geleerd(e, fouten, gevonden.get(e.sleutel)) for e in eenheden]


def _geleerd(
    eenheid: Eenheid, fouten: Mapping[int, list[Bevinding]], gevonden: Sequence[Bevinding] | None
) -> Geleerd:
    if gevonden is None and any(rij.nummer in fouten for rij in eenheid.rijen):
        per_rij = {rij.nummer: tuple(fouten.get(rij.nummer, ())) for rij in eenheid.rijen}
        return Geleerd(eenheid, {nummer: b or (_NIEUW,) for nummer, b in per_rij.items()})
    gevonden = gevonden or ()
    return Geleerd(
        eenheid,
        {
            rij.nummer: tuple(b for b in gevonden if b.rij in (None, rij.nummer)) or (_NIEUW,)
            for rij in eenheid.rijen
        },
    )


_NIEUW = Bevinding(oordeel=Oordeel.NIEUW)


def rij_oordeel(bevindingen: Iterable[Bevinding]) -> Oordeel:
    return min((b.oordeel for b in bevindingen), key=_ERNST.index)


def eenheid_oordeel(oordelen: Sequence[Oordeel]) -> Oordeel:
    ergste = min(oordelen, key=_ERNST.index)
    if ergste == Oordeel.NIEUW and Oordeel.ONGEWIJZIGD in oordelen:
        return Oordeel.AANVULLING
    return ergste


def met_personen(geleerd: Geleerd) -> Eenheid:
    """The unit with, at each row, the known person that was found for it."""
    rijen = (
        replace(rij, persoon_id=persoon_van(geleerd.bevindingen[rij.nummer]))
        for rij in geleerd.eenheid.rijen
    )
    return replace(geleerd.eenheid, rijen=tuple(rijen))


def persoon_van(bevindingen: Iterable[Bevinding]) -> int | None:
    return next((b.persoon_id for b in bevindingen if b.persoon_id is not None), None)


# --- Reading -----------------------------------------------------------------------------------
def _lees(
    soort: Importsoort, rijen: Iterable[Cellen], koppeling: Mapping[str, int], breedte: int
) -> tuple[list[Rij], dict[int, list[Bevinding]]]:
    gelezen: list[Rij] = []
    fouten: dict[int, list[Bevinding]] = {}
    for nummer, cellen in rijen:
        waarden, mis = _lees_rij(soort.kolommen, cellen, koppeling)
        if len(cellen) > breedte:
            mis.append(("", "Deze regel heeft meer cellen dan er kolommen zijn."))
        if mis:
            fouten[nummer] = [
                Bevinding(oordeel=Oordeel.FOUT, reden=reden, kolom=kolom, rij=nummer)
                for kolom, reden in mis
            ]
        gelezen.append(Rij(nummer, waarden))
    return gelezen, fouten


def _lees_rij(
    kolommen: Sequence[Kolom], cellen: Sequence[str], koppeling: Mapping[str, int]
) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    waarden: dict[str, Any] = {}
    mis: list[tuple[str, str]] = []
    for kolom in kolommen:
        tekst = cellen[koppeling[kolom.naam]].strip() if kolom.naam in koppeling else ""
        if not tekst:
            if kolom.verplicht:
                mis.append((kolom.naam, "Dit is niet ingevuld."))
            continue
        try:
            waarden[kolom.naam] = kolom.lees(tekst)
        except Geweigerd as fout:
            mis.append((kolom.naam, fout.reden))
    return waarden, mis


def groepeer(soort: Importsoort, rijen: Sequence[Rij]) -> list[Eenheid]:
    """Rows with the same value in the group column, wherever they stand; the others alone."""
    groepen: dict[object, list[Rij]] = defaultdict(list)
    for rij in rijen:
        waarde = rij.waarden.get(soort.groep) if soort.groep else None
        sleutel = ("rij", rij.nummer) if waarde is None else ("groep", _gelijk(waarde))
        groepen[sleutel].append(rij)
    return [Eenheid(str(groep[0].nummer), tuple(groep)) for groep in groepen.values()]


def _gelijk(waarde: object) -> object:
    return " ".join(waarde.split()).casefold() if isinstance(waarde, str) else waarde
