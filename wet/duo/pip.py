"""What DUO's contract asks of a report of a plan, and of taking one back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from wet.datums import eis_datum, voluit
from wet.doelgroepen import Doelgroep
from wet.duo.bevinding import Bevinding, als_oordeel
from wet.leerroutes import Leerroute, Niveau, niveau_toegestaan
from wet.normen import norm
from wet.regels import regel
from wet.uitkomst import Uitkomst

_CONTRACT = ("DUO pip",)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldingPip:
    """A plan as it would be reported to DUO, with the facts DUO holds it against.

    `begin_plicht` is DUO's first day of the duty; `vestiging_op` the day of settling in this
    municipality (BRP). None: not known yet. `dagtekening_eerste_pip` and `dagtekening_huidig_pip`
    belong to earlier plans of whichever municipality; None: there is none. `niveau` None means: not
    named, so DUO reads B1 for the B1- and onderwijsroute; `huidig_niveau` is that of the current
    plan. `intensiteit_b1` is the estimated number
    of hours.
    """

    dagtekening: date
    leerroute: Leerroute
    doelgroep: Doelgroep
    begin_plicht: date | None
    vestiging_op: date | None
    niveau: Niveau | None = None
    huidig_niveau: Niveau | None = None
    intensiteit_b1: int | None = None
    dagtekening_eerste_pip: date | None = None
    dagtekening_huidig_pip: date | None = None

    @property
    def eerste_pip(self) -> bool:
        """Whether this is the first plan ever for this person."""
        return self.dagtekening_eerste_pip is None and self.dagtekening_huidig_pip is None


@regel(
    "Of DUO een PIP zo zal aannemen.",
    "dagtekening=2024-05-21 leerroute=B doelgroep=asiel begin_plicht=2024-02-19 "
    "vestiging_op=2023-11-01 niveau=A2",
    "dagtekening=2024-05-21 leerroute=B doelgroep=overig begin_plicht=2024-02-19 "
    "vestiging_op=2023-11-01 intensiteit_b1=600",
)
def melding_pip(melding: MeldingPip) -> Uitkomst[bool]:
    """`controleer_pip` as an answer: whether the report can be sent, and what stands against it.

    Bron: DUO pip; Wi 15.2, Wi 17.3.
    """
    return als_oordeel("melding_pip", controleer_pip(melding), _CONTRACT)


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
    for code, naam, dag in eerdere:
        if dag is not None and melding.dagtekening < dag:
            yield Bevinding(
                regel=code,
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


def _afgeschaald(melding: MeldingPip) -> Iterator[Bevinding]:
    if melding.huidig_niveau is Niveau.A2 and melding.niveau is None:
        yield Bevinding(
            regel="niveau_valt_terug",
            tekst="Het huidige PIP staat op A2. Zonder niveau leest DUO weer B1.",
            wat_te_doen="Noem het niveau in de melding.",
            bron=_CONTRACT,
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
        return
    meeste = norm("duo_uren_hoogste", melding.dagtekening).aantal
    if not 1 <= melding.intensiteit_b1 <= meeste:
        yield Bevinding(
            regel="intensiteit_buiten_bereik",
            tekst=(
                f"DUO neemt geschatte uren aan van 1 tot en met {meeste}; hier staat "
                f"{melding.intensiteit_b1}."
            ),
            wat_te_doen="Verbeter het aantal uren.",
            bron=_CONTRACT,
        )


_CONTROLES: tuple[Callable[[MeldingPip], Iterator[Bevinding]], ...] = (
    _begin_plicht,
    _vestiging,
    _eerder_pip,
    _niveau,
    _afgeschaald,
    _intensiteit,
)


@regel(
    "Of DUO het intrekken van een PIP zal aannemen.",
    "termijn_vastgesteld=nee cursusuren=0",
    "termijn_vastgesteld=ja cursusuren=0",
)
def pip_intrekken_bij_duo(termijn_vastgesteld: bool, cursusuren: int) -> Uitkomst[bool]:
    """Whether a reported plan can be taken back: only while DUO set no term and knows no hours.

    `cursusuren` are whole hours on the current offer.

    Bron: DUO pip.
    """
    bevindingen = []
    if termijn_vastgesteld:
        bevindingen.append(
            Bevinding(
                regel="termijn_vastgesteld",
                tekst="DUO heeft de inburgeringstermijn al vastgesteld.",
                wat_te_doen="Meld een nieuwe versie van het PIP in plaats van het in te trekken.",
                bron=_CONTRACT,
            )
        )
    if cursusuren:
        bevindingen.append(
            Bevinding(
                regel="uren_geregistreerd",
                tekst=f"Er staan al {cursusuren} cursusuren bij DUO.",
                wat_te_doen="Meld een nieuwe versie van het PIP in plaats van het in te trekken.",
                bron=_CONTRACT,
            )
        )
    return als_oordeel("pip_intrekken_bij_duo", bevindingen, _CONTRACT)
