"""A municipality of a hundred thousand people, for measuring; made inside a transaction that is
rolled back, so nothing of it stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import connection

from inburgering.enums import Gezinsrol, Regime, VerblijfSoort
from inburgering.models import Gezin, Gezinslid, Inburgeraar, Persoon, Verblijf
from medewerkers.models import Gemeente, Medewerker
from overdracht.models import (
    Huisvesting,
    HuisvestingStatus,
    Opgave,
    Overdracht,
    Overdrachtslid,
    OverdrachtStatus,
)
from wet.doelgroepen import Doelgroep
from wet.taakstelling import Tijdvak, Verblijfsgrond

PER_GEZIN = 4
_PARTIJ = 5000
_JAREN_DAGEN = 10 * 365
_TOT_WONING_DAGEN = 98
_OPEN_DEEL = 50  # one household in so many, the newest, is still on its way
_EERSTE_V_NUMMER = 3_000_000_000
_ROLLEN = (Gezinsrol.REFERENT, Gezinsrol.PARTNER, Gezinsrol.KIND, Gezinsrol.KIND)


def vul_groot(*, mensen: int, vandaag: date, door: Medewerker) -> None:
    """Households of four, housed over ten years up to today; the newest fiftieth is on its way.

    Written past the history, which no measured page reads. The main person has a dossier.
    """
    aantal = mensen // PER_GEZIN
    open_ = aantal // _OPEN_DEEL
    gezinnen = maak(Gezin(aangemaakt_op=vandaag) for _ in range(aantal))
    personen = maak(_persoon(nummer) for nummer in range(aantal * PER_GEZIN))
    groepen = [personen[n : n + PER_GEZIN] for n in range(0, len(personen), PER_GEZIN)]
    dagen = [vandaag - timedelta(days=n * _JAREN_DAGEN // aantal) for n in range(aantal)]
    overdrachten = maak(
        _overdracht(gezin, dag, door, loopt=nummer < open_)
        for nummer, (gezin, dag) in enumerate(zip(gezinnen, dagen, strict=True))
    )
    maak(_huisvesting(rij) for rij in overdrachten)
    _leden(overdrachten, groepen)
    code = Gemeente.objects.get().code
    maak(
        _verblijf(persoon, dag, code)
        for nummer, (groep, dag) in enumerate(zip(groepen, dagen, strict=True))
        if nummer >= open_
        for persoon in groep
    )
    maak(_dossier(n, groep[0], vandaag) for n, groep in enumerate(groepen))
    if not Opgave.objects.exists():
        maak(_opgave(tijdvak, aantal) for tijdvak in _halfjaren(vandaag))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def maak(rijen: Iterable[Any]) -> list[Any]:
    """Many rows of one kind, a few thousand at a time."""
    lijst = list(rijen)
    if lijst:
        type(lijst[0])._base_manager.bulk_create(lijst, batch_size=_PARTIJ)
    return lijst


def _persoon(nummer: int) -> Persoon:
    return Persoon(
        achternaam=f"Proef-{nummer}",
        geboortejaar=1990,
        v_nummer=str(_EERSTE_V_NUMMER + nummer),
        zoeksleutel=f"proef {nummer}",
        sorteernaam=f"proef {nummer}",
    )


def _overdracht(gezin: Gezin, dag: date, door: Medewerker, *, loopt: bool) -> Overdracht:
    koppeling = dag - timedelta(days=_TOT_WONING_DAGEN)
    return Overdracht(
        gezin=gezin,
        azc="Ter Apel",
        koppeling_op=koppeling,
        ontvangen_op=koppeling,
        verwerkt_op=koppeling,
        verwerkt_door=door,
        status=OverdrachtStatus.VERWERKT if loopt else OverdrachtStatus.AFGEROND,
        afgerond_op=None if loopt else dag,
    )


def _huisvesting(overdracht: Overdracht) -> Huisvesting:
    begin = overdracht.koppeling_op
    if overdracht.afgerond_op is None:
        return Huisvesting(overdracht=overdracht, gezocht_op=begin)
    dag = overdracht.afgerond_op
    return Huisvesting(
        overdracht=overdracht,
        gezocht_op=begin,
        status=HuisvestingStatus.VERHUISD,
        straat="Dorpsstraat",
        toegewezen_op=dag,
        beslist_op=dag,
        verhuisd_op=dag,
    )


def _leden(overdrachten: Sequence[Overdracht], groepen: Sequence[Sequence[Persoon]]) -> None:
    paren = list(zip(overdrachten, groepen, strict=True))
    maak(
        Overdrachtslid(
            overdracht=overdracht,
            persoon=persoon,
            grond=Verblijfsgrond.VERGUNNINGHOUDER.value,
        )
        for overdracht, groep in paren
        for persoon in groep
    )
    maak(
        Gezinslid(
            gezin_id=overdracht.gezin_id,
            persoon=persoon,
            rol=rol,
            start_op=overdracht.koppeling_op,
        )
        for overdracht, groep in paren
        for persoon, rol in zip(groep, _ROLLEN, strict=True)
    )


def _verblijf(persoon: Persoon, dag: date, code: str) -> Verblijf:
    return Verblijf(
        persoon=persoon,
        soort=VerblijfSoort.WONING,
        straat="Dorpsstraat",
        plaats="Leek",
        gemeentecode=code,
        start_op=dag,
        brp_op=dag,
    )


def _dossier(nummer: int, persoon: Persoon, vandaag: date) -> Inburgeraar:
    return Inburgeraar(
        persoon=persoon,
        dossiernummer=f"P{nummer:07}",
        regime=Regime.WI2021,
        doelgroep=Doelgroep.ASIEL.value,
        geopend_op=vandaag,
        wordt_gehuisvest=True,
    )


def _halfjaren(vandaag: date) -> Iterator[Tijdvak]:
    laatste = Tijdvak.van(vandaag)
    for jaar in range(laatste.jaar - 10, laatste.jaar + 1):
        for helft in (1, 2):
            tijdvak = Tijdvak(jaar=jaar, helft=helft)
            if tijdvak <= laatste:
                yield tijdvak


def _opgave(tijdvak: Tijdvak, aantal: int) -> Opgave:
    return Opgave(jaar=tijdvak.jaar, helft=tijdvak.helft, aantal=aantal // PER_GEZIN, bron="meting")
