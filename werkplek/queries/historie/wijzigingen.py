"""Every change to a dossier, newest first: what it was, what it became, who, when and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Model

from inburgering.models import Inburgeraar
from medewerkers.models import Medewerker
from werkplek.queries.historie.delen import Deel, bronnen_voor, delen_voor
from werkplek.queries.historie.lezen import Regel, nieuwste
from werkplek.queries.historie.velden import (
    LEEG,
    VERBORGEN,
    Namen,
    getoonde_velden,
    is_verborgen,
    leesbaar,
    naam_van,
    namen_van,
    verwezen,
)

PER_PAGINA = 50
WAT = {"+": "toegevoegd", "~": "gewijzigd", "-": "verwijderd"}


@dataclass(frozen=True)
class Veldwijziging:
    naam: str
    was: str
    nu: str


@dataclass(frozen=True, kw_only=True)
class Wijziging:
    at: datetime
    door: str
    reden: str
    soort: str
    wat: str
    velden: list[Veldwijziging]


@dataclass(frozen=True, kw_only=True)
class Historieblad:
    """`volgende` is the cursor of the next page, empty at the end."""

    regels: list[Wijziging]
    volgende: str
    delen: list[Deel]
    deel: str


def wijzigingen(
    dossier: Inburgeraar, *, voor: Medewerker, deel: str = "", cursor: str = ""
) -> Historieblad:
    bronnen = bronnen_voor(voor, deel)
    gelezen = nieuwste(bronnen, dossier, cursor=cursor, hoogstens=PER_PAGINA + 1) if bronnen else []
    blad = gelezen[:PER_PAGINA]
    namen = _namen(blad)
    return Historieblad(
        regels=[_wijziging(regel, namen) for regel in blad],
        volgende=blad[-1].cursor if len(gelezen) > PER_PAGINA else "",
        delen=delen_voor(voor),
        deel=deel,
    )


def model_van(regel: Regel) -> type[Model]:
    return apps.get_model(regel.soort)


def _namen(regels: list[Regel]) -> Namen:
    gevraagd: set[tuple[type[Model], int]] = {
        (Medewerker, regel.door_id) for regel in regels if regel.door_id is not None
    }
    for regel in regels:
        for waarden in (regel.nu, regel.was or {}):
            gevraagd |= set(verwezen(model_van(regel), waarden))
    return namen_van(gevraagd)


def _wijziging(regel: Regel, namen: Namen) -> Wijziging:
    model = model_van(regel)
    soort = str(model._meta.verbose_name)
    return Wijziging(
        at=regel.at,
        door=namen.get((Medewerker, regel.door_id or 0), "Het systeem"),
        reden=regel.reden,
        soort=soort[:1].upper() + soort[1:],
        wat=WAT[regel.wat],
        velden=_velden(model, regel, namen),
    )


def _velden(model: type[Model], regel: Regel, namen: Namen) -> list[Veldwijziging]:
    was, nu = regel.was or {}, regel.nu
    if regel.wat == "+":
        was = {}
    elif regel.wat == "-":
        was, nu = nu, {}
    return [
        Veldwijziging(naam_van(veld), *paar)
        for veld in getoonde_velden(model)
        if was.get(veld.attname) != nu.get(veld.attname)
        for paar in [_paar(model, veld, was, nu, namen)]
        if paar != (LEEG, LEEG)
    ]


def _paar(
    model: type[Model], veld: Any, was: dict[str, Any], nu: dict[str, Any], namen: Namen
) -> tuple[str, str]:
    """What is kept secret only says that it changed."""
    if is_verborgen(model, veld):
        return VERBORGEN, VERBORGEN
    return leesbaar(model, veld, was, namen), leesbaar(model, veld, nu, namen)
