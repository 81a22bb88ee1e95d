"""The two terms of the course that the municipality offers, each as a term of its own to guard."""

from __future__ import annotations

from datetime import date

from wet.datums import EEN_DAG, voluit
from wet.leerroutes.routes import Leerroute
from wet.regels import regel
from wet.termijnen.anderen import Aanbodtermijn, aanbodtermijn
from wet.termijnen.looptijd import Looptijd
from wet.uitkomst import Uitkomst, nog_niet

_WACHT_OP, _BRON = "de dagtekening van het PIP", ("Wi 16.1", "R26 4.1g")


@regel("De drie maanden waarin de gemeente een cursus aanbiedt.", "dagtekening=2022-03-15")
def termijn_aanbod(dagtekening: date | None) -> Uitkomst[Looptijd]:
    """The months after the PIP in which the offer is in time; both days are inclusive.

    Never moved for a weekend: passing it gives an extension, no default.

    Bron: Wi 16.1, R26 4.1 onder g, B26 9.3.2b.
    """
    if dagtekening is None:
        return nog_niet("termijn_aanbod", _WACHT_OP, _BRON)
    antwoord, termijn = _gevraagd(dagtekening, Leerroute.B)
    return _looptijd("termijn_aanbod", dagtekening, termijn.eind_op, antwoord)


@regel("De zes maanden waarin het taalschakeltraject begint.", "dagtekening=2022-03-15")
def termijn_start_taalschakel(dagtekening: date | None) -> Uitkomst[Looptijd]:
    """The months after the PIP in which the taalschakeltraject starts in time (onderwijsroute).

    Both days are inclusive.

    Bron: R26 4.1 onder g, B26 9.3.2b.
    """
    if dagtekening is None:
        return nog_niet("termijn_start_taalschakel", _WACHT_OP, _BRON)
    antwoord, termijn = _gevraagd(dagtekening, Leerroute.O)
    assert termijn.start_eind_op is not None  # the onderwijsroute has it
    return _looptijd("termijn_start_taalschakel", dagtekening, termijn.start_eind_op, antwoord)


def _gevraagd(
    dagtekening: date, leerroute: Leerroute
) -> tuple[Uitkomst[Aanbodtermijn], Aanbodtermijn]:
    antwoord = aanbodtermijn(dagtekening, leerroute)
    assert antwoord.bekend is not None  # a day is given
    return antwoord, antwoord.bekend


def _looptijd(
    naam: str, dagtekening: date, eind_op: date, antwoord: Uitkomst[Aanbodtermijn]
) -> Uitkomst[Looptijd]:
    return Uitkomst(
        regel=naam,
        uitkomst=Looptijd(start_op=dagtekening + EEN_DAG, eind_op=eind_op),
        bron=antwoord.bron,
        stappen=(
            *antwoord.stappen[:-1],
            f"De laatste dag is {voluit(eind_op)}.",
        ),
        zekerheid=antwoord.zekerheid,
    )
