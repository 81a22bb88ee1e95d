"""What DUO's contract asks of a report of the course that was offered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from wet.datums import voluit
from wet.doelgroepen import Doelgroep
from wet.duo.bevinding import Bevinding, als_oordeel
from wet.leerroutes.routes import Leerroute
from wet.regels import regel
from wet.uitkomst import Uitkomst

_CONTRACT = ("DUO inburgeringsaanbod",)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldingAanbod:
    """An offer as it would be reported; one per school, a new one replaces the old one.

    `dagtekening_pip` is that of the current plan; None: there is none. `verwachte_start` and
    `verwachte_eind` are the first and last day (inclusive; DUO's own end date is the day after).
    `start_termijn` and `eind_op` are those of the term; None: not known yet. `keurmerk`: the school
    has the mark of Blik op Werk; `tst_erkend`: it may give a taalschakeltraject.
    """

    datum: date
    doelgroep: Doelgroep
    leerroute: Leerroute
    dagtekening_pip: date | None
    verwachte_start: date | None
    verwachte_eind: date | None
    start_termijn: date | None
    eind_op: date | None
    keurmerk: bool
    tst_erkend: bool = False


def controleer_aanbod(melding: MeldingAanbod) -> tuple[Bevinding, ...]:
    """What DUO would refuse in this report of an offer; empty when it can be sent.

    Bron: DUO inburgeringsaanbod, Wi 16.
    """
    return tuple(bevinding for controle in _CONTROLES for bevinding in controle(melding))


@regel(
    "Of DUO een aanbod voor een cursus zo zal aannemen.",
    "datum=2022-05-02 doelgroep=asiel leerroute=B dagtekening_pip=2022-03-15 "
    "verwachte_start=2022-06-01 verwachte_eind=2025-06-30 start_termijn=2022-03-16 "
    "eind_op=2025-03-15 keurmerk=ja",
)
def melding_aanbod(melding: MeldingAanbod) -> Uitkomst[bool]:
    """`controleer_aanbod` as an answer.

    Bron: DUO inburgeringsaanbod, Wi 16.
    """
    return als_oordeel("melding_aanbod", controleer_aanbod(melding), _CONTRACT)


def _bevinding(naam: str, tekst: str, wat_te_doen: str, *bron: str) -> Bevinding:
    return Bevinding(regel=naam, tekst=tekst, wat_te_doen=wat_te_doen, bron=bron or _CONTRACT)


def _groep(melding: MeldingAanbod) -> Iterator[Bevinding]:
    if melding.doelgroep is not Doelgroep.ASIEL:
        yield _bevinding(
            "alleen_asiel",
            "Alleen een asielstatushouder krijgt een aanbod van de gemeente.",
            "Meld dit niet.",
            "Wi 16",
        )


def _school(melding: MeldingAanbod) -> Iterator[Bevinding]:
    if melding.leerroute is Leerroute.O and not melding.tst_erkend:
        yield _bevinding(
            "geen_taalschakelinstelling",
            "Deze school mag geen taalschakeltraject geven.",
            "Kies een erkende school voor de onderwijsroute.",
        )
    if melding.leerroute is not Leerroute.O and not melding.keurmerk:
        yield _bevinding(
            "geen_keurmerk",
            "Deze school heeft geen keurmerk van Blik op Werk.",
            "Kies een school met het keurmerk.",
        )


def _pip(melding: MeldingAanbod) -> Iterator[Bevinding]:
    if melding.dagtekening_pip is None:
        yield _bevinding("geen_pip", "Er is nog geen PIP.", "Meld eerst het PIP.")
    elif melding.datum < melding.dagtekening_pip:
        yield _bevinding(
            "voor_het_pip",
            f"Het aanbod is eerder dan het huidige PIP van {voluit(melding.dagtekening_pip)}.",
            "Controleer de datum van het aanbod.",
        )


def _termijn(melding: MeldingAanbod) -> Iterator[Bevinding]:
    if melding.start_termijn is None or melding.eind_op is None:
        yield _bevinding(
            "termijn_onbekend",
            "De inburgeringstermijn is nog niet bekend; de cursus moet daarbinnen vallen.",
            "Wacht tot DUO de termijn heeft vastgesteld.",
        )


def _periode(melding: MeldingAanbod) -> Iterator[Bevinding]:
    start, eind = melding.verwachte_start, melding.verwachte_eind
    if start is not None and eind is not None and eind < start:
        yield _bevinding(
            "einde_voor_begin", "De cursus eindigt voor zij begint.", "Controleer beide datums."
        )
    for naam, dag in (("start", start), ("einde", eind)):
        if dag is not None and not _binnen(melding, dag):
            yield _bevinding(
                f"{naam}_buiten_termijn",
                f"De dag van {naam}, {voluit(dag)}, ligt buiten de inburgeringstermijn.",
                "Controleer de datum.",
            )


def _binnen(melding: MeldingAanbod, dag: date) -> bool:
    return (melding.start_termijn is None or melding.start_termijn <= dag) and (
        melding.eind_op is None or dag <= melding.eind_op
    )


_CONTROLES: tuple[Callable[[MeldingAanbod], Iterator[Bevinding]], ...] = (
    _groep,
    _school,
    _pip,
    _termijn,
    _periode,
)
