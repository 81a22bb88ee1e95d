"""The rules of DUO's contract, checked before anything is sent.

A refused report costs a consulent a day. A rule of the contract is not a rule of law: it warns and
says what to do. Who goes on anyway gives a reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from wet.datums import eis_datum, voluit
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Leerroute, Niveau, niveau_toegestaan

_CONTRACT = ("DUO pip",)
_MINSTE_INTENSITEIT, _MEESTE_INTENSITEIT = 1, 9999


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldingPip:
    """A plan as it would be reported to DUO, with the facts DUO holds it against.

    `begin_plicht` is DUO's first day of the duty; `vestiging_op` the day of settling in this
    municipality (BRP). None: not known yet. `dagtekening_eerste_pip` and `dagtekening_huidig_pip`
    belong to earlier plans of whichever municipality; None: there is none. `niveau` None means: not
    named, so DUO reads B1 for the B1- and onderwijsroute. `intensiteit_b1` is the estimated number
    of hours.
    """

    dagtekening: date
    leerroute: Leerroute
    doelgroep: Doelgroep
    begin_plicht: date | None
    vestiging_op: date | None
    niveau: Niveau | None = None
    intensiteit_b1: int | None = None
    dagtekening_eerste_pip: date | None = None
    dagtekening_huidig_pip: date | None = None

    @property
    def eerste_pip(self) -> bool:
        """Whether this is the first plan ever for this person."""
        return self.dagtekening_eerste_pip is None and self.dagtekening_huidig_pip is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevinding:
    """A rule of the contract that the report would break, and what to do about it."""

    regel: str
    tekst: str
    wat_te_doen: str
    bron: tuple[str, ...]


def controleer_pip(melding: MeldingPip) -> tuple[Bevinding, ...]:
    """What DUO would refuse in this report of a plan; empty when it can be sent.

    A fact that is not known yet is a finding too: without it the rule cannot be checked.

    Bron: DUO pip; Wi 17.3 for the level.
    """
    eis_datum("dagtekening", melding.dagtekening)
    return tuple(bevinding for controle in _CONTROLES for bevinding in controle(melding))


def _begin_plicht(melding: MeldingPip) -> Iterator[Bevinding]:
    if melding.begin_plicht is None:
        yield Bevinding(
            regel="begin_plicht_onbekend",
            tekst="De dag waarop de inburgeringsplicht begint, is nog niet bekend.",
            wat_te_doen="Wacht op de kennisgeving van DUO en leg het begin van de plicht vast.",
            bron=_CONTRACT,
        )
    elif melding.dagtekening < melding.begin_plicht:
        yield Bevinding(
            regel="dagtekening_voor_begin_plicht",
            tekst=(
                f"De dagtekening, {voluit(melding.dagtekening)}, is eerder dan het begin van de "
                f"inburgeringsplicht, {voluit(melding.begin_plicht)}."
            ),
            wat_te_doen="Controleer beide datums. Stel het PIP pas vast als de plicht is begonnen.",
            bron=_CONTRACT,
        )


def _vestiging(melding: MeldingPip) -> Iterator[Bevinding]:
    if melding.vestiging_op is None:
        yield Bevinding(
            regel="vestiging_onbekend",
            tekst="De inschrijving in de BRP van deze gemeente is nog niet bekend.",
            wat_te_doen="Leg de datum van de inschrijving vast.",
            bron=_CONTRACT,
        )
    elif melding.dagtekening < melding.vestiging_op:
        yield Bevinding(
            regel="dagtekening_voor_vestiging",
            tekst=(
                f"De dagtekening, {voluit(melding.dagtekening)}, is eerder dan de vestiging in "
                f"deze gemeente, {voluit(melding.vestiging_op)}."
            ),
            wat_te_doen="Controleer beide datums. Stel het PIP pas vast na de inschrijving.",
            bron=_CONTRACT,
        )


def _eerder_pip(melding: MeldingPip) -> Iterator[Bevinding]:
    eerdere = (
        ("dagtekening_voor_eerste_pip", "het eerste PIP", melding.dagtekening_eerste_pip),
        ("dagtekening_voor_huidig_pip", "het huidige PIP", melding.dagtekening_huidig_pip),
    )
    for regel, naam, dag in eerdere:
        if dag is not None and melding.dagtekening < dag:
            yield Bevinding(
                regel=regel,
                tekst=(
                    f"De dagtekening, {voluit(melding.dagtekening)}, is eerder dan die van {naam}, "
                    f"{voluit(dag)}."
                ),
                wat_te_doen="Controleer de dagtekening. Een nieuw PIP komt na het vorige.",
                bron=_CONTRACT,
            )


def _niveau(melding: MeldingPip) -> Iterator[Bevinding]:
    oordeel = niveau_toegestaan(melding.leerroute, melding.niveau, eerste_pip=melding.eerste_pip)
    if not oordeel.bekend:
        yield Bevinding(
            regel="niveau_past_niet",
            tekst=oordeel.conclusie,
            wat_te_doen="Kies een ander niveau, of laat het niveau leeg.",
            bron=oordeel.bron,
        )


def _intensiteit(melding: MeldingPip) -> Iterator[Bevinding]:
    if melding.intensiteit_b1 is None:
        return
    if melding.leerroute is not Leerroute.B or melding.doelgroep is not Doelgroep.ASIEL:
        yield Bevinding(
            regel="intensiteit_hoort_hier_niet",
            tekst="Alleen bij een asielstatushouder in de B1-route gaan geschatte uren naar DUO.",
            wat_te_doen="Laat de geschatte uren leeg in de melding.",
            bron=(*_CONTRACT, "Wi 15.2"),
        )
    elif not _MINSTE_INTENSITEIT <= melding.intensiteit_b1 <= _MEESTE_INTENSITEIT:
        yield Bevinding(
            regel="intensiteit_buiten_bereik",
            tekst=(
                f"DUO neemt geschatte uren aan van {_MINSTE_INTENSITEIT} tot en met "
                f"{_MEESTE_INTENSITEIT}; hier staat {melding.intensiteit_b1}."
            ),
            wat_te_doen="Verbeter het aantal uren.",
            bron=_CONTRACT,
        )


_CONTROLES: tuple[Callable[[MeldingPip], Iterator[Bevinding]], ...] = (
    _begin_plicht,
    _vestiging,
    _eerder_pip,
    _niveau,
    _intensiteit,
)
