"""The three years in which a person meets the duty: how they run, and what moves them.

DUO lays down the dates and decides on every extension. What is computed here is a forecast until
DUO's own date is known; then DUO's date leads.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wet.datums import EEN_DAG, eis_datum_of_niets, maanden_na, maanden_vanaf, maanden_voor, voluit
from wet.kalender import rond_af
from wet.leerroutes.routes import Leerroute, map_nodig
from wet.normen import norm
from wet.regels import regel
from wet.termijnen.looptijd import Looptijd, Telling, in_maanden, vanaf_de_dag
from wet.uitkomst import Uitkomst, Zekerheid, nog_niet, oordeel


@dataclass(frozen=True, slots=True, kw_only=True)
class Inburgeringstermijn(Looptijd):
    """The three years.

    `duo_einddatum` is the same end as DUO writes it: the day after the last day (exclusive).
    """

    duo_einddatum: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Vanaf:
    """The first day on which something can be done."""

    vanaf_op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Moduletermijn:
    """The last day (inclusive) for a module; None when the module need not be done."""

    nodig: bool
    eind_op: date | None


class Terugtelling(StrEnum):
    """From which moment "six months before the term expires" is counted back."""

    NA_LAATSTE_DAG = "na_laatste_dag"
    """From the day after the last day: the term expires at its end."""
    LAATSTE_DAG = "laatste_dag"
    """From the last day itself."""


@regel(
    "De drie jaar waarin iemand aan de inburgeringsplicht voldoet.",
    "dagtekening=2022-03-15",
    "dagtekening=2025-02-28",
    "dagtekening=onbekend",
)
def inburgeringstermijn(
    dagtekening: date | None, *, telling: Telling = Telling.DAG_TELT_NIET
) -> Uitkomst[Inburgeringstermijn]:
    """The three years in which a person meets the duty.

    They run from the day after the dagtekening of the *first* PIP; a later version does not start
    them again (Wi 11.3). `eind_op` is inclusive and never moved for a weekend; `duo_einddatum` is
    the day after it (exclusive), as DUO writes it.

    `telling` matters only for a dagtekening on 28 February three years before a leap year (2025,
    2029, 2033). By default the day of dagtekening does not count and the last day has the same day
    number (28-02-2028); the alternative, `Telling.EERSTE_DAG_TELT`, gives 29-02-2028. DUO's date
    leads.

    Bron: Wi 11, ATW 4; telling: ECLI:NL:HR:2017:2225.
    """
    dagtekening = eis_datum_of_niets("dagtekening", dagtekening)
    if dagtekening is None:
        return nog_niet("inburgeringstermijn", "de dagtekening van het PIP", ("Wi 11",))
    lengte = norm("inburgeringstermijn_jaren", dagtekening)
    maanden = in_maanden(lengte)
    start = dagtekening + EEN_DAG
    lezingen = {
        Telling.DAG_TELT_NIET: maanden_na(dagtekening, maanden),
        Telling.EERSTE_DAG_TELT: maanden_vanaf(start, maanden),
    }
    afronding = rond_af(lezingen[telling], lengte, op=dagtekening)
    eind = afronding.eind_op
    eenduidig = len(set(lezingen.values())) == 1
    return Uitkomst(
        regel="inburgeringstermijn",
        uitkomst=Inburgeringstermijn(start_op=start, eind_op=eind, duo_einddatum=eind + EEN_DAG),
        bron=(*lengte.bron, *afronding.bron),
        stappen=(
            f"De dagtekening van het eerste PIP is {voluit(dagtekening)}.",
            f"De termijn begint op de dag daarna, {voluit(start)}, en duurt {lengte}.",
            *(() if eenduidig else (_schrikkeljaar(lezingen, telling),)),
            *afronding.stappen,
            f"DUO noteert als einddatum de dag na de laatste dag: {voluit(eind + EEN_DAG)}.",
            f"De laatste dag is {voluit(eind)}.",
        ),
        zekerheid=Zekerheid.zwakste(
            lengte.zekerheid,
            afronding.zekerheid,
            Zekerheid.GEVERIFIEERD if eenduidig else Zekerheid.AFGELEID,
        ),
    )


@regel(
    "Vanaf welke dag iemand bij DUO verlenging van de inburgeringstermijn kan vragen.",
    "eind_op=2025-03-15",
)
def verlenging_aanvragen(
    eind_op: date | None, *, terugtelling: Terugtelling = Terugtelling.NA_LAATSTE_DAG
) -> Uitkomst[Vanaf]:
    """The first day on which a person can ask DUO for an extension: six months before the end.

    `eind_op` is the last day (inclusive) of the term as it is now. Counted back, so never moved for
    a weekend. From which moment is not settled: by default from the day after the last day (end
    15-03-2025: from 16-09-2024); the alternative, `Terugtelling.LAATSTE_DAG`, is a day earlier.

    Bron: B26 4.5.1, ATW 1.2.
    """
    eind_op = eis_datum_of_niets("eind_op", eind_op)
    if eind_op is None:
        return nog_niet(
            "verlenging_aanvragen", "de laatste dag van de inburgeringstermijn", ("B26 4.5.1",)
        )
    lengte = norm("verlenging_vooraf_maanden", eind_op)
    van = eind_op + EEN_DAG if terugtelling is Terugtelling.NA_LAATSTE_DAG else eind_op
    vanaf = maanden_voor(van, lengte.aantal)
    return Uitkomst(
        regel="verlenging_aanvragen",
        uitkomst=Vanaf(vanaf_op=vanaf),
        bron=(*lengte.bron, "ATW 1"),
        stappen=(
            f"De laatste dag van de termijn is {voluit(eind_op)}.",
            f"Verlenging vragen kan vanaf {lengte} voor het verlopen: {voluit(vanaf)}. "
            "Terug tellen schuift niet op voor een weekend.",
            "Of het een dag eerder al kan, staat niet vast. DUO beslist.",
            f"De eerste dag is {voluit(vanaf)}.",
        ),
        zekerheid=Zekerheid.AFGELEID,
    )


@regel(
    "Tot wanneer schakelen naar een andere leerroute gewoon kan.",
    "start=2022-03-16",
    "start=2023-03-01",
)
def schakelvenster(start: date | None) -> Uitkomst[Looptijd]:
    """The year and a half in which a person can change to another route.

    `start` is the first day of the inburgeringstermijn, which counts. After `eind_op` (inclusive)
    a change asks for one of the exceptions (`wet.leerroutes.schakelen`).

    Bron: B26 5.4.1, ATW 4.
    """
    start = eis_datum_of_niets("start", start)
    if start is None:
        return nog_niet("schakelvenster", "de start van de inburgeringstermijn", ("B26 5.4.1",))
    return vanaf_de_dag(
        "schakelvenster",
        start,
        norm("schakelen_maanden", start),
        (f"De inburgeringstermijn begint op {voluit(start)}. Dat is de eerste dag.",),
    )


class Module(StrEnum):
    """The two parts with a date of their own."""

    PVT = "pvt"
    MAP = "map"


@regel(
    "Tot wanneer het PVT of de MAP klaar moet zijn.",
    "module=pvt eind_op=2025-03-15 leerroute=B",
    "module=map eind_op=2025-03-15 leerroute=O",
)
def module_termijn(
    module: Module,
    eind_op: date | None,
    leerroute: Leerroute | None,
    *,
    traject_verlaten: bool = False,
) -> Uitkomst[Moduletermijn]:
    """The last day for the PVT or the MAP: that of the inburgeringstermijn itself, extended or not.

    `eind_op` is that day (inclusive). Who follows the onderwijsroute needs no MAP, unless the
    traject was left without its diploma (`traject_verlaten`, inferred).

    Bron: Wi 6, Wi 8.3, Wi 8.4, Wi 11.
    """
    eind_op = eis_datum_of_niets("eind_op", eind_op)
    naam = module.value.upper()
    if module is Module.MAP and leerroute is None:
        return nog_niet("module_termijn", "de leerroute", ("Wi 6", "Wi 8.3"))
    if (
        module is Module.MAP
        and leerroute is not None
        and not map_nodig(leerroute, traject_verlaten=traject_verlaten)
    ):
        return Uitkomst(
            regel="module_termijn",
            uitkomst=Moduletermijn(nodig=False, eind_op=None),
            bron=("Wi 8.3",),
            stappen=("Wie de onderwijsroute volgt of heeft afgerond, hoeft geen MAP te doen.",),
            zekerheid=Zekerheid.GEVERIFIEERD,
        )
    if eind_op is None:
        return nog_niet(
            "module_termijn", "de laatste dag van de inburgeringstermijn", ("Wi 6", "Wi 11")
        )
    return Uitkomst(
        regel="module_termijn",
        uitkomst=Moduletermijn(nodig=True, eind_op=eind_op),
        bron=("Wi 6", "Wi 11"),
        stappen=(
            f"Het onderdeel {naam} hoort bij dezelfde termijn als de leerroute.",
            f"De laatste dag is {voluit(eind_op)}.",
        ),
        zekerheid=Zekerheid.AFGELEID if traject_verlaten else Zekerheid.GEVERIFIEERD,
    )


class Oorzaak(StrEnum):
    """What may happen to a plan, a stay or a duty while the three years run."""

    NIEUWE_VERSIE_PIP = "nieuwe_versie_pip"
    SCHAKELEN = "schakelen"
    AFSCHALEN = "afschalen"
    VERHUIZING = "verhuizing"
    PIP_HERROEPEN = "pip_herroepen"
    BEZWAAR = "bezwaar"
    ONDERBREKING = "onderbreking"
    TIJDELIJKE_VRIJSTELLING = "tijdelijke_vrijstelling"
    VERLENGING = "verlenging"
    BOETE_DUO = "boete_duo"


_BLIJFT = "De begindatum verandert niet als het PIP wordt gewijzigd, herroepen of vervangen."
_VERSCHUIVEN: dict[Oorzaak, tuple[bool, str, tuple[str, ...]]] = {
    Oorzaak.NIEUWE_VERSIE_PIP: (False, _BLIJFT, ("Wi 11.3",)),
    Oorzaak.SCHAKELEN: (False, _BLIJFT, ("Wi 11.3", "B26 5.3.6")),
    Oorzaak.AFSCHALEN: (False, _BLIJFT, ("Wi 11.3", "B26 5.3.6")),
    Oorzaak.VERHUIZING: (
        False,
        "Het PIP van de nieuwe gemeente begint de termijn niet opnieuw.",
        ("Wi 11.3", "Wi 15.4"),
    ),
    Oorzaak.PIP_HERROEPEN: (False, _BLIJFT, ("Wi 11.3",)),
    Oorzaak.BEZWAAR: (
        False,
        "Bezwaar schort het besluit niet op: lessen en termijn lopen door.",
        ("Awb 6:16",),
    ),
    Oorzaak.ONDERBREKING: (
        True,
        "Na een onderbreking die niet te lang duurt, wordt de termijn even lang verlengd.",
        ("B26 2.1.2", "B26 4.2"),
    ),
    Oorzaak.TIJDELIJKE_VRIJSTELLING: (
        True,
        "De termijn rust. Na intrekking van de vrijstelling geeft DUO de nieuwe datums.",
        ("Wi 4", "DUO gebeurtenissen"),
    ),
    Oorzaak.VERLENGING: (
        True,
        "DUO verlengt, op verzoek of ambtshalve.",
        ("R26 4.1", "R26 4.2", "B26 4.4"),
    ),
    Oorzaak.BOETE_DUO: (
        True,
        "Met de boete stelt DUO een nieuwe termijn.",
        ("Wi 24", "Wi 25", "R26 7.4"),
    ),
}


@regel(
    "Of een gebeurtenis de inburgeringstermijn verschuift.",
    "oorzaak=schakelen",
    "oorzaak=onderbreking",
)
def verschuift_termijn(oorzaak: Oorzaak) -> Uitkomst[bool]:
    """Whether an event moves the inburgeringstermijn; its new dates are always DUO's.

    Bron: Wi 11.3, Wi 15.4, Wi 24, Wi 25, Awb 6:16, B26 2.1.2, B26 4.2, B26 4.4, R26 4.1, R26 4.2.
    """
    ja, reden, bron = _VERSCHUIVEN[oorzaak]
    conclusie = "De termijn verschuift." if ja else "De termijn blijft zoals hij is."
    return oordeel("verschuift_termijn", ja, (reden, conclusie), bron)


def _schrikkeljaar(lezingen: dict[Telling, date], telling: Telling) -> str:
    (andere,) = (dag for lezing, dag in lezingen.items() if lezing is not telling)
    return (
        f"Door de schrikkeldag is er ook een andere telling, tot en met {voluit(andere)}. "
        "De datum van DUO gaat voor."
    )
