"""The three routes, the levels that go with them, and which route fits a person."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from wet.doelgroepen import Doelgroep
from wet.normen import norm
from wet.regels import regel
from wet.uitkomst import Aantal, Uitkomst, Zekerheid, nog_niet


class Leerroute(StrEnum):
    """The route in the plan, with DUO's codes."""

    B = "B"
    O = "O"  # noqa: E741 - DUO's code, and what people in the field write
    Z = "Z"

    @property
    def label(self) -> str:
        """The name as a heading."""
        return _ROUTELABELS[self]


_ROUTELABELS = {
    Leerroute.B: "B1-route",
    Leerroute.O: "Onderwijsroute",
    Leerroute.Z: "Zelfredzaamheidsroute (Z-route)",
}


class Niveau(StrEnum):
    """The level of an exam. A plan is at A2 or B1; an exam at B2 is the person's own choice."""

    A2 = "A2"
    B1 = "B1"
    B2 = "B2"


class Examenonderdeel(StrEnum):
    """The four parts of the language exam, with DUO's codes."""

    LEZEN = "LE"
    LUISTEREN = "LU"
    SCHRIJVEN = "SC"
    SPREKEN = "SP"


_STANDAARDNIVEAU = {Leerroute.B: Niveau.B1, Leerroute.O: Niveau.B1, Leerroute.Z: None}


def standaardniveau(leerroute: Leerroute) -> Niveau | None:
    """The level when the plan names none: B1 for the B1- and onderwijsroute, none for the Z-route.

    Bron: Wi 7, Wi 8, Wi 9, DUO pip.
    """
    return _STANDAARDNIVEAU[leerroute]


@regel(
    "Of een niveau bij een leerroute in het PIP mag staan.",
    "leerroute=B niveau=A2 eerste_pip=ja",
    "leerroute=O niveau=B1 eerste_pip=nee",
)
def niveau_toegestaan(
    leerroute: Leerroute, niveau: Niveau | None, *, eerste_pip: bool
) -> Uitkomst[bool]:
    """Whether a plan with this route may have this level; None means: no level named.

    `eerste_pip`: the first plan ever for this person, by whichever municipality. Somebody who moved
    here with a plan no longer has a first one.

    Bron: Wi 7, Wi 8, Wi 9, Wi 17.3, DUO pip.
    """
    reden, bron = _waarom_niet(leerroute, niveau, eerste_pip)
    conclusie = reden or (
        f"{leerroute.label} met niveau {niveau.value} mag in het PIP staan."
        if niveau
        else f"{leerroute.label} zonder apart niveau mag in het PIP staan."
    )
    return Uitkomst(
        regel="niveau_toegestaan",
        uitkomst=not reden,
        bron=(*bron, "DUO pip"),
        stappen=(conclusie,),
        zekerheid=Zekerheid.GEVERIFIEERD,
    )


def _waarom_niet(
    leerroute: Leerroute, niveau: Niveau | None, eerste_pip: bool
) -> tuple[str, tuple[str, ...]]:
    match leerroute, niveau:
        case _, Niveau.B2:
            return (
                "B2 is geen niveau in het PIP. Een examen op B2 doen mag altijd.",
                ("Wi 7",),
            )
        case Leerroute.O, Niveau.A2:
            return "Bij de onderwijsroute hoort niveau B1, geen A2.", ("Wi 8",)
        case Leerroute.Z, Niveau.B1:
            return "Bij de Z-route hoort geen niveau B1.", ("Wi 9",)
        case Leerroute.B, Niveau.A2 if eerste_pip:
            return (
                "In het eerste PIP staat de B1-route altijd op niveau B1. "
                "Afschalen naar A2 kan pas later, na genoeg uren les.",
                ("Wi 17.3",),
            )
        case _:
            return "", ("Wi 7", "Wi 8", "Wi 9")


def map_nodig(leerroute: Leerroute, *, traject_verlaten: bool = False) -> bool:
    """Whether the MAP belongs to the route: not for who follows or completed the onderwijsroute.

    After a switch from the onderwijsroute to another route, or after leaving the traject without a
    diploma (`traject_verlaten`), the MAP is due again (both inferred).

    Bron: Wi 8.3, Wi 8.4.
    """
    return leerroute is not Leerroute.O or traject_verlaten


@regel(
    "Welke leerroute de wet bij iemand vindt passen.",
    "wil_studeren=ja grote_kans_diploma=ja examen_haalbaar=ja",
    "wil_studeren=nee grote_kans_diploma=nee examen_haalbaar=nee",
    "wil_studeren=nee grote_kans_diploma=nee examen_haalbaar=ja",
)
def passende_leerroute(
    wil_studeren: bool | None, grote_kans_diploma: bool | None, examen_haalbaar: bool | None
) -> Uitkomst[Leerroute]:
    """The route by the law's own criteria; the college decides and the test only advises.

    `wil_studeren`: the person said in the intake to want mbo, hbo or wo. `grote_kans_diploma`: the
    college sees a large chance of a diploma. `examen_haalbaar`: in the college's judgment the
    person is reasonably able to reach the exam or the traject within the three years.

    Bron: Wi 8.1, Wi 9.1, Wi 14.5.
    """
    bron = ("Wi 8.1", "Wi 9.1", "Wi 14.5")
    if wil_studeren is None or (wil_studeren and grote_kans_diploma is None):
        return nog_niet("passende_leerroute", "wat de brede intake zegt over een opleiding", bron)
    if wil_studeren and grote_kans_diploma:
        reden = "Deze persoon wil een opleiding volgen en de kans op een diploma is groot."
        return _past(Leerroute.O, reden, bron)
    if examen_haalbaar is None:
        return nog_niet("passende_leerroute", "het oordeel of het examen haalbaar is", bron)
    if examen_haalbaar:
        return _past(Leerroute.B, "Het examen is in drie jaar redelijkerwijs haalbaar.", bron)
    return _past(Leerroute.Z, "Het examen is in drie jaar redelijkerwijs niet haalbaar.", bron)


def _past(leerroute: Leerroute, reden: str, bron: tuple[str, ...]) -> Uitkomst[Leerroute]:
    return Uitkomst(
        regel="passende_leerroute",
        uitkomst=leerroute,
        bron=bron,
        stappen=(
            reden,
            "De leerbaarheidstoets is daarbij een advies; de gemeente besluit.",
            f"Daarbij past: {leerroute.label}.",
        ),
        zekerheid=Zekerheid.GEVERIFIEERD,
    )


@regel(
    "Hoe vaak iemand gratis examen mag doen, per onderdeel.",
    "doelgroep=asiel leerroute=B knm=nee op=2026-01-01",
    "doelgroep=asiel leerroute=O knm=nee op=2026-01-01",
    "doelgroep=overig leerroute=B knm=ja op=2026-01-01",
)
def gratis_pogingen(
    doelgroep: Doelgroep, leerroute: Leerroute, knm: bool, op: date
) -> Uitkomst[Aantal]:
    """The free attempts at one part of the exam; `knm`: whether that part is KNM.

    Only for asielstatushouders; in the onderwijsroute only KNM. Who wishes to sit a part in the
    Z-route is treated as in the B1-route (inferred). `op` selects the version of the norm. DUO's
    own count of what is left leads.

    Bron: R26, B26 3.14.7; de Z-route is afgeleid.
    """
    lengte = norm("gratis_pogingen", op)
    mag = doelgroep is Doelgroep.ASIEL and (leerroute is not Leerroute.O or knm)
    aantal = lengte.aantal if mag else 0
    return Uitkomst(
        regel="gratis_pogingen",
        uitkomst=Aantal(aantal=aantal),
        bron=lengte.bron,
        stappen=(
            f"Deze persoon is {doelgroep.label} en volgt de {leerroute.label}.",
            f"Gratis pogingen voor dit onderdeel: {aantal}. DUO weet hoeveel er nog over zijn.",
        ),
        zekerheid=Zekerheid.AFGELEID if leerroute is Leerroute.Z else lengte.zekerheid,
    )
