"""People of the count, each with the few facts that the count asks for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from inburgering.enums import VerblijfSoort
from inburgering.models import Gezin, Persoon, Verblijf
from medewerkers.models import Medewerker
from medewerkers.models.rij import maak_aan
from medewerkers.sporen import spoor
from overdracht.models import Overdracht, Overdrachtslid, RedenAfgevallen
from overdracht.services.taakstelling import (
    OpgaveGegevens,
    beginstand_vastleggen,
    correctie_vastleggen,
    opgave_vastleggen,
)
from tests.factories import GEMEENTECODE, NU, geldig_v_nummer
from wet.taakstelling import Verblijfsgrond

BRON = "brief van de provincie"


def overgedragen(
    *,
    persoon: Persoon | None = None,
    koppeling_op: date,
    grond: Verblijfsgrond = Verblijfsgrond.VERGUNNINGHOUDER,
    eind_op: date | None = None,
    eind_reden: str = RedenAfgevallen.VERTROKKEN,
) -> Persoon:
    """Somebody in a handover, not housed yet."""
    with _spoor():
        if persoon is None:
            persoon = Persoon(achternaam="Tesfay", geboortejaar=1990, v_nummer=geldig_v_nummer())
            persoon.save()
        gezin = Gezin(aangemaakt_op=koppeling_op)
        gezin.save()
        overdracht = Overdracht(
            gezin=gezin, azc="Ter Apel", koppeling_op=koppeling_op, ontvangen_op=koppeling_op
        )
        overdracht.save()
        Overdrachtslid(
            overdracht=overdracht,
            persoon=persoon,
            grond=grond.value,
            eind_op=eind_op,
            eind_reden=eind_reden if eind_op else "",
        ).save()
    return persoon


def ingeschreven(persoon: Persoon, dag: date, *, code: str = GEMEENTECODE) -> None:
    with _spoor():
        eerder = Verblijf.objects.filter(persoon=persoon, eind_op=None).first()
        if eerder is not None:
            eerder.eind_op = dag - timedelta(days=1)
            eerder.save()
        Verblijf(
            persoon=persoon,
            soort=VerblijfSoort.WONING,
            plaats="Leek",
            gemeentecode=code,
            start_op=dag,
            brp_op=dag,
        ).save()


def gehuisvest(dag: date, **velden: Any) -> Persoon:
    """Somebody handed over a hundred days before, and registered here on this day."""
    velden.setdefault("koppeling_op", dag - timedelta(days=100))
    persoon = overgedragen(**velden)
    ingeschreven(persoon, dag)
    return persoon


def gehuisvesten(dagen: Sequence[date]) -> list[Persoon]:
    """Many at once, by the same facts."""
    with _spoor():
        personen = maak_aan(
            [
                Persoon(achternaam="Tesfay", geboortejaar=1990, zoeksleutel="", sorteernaam="")
                for _ in dagen
            ]
        )
        (gezin,) = maak_aan([Gezin(aangemaakt_op=date(2020, 1, 1))])
        begin = min(dagen, default=date(2020, 1, 1))
        (overdracht,) = maak_aan(
            [Overdracht(gezin=gezin, azc="Ter Apel", koppeling_op=begin, ontvangen_op=begin)]
        )
        maak_aan(
            [
                Overdrachtslid(
                    overdracht=overdracht,
                    persoon=persoon,
                    grond=Verblijfsgrond.VERGUNNINGHOUDER.value,
                )
                for persoon in personen
            ]
        )
        maak_aan(
            [
                Verblijf(
                    persoon=persoon,
                    soort=VerblijfSoort.WONING,
                    plaats="Leek",
                    gemeentecode=GEMEENTECODE,
                    start_op=dag,
                    brp_op=dag,
                )
                for persoon, dag in zip(personen, dagen, strict=True)
            ]
        )
    return personen


def opgave(door: Medewerker, jaar: int, helft: int, aantal: int, **velden: Any) -> Any:
    gegevens = OpgaveGegevens(jaar=jaar, helft=helft, aantal=aantal, bron=BRON, **velden)
    return opgave_vastleggen(gegevens=gegevens, door=door, nu=NU)


def beginstand(door: Medewerker, op: date, aantal: int) -> Any:
    return beginstand_vastleggen(op=op, aantal=aantal, bron="jaarverslag", door=door, nu=NU)


def correctie(door: Medewerker, op: date, aantal: int, persoon: Persoon | None = None) -> Any:
    return correctie_vastleggen(
        op=op,
        aantal=aantal,
        reden="Besluit van de provincie",
        v_nummer=(persoon.v_nummer or "") if persoon else "",
        door=door,
        nu=NU,
    )


def _spoor() -> Any:
    return spoor(door=Medewerker.objects.systeem(), nu=NU)
