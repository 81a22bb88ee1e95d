"""What DUO's contract asks of a report of the MAP, the PVT and the end of the Z-route.

Such a report replaces all of the former one: leaving a date out withdraws it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wet.datums import EEN_DAG, eis_datum, maanden_na, voluit
from wet.duo.bevinding import Bevinding, als_oordeel
from wet.leerroutes.routes import Leerroute
from wet.normen import norm
from wet.regels import regel
from wet.uitkomst import Uitkomst, Zekerheid

_CONTRACT = ("DUO map-pvt-zroute",)


class Vlag(StrEnum):
    """What DUO takes for `verwijtbaar`."""

    NIET_VRAGEN = "niet_vragen"
    JA_OF_NEE = "ja_of_nee"
    ALLEEN_JA = "alleen_ja"


@regel(
    "Of bij een te late MAP of PVT ‘verwijtbaar’ gevraagd wordt.",
    "datum=2025-03-10 eind_op=2025-03-15",
    "datum=2025-03-20 eind_op=2025-03-15",
    "datum=2025-06-30 eind_op=2025-03-15",
)
def verwijtbaar_vragen(
    datum: date, eind_op: date, *, vanaf_duo_einddatum: bool = False
) -> Uitkomst[Vlag]:
    """Which values of `verwijtbaar` DUO takes for a MAP or PVT of that day.

    `eind_op` is the last day (inclusive) of the term. Within the term none may be given; after it
    one must be, and "Nee" only in the first two months. Later than that without blame cannot be
    reported: an extension must come first (inferred). From which day the two months run is not
    settled: by default from the last day; the alternative, `vanaf_duo_einddatum`, is DUO's own end
    date, a day later.

    Bron: DUO map-pvt-zroute.
    """
    eis_datum("datum", datum)
    vanaf = eis_datum("eind_op", eind_op) + EEN_DAG * vanaf_duo_einddatum
    grens = maanden_na(vanaf, norm("duo_niet_verwijtbaar_maanden", eind_op).aantal)
    if datum <= eind_op:
        return _vlag(Vlag.NIET_VRAGEN, "Het is binnen de termijn: vraag het niet en meld niets.")
    if datum <= grens:
        return _vlag(Vlag.JA_OF_NEE, f"Het is te laat, maar niet later dan {voluit(grens)}.")
    return _vlag(
        Vlag.ALLEEN_JA,
        f"Het is later dan {voluit(grens)}. ‘Nee’ kan niet meer; was er geen verwijt, dan moet DUO "
        "eerst de termijn verlengen.",
    )


def _vlag(vlag: Vlag, reden: str) -> Uitkomst[Vlag]:
    slot = {
        Vlag.NIET_VRAGEN: "Laat ‘verwijtbaar’ leeg.",
        Vlag.JA_OF_NEE: "Kies ‘Ja’ of ‘Nee’.",
        Vlag.ALLEEN_JA: "Alleen ‘Ja’ kan.",
    }[vlag]
    return Uitkomst(
        regel="verwijtbaar_vragen",
        uitkomst=vlag,
        bron=_CONTRACT,
        stappen=(reden, slot),
        zekerheid=Zekerheid.GEVERIFIEERD if vlag is Vlag.NIET_VRAGEN else Zekerheid.AFGELEID,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldingModule:
    """A MAP (closing talk) or PVT (signature) as it would be reported on `op`.

    `datum` None: withdraw it. `eigen_pip`: this municipality holds the current plan.
    `start_termijn` and `eind_op` are the first and last day (inclusive) of the term; None: not
    known yet. `afronding_z` is the day on which completion of the Z-route was registered.
    `eerder_door_ander`: another municipality sent it before.
    """

    datum: date | None
    op: date
    eigen_pip: bool
    start_termijn: date | None
    eind_op: date | None
    verwijtbaar: bool | None = None
    afronding_z: date | None = None
    eerder_door_ander: bool = False


def controleer_module(melding: MeldingModule) -> tuple[Bevinding, ...]:
    """What DUO would refuse in this report of the MAP or the PVT; empty when it can be sent.

    Bron: DUO map-pvt-zroute.
    """
    eis_datum("op", melding.op)
    return tuple(bevinding for controle in _MODULE for bevinding in controle(melding))


@regel(
    "Of DUO een MAP of PVT zo zal aannemen.",
    "datum=2025-03-20 op=2025-03-24 eigen_pip=ja start_termijn=2022-03-16 eind_op=2025-03-15",
    "datum=2024-03-20 op=2025-03-24 eigen_pip=ja start_termijn=2022-03-16 eind_op=2025-03-15",
)
def melding_module(melding: MeldingModule) -> Uitkomst[bool]:
    """`controleer_module` as an answer.

    Bron: DUO map-pvt-zroute.
    """
    return als_oordeel("melding_module", controleer_module(melding), _CONTRACT)


def _bevinding(naam: str, tekst: str, wat_te_doen: str) -> Bevinding:
    return Bevinding(regel=naam, tekst=tekst, wat_te_doen=wat_te_doen, bron=_CONTRACT)


def _pip(melding: MeldingModule) -> Iterator[Bevinding]:
    if not melding.eigen_pip:
        yield _bevinding(
            "geen_eigen_pip",
            "Deze gemeente heeft niet het huidige PIP.",
            "Meld eerst het PIP.",
        )
    if melding.eerder_door_ander:
        yield _bevinding(
            "van_andere_gemeente",
            "Een andere gemeente heeft dit al gemeld.",
            "Alleen die gemeente kan het wijzigen. Neem contact op.",
        )


def _z_klaar(melding: MeldingModule) -> Iterator[Bevinding]:
    if melding.afronding_z is None:
        return
    yield _bevinding(
        "z_route_afgerond",
        f"De Z-route is bij DUO al afgerond op {voluit(melding.afronding_z)}.",
        "Daarna kan dit niet meer worden gemeld, gewijzigd of ingetrokken.",
    )


def _datum(melding: MeldingModule) -> Iterator[Bevinding]:
    if melding.datum is None:
        return
    if melding.datum > melding.op:
        yield _bevinding("in_de_toekomst", "De datum ligt in de toekomst.", "Meld het daarna.")
    if melding.start_termijn is None:
        yield _bevinding(
            "termijn_onbekend",
            "De start van de inburgeringstermijn is nog niet bekend.",
            "Wacht tot DUO de termijn heeft vastgesteld.",
        )
    elif melding.datum < melding.start_termijn:
        yield _bevinding(
            "voor_de_termijn",
            f"De datum ligt voor de start van de termijn, {voluit(melding.start_termijn)}.",
            "Controleer de datum. Het tekenen of het eindgesprek moet binnen de termijn vallen.",
        )


def _verwijt(melding: MeldingModule) -> Iterator[Bevinding]:
    if melding.datum is None:
        return
    if melding.eind_op is None:
        if melding.start_termijn is not None:
            yield _bevinding(
                "einde_termijn_onbekend",
                "De laatste dag van de inburgeringstermijn is nog niet bekend.",
                "Wacht tot DUO de termijn heeft vastgesteld.",
            )
        return
    vlag = verwijtbaar_vragen(melding.datum, melding.eind_op).bekend
    if vlag is Vlag.NIET_VRAGEN and melding.verwijtbaar is not None:
        yield _bevinding(
            "verwijtbaar_hoort_hier_niet",
            "De datum ligt binnen de termijn.",
            "Laat ‘verwijtbaar’ leeg.",
        )
    elif vlag is not Vlag.NIET_VRAGEN and melding.verwijtbaar is None:
        yield _bevinding(
            "verwijtbaar_ontbreekt", "De termijn is overschreden.", "Vul ‘verwijtbaar’ in."
        )
    elif vlag is Vlag.ALLEEN_JA and melding.verwijtbaar is False:
        yield _bevinding(
            "niet_verwijtbaar_te_laat",
            "De termijn is te lang voorbij: dan neemt DUO ‘Nee’ niet aan.",
            "Vraag DUO eerst om de termijn te verlengen.",
        )


_MODULE: tuple[Callable[[MeldingModule], Iterator[Bevinding]], ...] = (
    _pip,
    _z_klaar,
    _datum,
    _verwijt,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldingZroute:
    """The end of the Z-route as it would be reported on `op`; `datum` is that of the closing talk.

    `door_gemeente`: the municipality itself held that talk, as the law asks. `map_op` and `pvt_op`
    are what was reported of MAP and PVT; None: nothing yet.
    """

    datum: date
    op: date
    leerroute: Leerroute
    eigen_pip: bool
    start_termijn: date | None
    door_gemeente: bool
    alles_gedaan: bool
    map_op: date | None = None
    pvt_op: date | None = None


@regel(
    "Of DUO het einde van de Z-route zo zal aannemen.",
    "datum=2025-02-03 op=2025-02-10 leerroute=Z eigen_pip=ja start_termijn=2022-03-16 "
    "door_gemeente=nee alles_gedaan=ja map_op=2025-01-20 pvt_op=2024-06-03",
)
def melding_zroute(melding: MeldingZroute) -> Uitkomst[bool]:
    """Whether the completion of the Z-route can be reported, and what stands against it.

    Bron: DUO map-pvt-zroute, B26 3.14.4, Wi 9.
    """
    return als_oordeel("melding_zroute", controleer_zroute(melding), _CONTRACT)


def controleer_zroute(melding: MeldingZroute) -> tuple[Bevinding, ...]:
    """What DUO or the law would refuse in this report; empty when it can be sent.

    Bron: DUO map-pvt-zroute, B26 3.14.4, Wi 9.
    """
    gewoon = MeldingModule(
        datum=eis_datum("datum", melding.datum),
        op=eis_datum("op", melding.op),
        eigen_pip=melding.eigen_pip,
        start_termijn=melding.start_termijn,
        eind_op=None,
    )
    return (*_pip(gewoon), *_datum(gewoon), *_alleen_z(melding), *_voor_het_einde(melding))


def _voor_het_einde(melding: MeldingZroute) -> Iterator[Bevinding]:
    """After the completion MAP and PVT can no longer be reported, so they come first."""
    for naam, dag in (("MAP", melding.map_op), ("PVT", melding.pvt_op)):
        if dag is None:
            yield _bevinding(
                f"{naam.lower()}_niet_gemeld",
                f"De {naam} is nog niet gemeld; na het einde van de Z-route kan dat niet meer.",
                f"Meld eerst de {naam}.",
            )
        elif dag > melding.datum:
            yield _bevinding(
                f"{naam.lower()}_na_het_einde",
                f"De {naam} is van {voluit(dag)}, na het einde van de Z-route.",
                "Controleer beide datums.",
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class BijDuo:
    """The three dates that DUO keeps together; a report replaces all of them."""

    map_op: date | None = None
    pvt_op: date | None = None
    z_route_op: date | None = None


def wat_wordt_gewist(nieuw: BijDuo, nu: BijDuo) -> tuple[Bevinding, ...]:
    """Which dates at DUO a report would erase because it leaves them out.

    Bron: DUO map-pvt-zroute.
    """
    namen = (("MAP", "map_op"), ("PVT", "pvt_op"), ("Z-route", "z_route_op"))
    return tuple(
        _bevinding(
            f"{veld}_wordt_gewist",
            f"Bij DUO staat voor de {naam} {voluit(getattr(nu, veld))}. Deze melding noemt die dag "
            "niet en wist hem.",
            "Neem de datum mee in de melding, of ga door als hij weg moet.",
        )
        for naam, veld in namen
        if getattr(nu, veld) is not None and getattr(nieuw, veld) is None
    )


def _alleen_z(melding: MeldingZroute) -> Iterator[Bevinding]:
    if melding.leerroute is not Leerroute.Z:
        yield _bevinding(
            "geen_z_route",
            "Het huidige PIP heeft een andere leerroute.",
            "Alleen de Z-route wordt zo afgerond.",
        )
    if not melding.door_gemeente:
        yield Bevinding(
            regel="eindgesprek_door_ander",
            tekst="Het eindgesprek is niet door de gemeente zelf gevoerd.",
            wat_te_doen="Voer het eindgesprek zelf; een ander mag dat niet doen.",
            bron=("B26 3.14.4",),
        )
    if not melding.alles_gedaan:
        yield Bevinding(
            regel="nog_niet_klaar",
            tekst="Nog niet alles van de Z-route is gedaan.",
            wat_te_doen="Kijk wat er nog moet, en meld het daarna.",
            bron=("Wi 9",),
        )
