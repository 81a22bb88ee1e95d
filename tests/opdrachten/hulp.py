"""A file from upload to result, as the worker would take it there."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime, timedelta

from openpyxl import Workbook

from medewerkers.models import Medewerker
from opdrachten.models import Opdracht
from opdrachten.queries.regels import te_doen
from opdrachten.services.bevestigen import bevestigen
from opdrachten.services.invoeren import afronden, eenheid_invoeren
from opdrachten.services.ongedaan import terugdraaien, terugdraaien_aanvragen
from opdrachten.services.ontvangen import lezen, ontvangen
from tests.factories import NU
from tests.proefsoort import PROEF

KOP = ("Gezin", "Achternaam", "Voornamen", "Geboortedatum", "V-nummer", "Telefoon")
GEZIN = (
    KOP,
    ("1", "Tesfay", "Selam", "14-02-1990", "1000000001", ""),
    ("1", "Haile", "Robel", "3-5-1988", "1000000002", ""),
    ("", "Haddad", "Omar", "00-00-1975", "", "0594123456"),
)


def als_csv(rijen: Sequence[Sequence[str]], scheiding: str = ";") -> str:
    return "\r\n".join(
        scheiding.join(f'"{cel}"' if scheiding in cel or "\n" in cel else cel for cel in rij)
        for rij in rijen
    )


def als_xlsx(rijen: Sequence[Sequence[object]], *, blad: str = "Lijst", voor: str = "") -> bytes:
    werkmap = Workbook()
    vel = werkmap.active
    vel.title = blad
    if voor:
        werkmap.create_sheet(voor, 0).append(["Toelichting bij deze lijst"])
    for rij in rijen:
        vel.append(list(rij))
    uit = io.BytesIO()
    werkmap.save(uit)
    return uit.getvalue()


def geplaatst(
    door: Medewerker, rijen: Sequence[Sequence[str]] = GEZIN, *, nu: datetime = NU
) -> Opdracht:
    opdracht = ontvangen(
        soort=PROEF, bestandsnaam="lijst.csv", inhoud=als_csv(rijen).encode(), door=door, nu=nu
    )
    lezen(opdracht_id=opdracht.pk, nu=nu)
    opdracht.refresh_from_db()
    return opdracht


def invoeren(opdracht: Opdracht, *, nu: datetime = NU + timedelta(minutes=5)) -> None:
    """What the task does, each unit a second later."""
    for plek, eenheid in enumerate(te_doen(opdracht.pk)):
        moment = nu + timedelta(seconds=plek)
        eenheid_invoeren(opdracht_id=opdracht.pk, eenheid=eenheid, nu=moment)
    afronden(opdracht_id=opdracht.pk, nu=nu + timedelta(minutes=1))
    opdracht.refresh_from_db()


def ingevoerd(
    door: Medewerker, rijen: Sequence[Sequence[str]] = GEZIN, *, nu: datetime = NU
) -> Opdracht:
    opdracht = geplaatst(door, rijen, nu=nu)
    bevestigen(opdracht_id=opdracht.pk, versie=opdracht.versie, door=door, nu=nu)
    invoeren(opdracht, nu=nu + timedelta(minutes=5))
    return opdracht


def teruggedraaid(
    opdracht: Opdracht, door: Medewerker, *, nu: datetime = NU + timedelta(days=1)
) -> None:
    terugdraaien_aanvragen(opdracht_id=opdracht.pk, door=door, nu=nu, reden="Verkeerde lijst")
    terugdraaien(opdracht_id=opdracht.pk, nu=nu)
    opdracht.refresh_from_db()
