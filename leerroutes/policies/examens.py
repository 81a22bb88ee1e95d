"""What may be recorded of an exam. DUO gives the results; this says what cannot be true."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Protocol

from inburgering.enums import Onderdeel
from inburgering.geweigerd import Geweigerd
from inburgering.policies import check_niet_later
from leerroutes.enums import ExamenUitslag, RedenGeenUitslag
from leerroutes.models import Examenresultaat
from wet.datums import zonder_weekdag
from wet.leerroutes import Leerroute, Niveau, niveau_toegestaan

_RANG = {niveau.value: rang for rang, niveau in enumerate(Niveau)}
_VOORUIT = timedelta(days=366)  # DUO plans no further ahead: a day past this is a slip of the pen


class Uitslag(Protocol):
    """`uitslag` is empty while the result is awaited."""

    @property
    def uitslag(self) -> ExamenUitslag | None: ...
    @property
    def uitslag_op(self) -> date | None: ...
    @property
    def reden_geen(self) -> RedenGeenUitslag | None: ...


def check_niveau(onderdeel: Onderdeel, niveau: str, *, leerroute: Leerroute | None) -> None:
    """KNM has no level. `leerroute` is that of the day of the exam; None: no route then."""
    if onderdeel == Onderdeel.KNM:
        if niveau:
            raise Geweigerd("Het examen KNM heeft geen niveau.", veld="niveau")
        return
    if not niveau:
        raise Geweigerd("Kies het niveau van het examen.", veld="niveau")
    if leerroute is not Leerroute.O:
        return  # an exam above or below what the route asks may be sat; it counts or it does not
    oordeel = niveau_toegestaan(leerroute, Niveau(niveau), eerste_pip=False)
    if niveau == Niveau.A2 and not oordeel.bekend:
        raise Geweigerd(oordeel.conclusie, veld="niveau")


def check_niet_lager(niveau: str, *, gevraagd: str, lager: bool) -> None:
    """`gevraagd` is the level of the plan; empty: none. `lager`: yes, also when it does not count.

    Below the plan may be sat, but counts only once the plan brings that part down (B26 5.5).
    """
    if niveau and gevraagd and not lager and _RANG[niveau] < _RANG[gevraagd]:
        raise Geweigerd(
            f"Het plan vraagt {gevraagd}. Een examen op {niveau} telt pas als dit onderdeel is "
            "afgeschaald, met ‘Afschalen’ op het tabblad PIP. Wilt u het toch vastleggen, vink dat "
            "dan aan.",
            veld="lager",
        )


def check_dag(
    examen_op: date,
    *,
    vandaag: date,
    start_termijn: date | None,
    toch: bool,
    andere: Collection[date],
) -> None:
    """`andere`: the days on which this part was sat already. `start_termijn`: None, no term yet.

    An exam from before the term may count by an exemption of DUO, so it is recorded on request.
    """
    if examen_op > vandaag + _VOORUIT:
        raise Geweigerd("Deze datum ligt meer dan een jaar vooruit.", veld="examen_op")
    if examen_op in andere:
        raise Geweigerd(
            "Op deze dag staat al een examen voor dit onderdeel: wijzig dat.", veld="examen_op"
        )
    if start_termijn is not None and examen_op >= start_termijn:
        return
    if not toch:
        wanneer = (
            f"voor de start van de inburgeringstermijn ({zonder_weekdag(start_termijn)})"
            if start_termijn
            else "voor de inburgeringstermijn: die loopt nog niet"
        )
        raise Geweigerd(
            f"Dit examen ligt {wanneer}. Het telt alleen als DUO er een vrijstelling voor geeft. "
            "Wilt u het toch vastleggen, vink dat dan aan.",
            veld="toch",
        )


def check_uitslag(gegevens: Uitslag, *, examen_op: date, vandaag: date) -> None:
    """A result comes on a day, after the exam; without a result there is a reason."""
    if gegevens.uitslag is None:
        _check_leeg(gegevens)
        return
    if gegevens.uitslag_op is None:
        raise Geweigerd("Vul in wanneer de uitslag kwam.", veld="uitslag_op")
    check_niet_later(
        gegevens.uitslag_op, vandaag=vandaag, veld="uitslag_op", wat="De datum van de uitslag"
    )
    if gegevens.uitslag_op < examen_op:
        raise Geweigerd(
            f"De uitslag ligt voor het examen ({zonder_weekdag(examen_op)}).", veld="uitslag_op"
        )
    if (gegevens.uitslag == ExamenUitslag.GEEN) != (gegevens.reden_geen is not None):
        raise Geweigerd(
            "Kies waarom er geen uitslag is."
            if gegevens.reden_geen is None
            else "Een reden hoort alleen bij ‘Geen uitslag’.",
            veld="reden_geen",
        )


def check_bewijs_blijft(examen: Examenresultaat, *, afgerond: bool) -> None:
    """`afgerond`: schakel 4 closed, on what was passed. Other attempts may still be put right."""
    if afgerond and examen.uitslag == ExamenUitslag.GESLAAGD:
        raise Geweigerd("Schakel 4 is afgerond: heropen eerst schakel 4.")


def _check_leeg(gegevens: Uitslag) -> None:
    if gegevens.uitslag_op is not None or gegevens.reden_geen is not None:
        raise Geweigerd("Kies de uitslag, of maak de velden eronder leeg.", veld="uitslag")
