"""The fines of DUO, to show and never to impose: for what was not done within the three years."""

from __future__ import annotations

from datetime import date

from wet.datums import EEN_DAG, voluit
from wet.doelgroepen import Doelgroep
from wet.geld import NIETS, Bedrag, euro, procent
from wet.invoer import Peildag
from wet.leerroutes.routes import Leerroute
from wet.normen import norm
from wet.regels import regel
from wet.termijnen.looptijd import Looptijd, laatste_dag_na
from wet.uitkomst import OngeldigeInvoer, Uitkomst, Zekerheid

_BRON = ("Wi 25", "Wi 26", "R26 bijlage 6a")
_ASIEL = (
    "Een asielstatushouder krijgt van DUO geen boete, sinds de uitspraken van 2025 en 2026; alleen "
    "in een uitzonderlijk geval, bij bewezen en aanhoudende onwil."
)
_ASIEL_BRON = ("ECLI:EU:C:2025:52", "INB")


@regel(
    "De boete van DUO als PVT of MAP te laat is.",
    "doelgroep=overig op=2025-03-15",
    "doelgroep=asiel op=2025-03-15",
)
def boete_duo_pvt_map(
    doelgroep: Doelgroep, op: Peildag, *, uitzonderlijk_geval: bool = False
) -> Uitkomst[Bedrag]:
    """DUO's fine for a PVT or MAP that was not done in time. Only information.

    None for an asielstatushouder since the rulings, unless in an exceptional case
    (`uitzonderlijk_geval`). `op` selects the version of the norm.

    Bron: Wi 24, Wi 26, B26 7.2.1; asiel: ECLI:EU:C:2025:52, INB.
    """
    if doelgroep is Doelgroep.ASIEL and not uitzonderlijk_geval:
        return _geen("boete_duo_pvt_map", _ASIEL, ("Wi 24", *_ASIEL_BRON))
    vast = norm("duo_boete_pvt_map", op)
    return Uitkomst(
        regel="boete_duo_pvt_map",
        uitkomst=Bedrag(bedrag=vast.bedrag),
        bron=(*vast.bron, "B26 7.2.1"),
        stappen=(f"DUO kan {vast} opleggen, en stelt een nieuwe termijn. DUO beslist.",),
        zekerheid=vast.zekerheid,
    )


@regel(
    "De boete van DUO als de leerroute te laat is.",
    *(
        f"leerroute=O doelgroep=overig gevolgd={gevolgd} examens={examens} op=2025-03-15"
        for examens in (1, 2, 3)
        for gevolgd in (50, 70, 95)
    ),
    *(
        f"leerroute=B doelgroep=overig gevolgd=420 examens=3 behaald={behaald} op=2025-03-15"
        for behaald in (1, 2, 3, 4)
    ),
    "leerroute=Z doelgroep=asiel gevolgd=500 participatie=700 uitzonderlijk_geval=ja op=2025-03-15",
    "leerroute=Z doelgroep=overig gevolgd=500 op=2025-03-15",
)
def boete_duo_leerroute(
    leerroute: Leerroute,
    doelgroep: Doelgroep,
    gevolgd: int,
    op: Peildag,
    *,
    examens: int = 1,
    behaald: int = 0,
    participatie: int = 0,
    vergunning_ingetrokken: bool = False,
    uitzonderlijk_geval: bool = False,
) -> Uitkomst[Bedrag]:
    """DUO's fine for a route that was not completed in time. Only information.

    `gevolgd`: the percentage of the hours in the plan (asylum, B1-route) or of attendance
    (onderwijsroute); hours for other groups and for the Z-route. `examens`: 1 not every part was
    sat, 2 every part once, 3 the failed parts at least twice. `behaald`: parts passed, which lower
    it. `participatie`: hours, only for the Z-route (asylum). None when the permit was refused or
    withdrawn, and none for an asielstatushouder unless in an `uitzonderlijk_geval`. `op` selects
    the version of the norms.

    Bron: Wi 25, Wi 26, R26 bijlage 6a, R26 bijlage 6b, R26 bijlage 6c; asiel: ECLI:EU:C:2025:52.
    """
    if examens not in (1, 2, 3):
        raise OngeldigeInvoer("‘examens’ is 1, 2 of 3.")
    if vergunning_ingetrokken:
        reden = "Bij een geweigerde of ingetrokken vergunning is er geen boete."
        return _geen("boete_duo_leerroute", reden, ("Wi 25.3",))
    if doelgroep is Doelgroep.ASIEL and not uitzonderlijk_geval:
        return _geen("boete_duo_leerroute", _ASIEL, ("Wi 25", *_ASIEL_BRON))
    z_route = leerroute is Leerroute.Z
    kolom = _kolom(_grenzen(leerroute, doelgroep), gevolgd, op)
    rij = _rij(z_route, doelgroep, examens, participatie, op)
    bedrag = norm(f"duo_boete_leerroute_{rij}_{kolom}", op).bedrag
    stappen = [f"Rij {rij} en kolom {kolom} van de bijlage: {euro(bedrag)}."]
    if behaald and not z_route:
        matiging = norm(f"duo_matiging_{min(behaald, 4)}", op)
        bedrag -= procent(bedrag, matiging.aantal)
        stappen.append(f"Voor {behaald} behaalde onderdelen gaat er {matiging} af.")
    return Uitkomst(
        regel="boete_duo_leerroute",
        uitkomst=Bedrag(bedrag=bedrag),
        bron=_BRON,
        stappen=(*stappen, f"De boete van DUO is dan {euro(bedrag)}. DUO beslist."),
        zekerheid=Zekerheid.AFGELEID,
    )


def _geen(naam: str, reden: str, bron: tuple[str, ...]) -> Uitkomst[Bedrag]:
    return Uitkomst(
        regel=naam,
        uitkomst=Bedrag(bedrag=NIETS),
        bron=bron,
        stappen=(reden, f"De boete van DUO is dan {euro(NIETS)}."),
        zekerheid=Zekerheid.AFGELEID,
    )


def _grenzen(leerroute: Leerroute, doelgroep: Doelgroep) -> str:
    if leerroute is Leerroute.Z:
        return "z"
    return "procent" if doelgroep is Doelgroep.ASIEL or leerroute is Leerroute.O else "overig"


def _kolom(grenzen: str, gevolgd: int, op: date) -> int:
    """1, 2 or 3: below the first border, below the second, or from there on."""
    return 1 + sum(gevolgd >= norm(f"duo_kolom_{grenzen}_{n}", op).aantal for n in (1, 2))


def _rij(z_route: bool, doelgroep: Doelgroep, examens: int, participatie: int, op: date) -> int:
    if not z_route:
        return examens
    return _kolom("z", participatie, op) if doelgroep is Doelgroep.ASIEL else 1


@regel(
    "De nieuwe termijn die DUO na een boete geeft.",
    *(
        f"leerroute=B doelgroep=asiel eind_op=2025-03-15 examens_behaald={behaald}"
        for behaald in (0, 1, 2, 3)
    ),
    *(
        f"leerroute=Z doelgroep={doelgroep.value} eind_op=2025-03-15 uren=900 modules_open={open_}"
        for doelgroep in Doelgroep
        for open_ in (1, 2)
    ),
)
def nieuwe_termijn_duo(
    leerroute: Leerroute,
    doelgroep: Doelgroep,
    eind_op: date,
    *,
    examens_behaald: int = 0,
    uren: int = 0,
    modules_open: int = 0,
    leerroute_klaar: bool = False,
    besluit_op: date | None = None,
) -> Uitkomst[Looptijd]:
    """The new term after a fine of DUO, as a forecast; the longest that applies.

    `eind_op` is the last day (inclusive) of the old term. From when the new one runs is not
    settled: by default from the day after it; the alternative is the day after `besluit_op`, the
    decision that sets it. `modules_open`: how many of PVT and MAP
    are missing (0, 1 or 2). `uren` are the hours of the Z-route: course and participation together
    (asylum), or course alone. Nothing missing is an OngeldigeInvoer.

    Bron: R26 7.4, Wi 24, Wi 25.
    """
    namen = [f"duo_nieuwe_termijn_{trede}" for trede in _tredes(modules_open)]
    if not leerroute_klaar:
        trede = _trede(leerroute, doelgroep, examens_behaald, uren, eind_op)
        namen.append(f"duo_nieuwe_termijn_{trede}")
    if not namen:
        raise OngeldigeInvoer("Er is niets te laat: dan is er geen nieuwe termijn.")
    lengte = max((norm(naam, eind_op) for naam in namen), key=lambda rij: rij.aantal)
    vanaf = eind_op if besluit_op is None else besluit_op
    eind = laatste_dag_na(vanaf, lengte)
    return Uitkomst(
        regel="nieuwe_termijn_duo",
        uitkomst=Looptijd(start_op=vanaf + EEN_DAG, eind_op=eind),
        bron=(*lengte.bron, "Wi 24", "Wi 25"),
        stappen=(
            f"De oude termijn eindigde op {voluit(eind_op)}.",
            f"Naar wat er nog ontbreekt geeft DUO {lengte}; de langste termijn geldt.",
            f"De laatste dag is naar verwachting {voluit(eind)}. DUO beslist.",
        ),
        zekerheid=Zekerheid.AFGELEID,
    )


_TREDES = ("weinig", "enkele", "half", "veel")
"""From least to most done, so from the longest to the shortest new term."""


def _tredes(modules_open: int) -> tuple[str, ...]:
    if modules_open not in (0, 1, 2):
        raise OngeldigeInvoer("‘modules_open’ is 0, 1 of 2.")
    return ((), ("module",), ("modules",))[modules_open]


def _trede(leerroute: Leerroute, doelgroep: Doelgroep, examens: int, uren: int, op: date) -> str:
    if leerroute is not Leerroute.Z:
        return _TREDES[min(examens, len(_TREDES) - 1)]
    grenzen = (norm(f"duo_uren_z_{doelgroep.value}_{n}", op).aantal for n in (1, 2, 3))
    return _TREDES[sum(uren > grens for grens in grenzen)]
