"""What the law asks before the municipality may impose a fine.

A fine that skips a step is annulled, and hurts somebody who needed help. Each objection names its
article; what is only good practice says so and does not block.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from wet.datums import eis_datum, voluit
from wet.doelgroepen import Doelgroep
from wet.handhaving.overtredingen import Overtreding, Verwijtbaarheid
from wet.normen import norm
from wet.regels import regel
from wet.termijnen.besluiten import boete_vervalt, boetebesluit_termijn, nieuwe_oproeptermijn
from wet.uitkomst import Uitkomst, Zekerheid, oordeel


@dataclass(frozen=True, slots=True, kw_only=True)
class Boetefeiten:
    """What is known of a breach. None: it did not happen, or nobody knows yet.

    `op` is the day of the decision, `gedraging` the day of the conduct: for the intake the day on
    which the last summons was not followed. `niet_gekomen_1` and `niet_gekomen_2` are the days on
    which the first and second were not. `eerdere_boete` is the bekendmaking of the fine that set a
    new term, `nieuwe_termijn` its last day (inclusive). `zienswijze_tot` is the last day
    (inclusive) to react. `maatregelen` are the days of conduct for which the bijstand was lowered.
    """

    overtreding: Overtreding
    doelgroep: Doelgroep
    gedraging: date
    op: date
    verwijtbaarheid: Verwijtbaarheid | None = None
    oproep_1: date | None = None
    niet_gekomen_1: date | None = None
    waarschuwing: date | None = None
    oproep_2: date | None = None
    niet_gekomen_2: date | None = None
    eerdere_boete: date | None = None
    nieuwe_termijn: date | None = None
    pip_bekendgemaakt: date | None = None
    boeterapport: date | None = None
    zienswijze_gevraagd: date | None = None
    zienswijze_tot: date | None = None
    maatregelen: tuple[date, ...] = ()
    juridische_toets: date | None = None
    cautie_gegeven: bool = False
    oorzaak_gevraagd: bool = False
    hulp_geboden: bool = False
    begrijpelijke_taal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bezwaarpunt:
    """Why a fine cannot be imposed now, or what should be done first.

    `weigert`: the law forbids it; otherwise it is practice.
    """

    tekst: str
    bron: tuple[str, ...]
    weigert: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Boetetoets:
    """Whether a fine may be imposed, and everything that stands against it."""

    mag: bool
    punten: tuple[Bezwaarpunt, ...]


@regel(
    "Of de gemeente nu een boete mag opleggen, en wat eerst nog moet.",
    "overtreding=intake doelgroep=overig gedraging=2025-03-11 op=2025-04-07 "
    "verwijtbaarheid=gewoon oproep_1=2025-02-10",
    "overtreding=intake doelgroep=overig gedraging=2025-03-11 op=2025-04-07 "
    "verwijtbaarheid=gewoon oproep_1=2025-02-10 niet_gekomen_1=2025-02-20 "
    "waarschuwing=2025-02-24 oproep_2=2025-02-24 niet_gekomen_2=2025-03-11 "
    "zienswijze_gevraagd=2025-03-12 oorzaak_gevraagd=ja hulp_geboden=ja begrijpelijke_taal=ja",
    "overtreding=leerroute doelgroep=asiel gedraging=2025-03-11 op=2025-04-07",
)
def boete_toets(feiten: Boetefeiten) -> Uitkomst[Boetetoets]:
    """Whether a fine may be imposed on the day of decision, with all that stands against it.

    For asielstatushouders the answer is no by default, until a legal review is recorded: that
    reading of the rulings of 2025 and 2026 is inferred.

    Bron: Wi 14.1, Wi 22, Wi 23, Wi 27, Awb 3:40, Awb 5:41, Awb 5:45, Awb 5:48, Awb 5:50, Awb 5:53.
    """
    eis_datum("gedraging", feiten.gedraging)
    eis_datum("op", feiten.op)
    punten = tuple(punt for controle in _CONTROLES for punt in controle(feiten))
    mag = not any(punt.weigert for punt in punten)
    slot = "De boete mag worden opgelegd." if mag else "De boete mag nu niet worden opgelegd."
    if mag and feiten.overtreding.bij_intake:
        nieuw = norm("nieuwe_oproep_maanden", feiten.op)
        slot = f"{slot} Zij stelt een nieuwe termijn van hoogstens {nieuw} (Wi 22.2)."
    return Uitkomst(
        regel="boete_toets",
        uitkomst=Boetetoets(mag=mag, punten=punten),
        bron=tuple(
            dict.fromkeys(
                (feiten.overtreding.artikel, *(code for punt in punten for code in punt.bron))
            )
        ),
        stappen=(*(punt.tekst for punt in punten), slot),
        zekerheid=Zekerheid.AFGELEID,
    )


def _groep(feiten: Boetefeiten) -> Iterator[Bezwaarpunt]:
    if feiten.doelgroep is Doelgroep.ASIEL and feiten.juridische_toets is None:
        yield Bezwaarpunt(
            tekst=(
                "Voor een asielstatushouder is een boete dicht sinds de uitspraken van 2025 en "
                "2026. Leg eerst een juridische toets vast."
            ),
            bron=("ECLI:EU:C:2025:52",),
        )
    if feiten.doelgroep is Doelgroep.OVERIG and feiten.overtreding is Overtreding.LEERROUTE:
        yield Bezwaarpunt(
            tekst=(
                "Voor een gezins- of overige migrant bestaat er geen boete voor te weinig uren in "
                "de leerroute."
            ),
            bron=("Wi 15.2", "Wi 23"),
        )


def _dubbel(feiten: Boetefeiten) -> Iterator[Bezwaarpunt]:
    if feiten.gedraging in feiten.maatregelen:
        yield Bezwaarpunt(
            tekst=(
                f"Voor deze gedraging, op {voluit(feiten.gedraging)}, is de bijstand al verlaagd."
            ),
            bron=("Wi 27",),
        )


def _verwijt(feiten: Boetefeiten) -> Iterator[Bezwaarpunt]:
    if feiten.verwijtbaarheid is None:
        yield Bezwaarpunt(tekst="Weeg eerst hoe verwijtbaar het is.", bron=("B26 7.1.4",))
    elif feiten.verwijtbaarheid is Verwijtbaarheid.GEEN:
        yield Bezwaarpunt(tekst="Zonder verwijt is er geen boete.", bron=("Awb 5:41",))


def _intake(feiten: Boetefeiten) -> Iterator[Bezwaarpunt]:
    if feiten.overtreding is not Overtreding.INTAKE:
        return
    stappen = (
        (feiten.oproep_1, "De eerste oproep ontbreekt."),
        (feiten.niet_gekomen_1, "Er is nog niet vastgesteld dat de eerste oproep niet is gevolgd."),
        (feiten.waarschuwing, "De waarschuwing na de eerste oproep ontbreekt."),
        (feiten.oproep_2, "De tweede oproep, met een nieuwe termijn, ontbreekt."),
        (feiten.niet_gekomen_2, "Er is nog niet vastgesteld dat de tweede oproep niet is gevolgd."),
    )
    for dag, tekst in stappen:
        if dag is None:
            yield Bezwaarpunt(tekst=tekst, bron=("Wi 14.1", "Wi 22.1"))
    volgorde = _op_volgorde(
        (feiten.oproep_1, False),
        (feiten.niet_gekomen_1, True),
        (feiten.waarschuwing, False),
        (feiten.oproep_2, False),
        (feiten.niet_gekomen_2, True),
        (feiten.gedraging, False),
        (feiten.op, False),
    )
    if not volgorde or feiten.niet_gekomen_2 not in (None, feiten.gedraging):
        yield Bezwaarpunt(
            tekst="De oproepen, de waarschuwing en het wegblijven staan niet in de volgorde van de "
            "wet.",
            bron=("Wi 14.1",),
        )


def _op_volgorde(*dagen: tuple[date | None, bool]) -> bool:
    """Whether the days that are known follow each other; with True a day comes strictly later."""
    vorige: date | None = None
    for dag, later in dagen:
        if dag is None:
            continue
        if vorige is not None and (dag < vorige or (later and dag == vorige)):
            return False
        vorige = dag
    return True


def _intake_opnieuw(feiten: Boetefeiten) -> Iterator[Bezwaarpunt]:
    if feiten.overtreding is not Overtreding.INTAKE_OPNIEUW:
        return
    if feiten.eerdere_boete is None or feiten.nieuwe_termijn is None:
        yield Bezwaarpunt(
            tekst="Er is nog geen boete met een nieuwe termijn voor de intake.",
            bron=("Wi 22.2", "Wi 22.3"),
        )
        return
    hoogstens = nieuwe_oproeptermijn(feiten.eerdere_boete).bekend
    if hoogstens is not None and feiten.nieuwe_termijn > hoogstens.eind_op:
        yield Bezwaarpunt(
            tekst=f"De nieuwe termijn is te lang: uiterlijk {voluit(hoogstens.eind_op)}.",
            bron=("Wi 22.2",),
        )
    if not feiten.eerdere_boete < feiten.gedraging <= feiten.nieuwe_termijn:
        yield Bezwaarpunt(tekst="Het wegblijven valt niet in de nieuwe termijn.", bron=("Wi 22.3",))
    if feiten.op <= feiten.nieuwe_termijn:
        yield Bezwaarpunt(
            tekst=f"De nieuwe termijn loopt nog tot en met {voluit(feiten.nieuwe_termijn)}.",
            bron=("Wi 22.3",),
        )


def _artikel_23(feiten: Boetefeiten) -> Iterator[Bezwaarpunt]:
    if feiten.overtreding.bij_intake:
        return
    if feiten.pip_bekendgemaakt is None or feiten.pip_bekendgemaakt > feiten.gedraging:
        yield Bezwaarpunt(
            tekst="Het PIP was toen nog niet bekendgemaakt; zolang werkt het niet.",
            bron=("Awb 3:40",),
        )
    if feiten.boeterapport is None:
        yield Bezwaarpunt(tekst="Het boeterapport ontbreekt.", bron=("Awb 5:48", "Awb 5:53"))
    yield from _zienswijze(feiten)
    if not _op_volgorde(
        (feiten.gedraging, False),
        (feiten.boeterapport, False),
        (feiten.zienswijze_gevraagd, False),
        (feiten.zienswijze_tot, False),
    ):
        yield Bezwaarpunt(
            tekst="Gedraging, boeterapport en zienswijze staan niet in de volgorde van de wet.",
            bron=("Awb 5:48", "Awb 5:50"),
        )


def _zienswijze(feiten: Boetefeiten) -> Iterator[Bezwaarpunt]:
    if feiten.zienswijze_gevraagd is None or feiten.zienswijze_tot is None:
        yield Bezwaarpunt(
            tekst="Deze persoon kon nog geen zienswijze geven.", bron=("Awb 5:50", "Awb 5:53")
        )
    elif feiten.op <= feiten.zienswijze_tot:
        yield Bezwaarpunt(
            tekst=f"De zienswijze kan nog tot en met {voluit(feiten.zienswijze_tot)}.",
            bron=("Awb 5:50",),
        )


def _termijn_van_orde(feiten: Boetefeiten) -> Iterator[Bezwaarpunt]:
    """Late is still lawful, but may lower the fine."""
    grens = boetebesluit_termijn(feiten.boeterapport).bekend
    if grens is not None and feiten.op > grens.eind_op:
        yield Bezwaarpunt(
            tekst=f"Er moest worden besloten tot en met {voluit(grens.eind_op)}. Te laat besluiten "
            "mag, maar kan de boete lager maken.",
            bron=("Awb 5:51",),
            weigert=False,
        )


def _vervallen(feiten: Boetefeiten) -> Iterator[Bezwaarpunt]:
    grens = boete_vervalt(feiten.gedraging, _hoogste(feiten)).bekend
    if grens is not None and feiten.op > grens.eind_op:
        yield Bezwaarpunt(
            tekst=f"De bevoegdheid is vervallen; de laatste dag was {voluit(grens.eind_op)}.",
            bron=("Awb 5:45",),
        )


def _hoogste(feiten: Boetefeiten) -> Decimal:
    naam = "boete_intake" if feiten.overtreding.bij_intake else "boete_artikel23_hoogste"
    return norm(naam, feiten.gedraging).bedrag


def _praktijk(feiten: Boetefeiten) -> Iterator[Bezwaarpunt]:
    vragen = (
        (feiten.begrijpelijke_taal, "Was de brief in een taal die deze persoon begrijpt?"),
        (feiten.oorzaak_gevraagd, "Is gevraagd waarom het niet lukte?"),
        (feiten.hulp_geboden, "Is er hulp geboden? Een boete is het laatste middel."),
    )
    for gedaan, tekst in vragen:
        if not gedaan:
            yield Bezwaarpunt(tekst=tekst, bron=("VNG",), weigert=False)
    if feiten.overtreding.bij_intake and feiten.zienswijze_gevraagd is None:
        tekst = "Vraag ook hier om een zienswijze: het moet niet, maar het is verstandig."
        yield Bezwaarpunt(tekst=tekst, bron=("Awb 4:8",), weigert=False)
    if not feiten.overtreding.bij_intake and not feiten.cautie_gegeven:
        tekst = "Is gezegd dat deze persoon geen vragen hoeft te beantwoorden (de cautie)?"
        yield Bezwaarpunt(tekst=tekst, bron=("Awb 5:10a",), weigert=False)


_CONTROLES: tuple[Callable[[Boetefeiten], Iterator[Bezwaarpunt]], ...] = (
    _groep,
    _dubbel,
    _verwijt,
    _intake,
    _intake_opnieuw,
    _artikel_23,
    _vervallen,
    _termijn_van_orde,
    _praktijk,
)


@regel(
    "Of de gemeente de brede intake zonder deze persoon mag afronden.",
    "oproepen=2 op=2025-03-11",
    "oproepen=3 op=2025-03-11",
)
def voltooien_in_afwezigheid(oproepen: int, op: date) -> Uitkomst[bool]:
    """Whether the college completes the intake in absence: after three summonses not followed.

    The plan then still has to come within its ten weeks. `op` selects the version of the norm.

    Bron: Wi 14.2.
    """
    nodig = norm("oproepen_intake", op)
    mag = oproepen >= nodig.aantal
    stap = f"Aan {oproepen} oproepen is geen gehoor gegeven; daarvoor zijn er {nodig.aantal} nodig."
    if mag:
        slot = "De gemeente rondt de intake af en maakt het PIP, nog steeds binnen de tien weken."
        return oordeel("voltooien_in_afwezigheid", True, (stap, slot), nodig.bron)
    derde = (
        "De derde oproep staat in de wet bij de boete. Kan er geen boete zijn, zoals bij een "
        "asielstatushouder, laat dan een jurist zeggen of een derde oproep zonder boete volstaat."
    )
    return oordeel(
        "voltooien_in_afwezigheid",
        False,
        (stap, derde, "Er moet eerst nog een oproep komen."),
        (*nodig.bron, "Wi 22.2"),
        Zekerheid.AFGELEID,
    )
