"""The duty, exemptions and dispensations: facts of DUO, and what they mean for the dossier.

Nothing here decides that somebody has a duty. DUO decides; the municipality records it and knows
what to do next.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wet.datums import eis_datum, eis_datum_of_niets, voluit
from wet.leerroutes.eisen import EXAMENS, EisSoort
from wet.leerroutes.routes import Leerroute
from wet.normen import norm
from wet.regels import regel
from wet.termijnen.looptijd import laatste_dag_na
from wet.uitkomst import OngeldigeInvoer, Uitkomst, Zekerheid, nog_niet, oordeel


class Omvang(StrEnum):
    """How far an exemption or dispensation goes."""

    GEHEEL = "geheel"
    GEDEELTELIJK = "gedeeltelijk"
    TIJDELIJK = "tijdelijk"


class GrondOntheffing(StrEnum):
    """DUO's grounds for a dispensation."""

    MEDISCH = "MED"
    BIJZONDER = "BIO"


class Gevolg(StrEnum):
    """What a decision of DUO does to the dossier."""

    GAAT_DOOR = "gaat_door"
    RUST = "rust"
    EINDIGT = "eindigt"


_PER_OMVANG = {
    Omvang.GEHEEL: (Gevolg.EINDIGT, "De plicht eindigt, en daarmee het dossier."),
    Omvang.GEDEELTELIJK: (
        Gevolg.GAAT_DOOR,
        "Het dossier gaat door. Alleen de genoemde onderdelen hoeven niet meer.",
    ),
    Omvang.TIJDELIJK: (
        Gevolg.RUST,
        "Het dossier rust. Trekt DUO de vrijstelling in, dan herleven de plicht en het PIP.",
    ),
}


@regel("Wat een vrijstelling van DUO met het dossier doet.", "omvang=tijdelijk", "omvang=geheel")
def gevolg_vrijstelling(omvang: Omvang) -> Uitkomst[Gevolg]:
    """Whether the dossier ends, rests or goes on after an exemption by DUO.

    Bron: Wi 4, Wi 7.3, DUO gebeurtenissen (SS107, SS109, SS117, SS129, SS130).
    """
    gevolg, zin = _PER_OMVANG[omvang]
    return Uitkomst(
        regel="gevolg_vrijstelling",
        uitkomst=gevolg,
        bron=("Wi 4", "Wi 7.3", "DUO gebeurtenissen"),
        stappen=(f"DUO heeft {omvang.value} vrijstelling gegeven.", zin),
        zekerheid=Zekerheid.GEVERIFIEERD,
    )


@regel(
    "Wat een ontheffing van DUO met het dossier doet.",
    "grond=MED omvang=gedeeltelijk",
    "grond=BIO omvang=geheel",
)
def gevolg_ontheffing(grond: GrondOntheffing, omvang: Omvang) -> Uitkomst[Gevolg]:
    """Whether the dossier ends or goes on after a dispensation by DUO.

    A dispensation is never for a time, and on the ground BIO only whole: else an OngeldigeInvoer.

    Bron: Wi 5, B26 2.7, B26 2.8, DUO gebeurtenissen (SS108, SS119).
    """
    if omvang is Omvang.TIJDELIJK:
        raise OngeldigeInvoer("Een ontheffing is nooit tijdelijk.")
    if grond is GrondOntheffing.BIJZONDER and omvang is not Omvang.GEHEEL:
        raise OngeldigeInvoer("Een ontheffing om bijzondere omstandigheden (BIO) is altijd geheel.")
    gevolg, zin = _PER_OMVANG[omvang]
    return Uitkomst(
        regel="gevolg_ontheffing",
        uitkomst=gevolg,
        bron=("Wi 5", "B26 2.7" if grond is GrondOntheffing.MEDISCH else "B26 2.8"),
        stappen=(f"DUO heeft {omvang.value} ontheffing gegeven.", zin),
        zekerheid=Zekerheid.GEVERIFIEERD,
    )


@regel(
    "Of DUO deze onderdelen samen kan ontheffen om medische redenen.",
    "leerroute=B onderdelen=examen_lezen,examen_schrijven op=2026-01-01",
    "leerroute=Z onderdelen=participatieuren op=2026-01-01",
)
def gedeeltelijke_ontheffing(
    leerroute: Leerroute, onderdelen: tuple[EisSoort, ...], op: date
) -> Uitkomst[bool]:
    """Whether a partial medical dispensation can be for these parts; a check on what was typed.

    At most three of the four language parts, or KNM; in the Z-route only the participation part,
    apart from PVT and MAP. `op` selects the version of the norm.

    Bron: B26 2.7.
    """
    hoogstens = norm("ontheffing_taalonderdelen", op).aantal
    gevraagd, taal = frozenset(onderdelen), frozenset(soort for soort, _ in EXAMENS.values())
    if leerroute is Leerroute.Z:
        mag = gevraagd == {EisSoort.PARTICIPATIEUREN}
        regel_ = "In de Z-route kan alleen het deel participatie, zonder PVT en MAP."
    else:
        mag = gevraagd == {EisSoort.EXAMEN_KNM} or (
            bool(gevraagd) and gevraagd <= taal and len(gevraagd) <= hoogstens
        )
        regel_ = f"Het kan voor hoogstens {hoogstens} van de vier taalonderdelen, of voor KNM."
    slot = "Dat past hierbij." if mag else "Dat past hier niet bij. Controleer het besluit van DUO."
    return oordeel("gedeeltelijke_ontheffing", mag, (regel_, slot), ("B26 2.7",))


class Volgende(StrEnum):
    """What the municipality does about somebody young."""

    WACHTEN = "wachten"
    BEGINNEN = "beginnen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Jongere:
    """What to do now, and the 18th birthday on which that may change."""

    volgende: Volgende
    achttien_op: date


@regel(
    "Of de gemeente voor een jongere al een PIP moet maken.",
    "achttien_op=2026-05-01 volgt_onderwijs=ja op=2024-09-02",
    "achttien_op=2026-05-01 volgt_onderwijs=nee op=2026-05-01",
)
def jongere(achttien_op: date, volgt_onderwijs: bool | None, op: date) -> Uitkomst[Jongere]:
    """Whether a plan is asked for somebody of 16 or 17, and from the 18th birthday on.

    `achttien_op` is that birthday; `volgt_onderwijs`: an education that gives exemption, on `op`.
    Below 18 the duty to learn gives a temporary exemption. From 18 the plan waits for the end of
    such an education; DUO tells of it (SS101, SS129).

    Bron: Wi 2, Wi 4, DUO gebeurtenissen (SS101, SS129).
    """
    eis_datum("achttien_op", achttien_op)
    bron = ("Wi 4", "DUO gebeurtenissen")
    if eis_datum("op", op) < achttien_op:
        reden = "Tot de achttiende verjaardag geldt de leer- of kwalificatieplicht: tijdelijk vrij."
        return _jongere(Volgende.WACHTEN, achttien_op, reden, bron)
    if volgt_onderwijs is None:
        return nog_niet("jongere", "of deze persoon onderwijs volgt dat vrijstelling geeft", bron)
    if volgt_onderwijs:
        reden = "Deze persoon volgt onderwijs dat tijdelijk vrijstelt. DUO meldt het als dat stopt."
        return _jongere(Volgende.WACHTEN, achttien_op, reden, bron)
    reden = "Zonder zulk onderwijs begint het vanaf de achttiende verjaardag."
    return _jongere(Volgende.BEGINNEN, achttien_op, reden, bron)


def _jongere(
    volgende: Volgende, achttien_op: date, reden: str, bron: tuple[str, ...]
) -> Uitkomst[Jongere]:
    wat = "wacht met het PIP" if volgende is Volgende.WACHTEN else "maak het PIP"
    return Uitkomst(
        regel="jongere",
        uitkomst=Jongere(volgende=volgende, achttien_op=achttien_op),
        bron=bron,
        stappen=(f"Deze persoon wordt 18 op {voluit(achttien_op)}.", reden, f"Nu: {wat}."),
        zekerheid=Zekerheid.GEVERIFIEERD,
    )


@regel("Of een PIP nog zin heeft als de AOW-leeftijd nadert.", "aow_op=2026-08-01 op=2026-03-02")
def aow_nadert(aow_op: date | None, op: date) -> Uitkomst[bool]:
    """Whether the duty ends at AOW age before a plan could have run its three years.

    `aow_op` is the day on which the person reaches AOW age, as DUO tells (SS128). DUO ends the
    duty; asking DUO first is advice, no rule.

    Bron: Wi 3, DUO gebeurtenissen (SS128, SS110).
    """
    aow_op = eis_datum_of_niets("aow_op", aow_op)
    bron = ("Wi 3", "DUO gebeurtenissen")
    if aow_op is None:
        return nog_niet("aow_nadert", "de dag waarop de AOW-leeftijd is bereikt", bron)
    lengte = norm("inburgeringstermijn_jaren", eis_datum("op", op))
    eerder = aow_op <= laatste_dag_na(op, lengte)
    slot = (
        "Dat is eerder dan de drie jaar van een PIP. Overleg eerst met DUO."
        if eerder
        else "Er is tijd genoeg voor een PIP van drie jaar."
    )
    return oordeel(
        "aow_nadert",
        eerder,
        (f"De plicht eindigt met de AOW-leeftijd, op {voluit(aow_op)}.", slot),
        bron,
        Zekerheid.AFGELEID,
    )
