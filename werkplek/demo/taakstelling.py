"""What the province asked of the demo's municipality, and COA's list with a few differences.

44, 89 and 36 are the numbers of the policy; the later half years are invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from inburgering.handelingen import handeling
from medewerkers.models import Medewerker
from overdracht.models import Opgave
from overdracht.queries.taakstelling_mensen import getelden
from overdracht.queries.taakstelling_tellen import v_nummers
from overdracht.services.taakstelling import (
    CoaRegel,
    OpgaveGegevens,
    beginstand_vastleggen,
    coa_telling_vastleggen,
    correctie_vastleggen,
    opgave_vastleggen,
)
from wet.taakstelling import Tijdvak

BELEID = "beleidskader 2022-2025"
VERZONNEN = "verzonnen voor de demo"
BEGINSTAND = date(2022, 6, 30)
_BELEID = ((2020, 0, 44), (2021, 0, 89), (2022, 1, 36))
_DAARNA = (14, 16, 10, 12, 14, 18, 26, 30, 36)
_ONBEKEND_NUMMER = "9000000001"


def bouw_taakstelling(*, peildatum: date, door: Medewerker, nu: datetime) -> None:
    """All of it or nothing; twice is once."""
    if Opgave.objects.exists():
        return
    with handeling(door=door, nu=nu):
        _vul(peildatum, door, nu)


def _vul(peildatum: date, door: Medewerker, nu: datetime) -> None:
    for gegevens in _opgaven(peildatum):
        opgave_vastleggen(gegevens=gegevens, door=door, nu=nu)
    beginstand_vastleggen(op=BEGINSTAND, aantal=160, bron=BELEID, door=door, nu=nu)
    correctie_vastleggen(
        op=date(2024, 3, 1),
        aantal=-1,
        reden="Dubbel doorgegeven in het TVS",
        door=door,
        nu=nu,
    )
    _coa(peildatum, door=door, nu=nu)


def _opgaven(peildatum: date) -> Iterator[OpgaveGegevens]:
    for jaar, helft, aantal in _BELEID:
        yield OpgaveGegevens(jaar=jaar, helft=helft, aantal=aantal, bron=BELEID)
    tijdvak = Tijdvak(jaar=2022, helft=2)
    for aantal in _DAARNA:
        if tijdvak.start_op <= peildatum:
            yield OpgaveGegevens(
                jaar=tijdvak.jaar, helft=tijdvak.helft, aantal=aantal, bron=VERZONNEN
            )
        tijdvak = Tijdvak.van(tijdvak.eind_op + timedelta(days=1))


def _coa(peildatum: date, *, door: Medewerker, nu: datetime) -> None:
    """The list of the last half year but for one person, with another day and somebody unknown."""
    tijdvak = Tijdvak.van(peildatum)
    vanaf, tot = tijdvak.start_op, peildatum - timedelta(days=3)
    geteld = [mens for mens in getelden(op=tot) if mens.dag >= vanaf][1:]
    nummers = v_nummers([mens.persoon_id for mens in geteld])
    regels = [
        CoaRegel(
            v_nummer=nummers[mens.persoon_id],
            gehuisvest_op=min(mens.dag + timedelta(days=2), tot) if plek == 0 else mens.dag,
        )
        for plek, mens in enumerate(geteld)
        if nummers[mens.persoon_id]
    ]
    onbekend = CoaRegel(v_nummer=_ONBEKEND_NUMMER, gehuisvest_op=vanaf)
    coa_telling_vastleggen(op=tot, vanaf_op=vanaf, regels=[*regels, onbekend], door=door, nu=nu)
