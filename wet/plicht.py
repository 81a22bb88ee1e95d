"""The duty, exemptions and dispensations: facts of DUO, and what they mean for the dossier.

Nothing here decides that somebody has a duty. DUO decides; the municipality records it and knows
what to do next.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wet.datums import eis_datum, eis_datum_of_niets, voluit
from wet.invoer import Peildag
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
    HERVAT = "hervat"
    VOLTOOID = "voltooid"


_PER_OMVANG = {
    Omvang.GEHEEL: (Gevolg.EINDIGT, "De plicht eindigt, en daarmee het dossier."),
    Omvang.GEDEELTELIJK: (
        Gevolg.GAAT_DOOR,
        "Het dossier gaat door. Alleen de genoemde onderdelen hoeven niet meer.",
    ),
    Omvang.TIJDELIJK: (
        Gevolg.RUST,
        "Het dossier rust. Trekt DUO de vrijstelling in, dan herleeft de plicht. Als er een PIP "
        "was, herleeft ook dat.",
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


@regel(
    "Of iemand oud genoeg is voor de inburgeringsplicht.",
    "leeftijd=15 op=2026-03-02",
    "leeftijd=16 op=2026-03-02",
)
def oud_genoeg(leeftijd: int, op: Peildag) -> Uitkomst[bool]:
    """Whether somebody of this age (whole years) can have the duty; DUO decides that it exists.

    `op` selects the version of the norm. The other end, AOW age, is DUO's to tell (`aow_nadert`).

    Bron: Wi 3.
    """
    vanaf = norm("plicht_leeftijd_jaren", op)
    mag = leeftijd >= vanaf.aantal
    slot = "Deze persoon kan inburgeringsplichtig zijn." if mag else "Deze persoon is te jong."
    return oordeel("oud_genoeg", mag, (f"De plicht kan bestaan vanaf {vanaf}.", slot), vanaf.bron)


@regel(
    "Of iemand volwassen is, zoals de overdracht van een gezin dat vraagt.",
    "leeftijd=17 op=2026-03-02",
    "leeftijd=18 op=2026-03-02",
)
def volwassen(leeftijd: int, op: Peildag) -> Uitkomst[bool]:
    """Whether somebody of this age (whole years) is of age. `op` selects the version of the norm.

    Bron: BW 1:233 (niet nagelezen).
    """
    vanaf = norm("meerderjarig_jaren", op)
    mag = leeftijd >= vanaf.aantal
    slot = "Deze persoon is volwassen." if mag else "Deze persoon is minderjarig."
    stap = f"Volwassen is wie {vanaf} of ouder is."
    return oordeel("volwassen", mag, (stap, slot), vanaf.bron, vanaf.zekerheid)


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
        reden = "In de praktijk wacht het tot de achttiende verjaardag, om de leerplicht."
        return _jongere(Volgende.WACHTEN, achttien_op, reden, bron, Zekerheid.PRAKTIJK)
    if volgt_onderwijs is None:
        return nog_niet("jongere", "of deze persoon onderwijs volgt dat vrijstelling geeft", bron)
    if volgt_onderwijs:
        reden = "Deze persoon volgt onderwijs dat tijdelijk vrijstelt. DUO meldt het als dat stopt."
        return _jongere(Volgende.WACHTEN, achttien_op, reden, bron)
    reden = "Zonder zulk onderwijs begint het vanaf de achttiende verjaardag."
    return _jongere(Volgende.BEGINNEN, achttien_op, reden, bron)


def _jongere(
    volgende: Volgende,
    achttien_op: date,
    reden: str,
    bron: tuple[str, ...],
    zekerheid: Zekerheid = Zekerheid.GEVERIFIEERD,
) -> Uitkomst[Jongere]:
    wat = "wacht met het PIP" if volgende is Volgende.WACHTEN else "maak het PIP"
    return Uitkomst(
        regel="jongere",
        uitkomst=Jongere(volgende=volgende, achttien_op=achttien_op),
        bron=bron,
        stappen=(f"Deze persoon wordt 18 op {voluit(achttien_op)}.", reden, f"Nu: {wat}."),
        zekerheid=zekerheid,
    )


@regel(
    "Of iemand de AOW-leeftijd bereikt voordat de termijn van een PIP om zou zijn.",
    "aow_op=2026-08-01 op=2026-03-02",
)
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
        f"Dat is binnen {lengte}. Overleg eerst met DUO; de tien weken voor het PIP lopen door."
        if eerder
        else f"Dat is later dan {lengte}: er is tijd genoeg."
    )
    return oordeel(
        "aow_nadert",
        eerder,
        (f"De plicht eindigt met de AOW-leeftijd, op {voluit(aow_op)}.", slot),
        bron,
        Zekerheid.AFGELEID,
    )


class DuoGebeurtenis(StrEnum):
    """The events of DUO that end, rest or resume a dossier."""

    DIPLOMA = "SS106"
    GEHEEL_VRIJGESTELD = "SS107"
    GEHEEL_ONTHEVEN = "SS108"
    TIJDELIJK_VRIJGESTELD = "SS109"
    PLICHT_INGETROKKEN = "SS110"
    OVERLEDEN = "SS111"
    DEELS_VRIJGESTELD = "SS117"
    DEELS_ONTHEVEN = "SS119"
    VRIJSTELLING_INGETROKKEN = "SS129"
    VRIJSTELLING_INGETROKKEN_MET_PIP = "SS130"


_PER_GEBEURTENIS = {
    DuoGebeurtenis.DIPLOMA: (Gevolg.VOLTOOID, "Aan de plicht is voldaan."),
    DuoGebeurtenis.GEHEEL_VRIJGESTELD: _PER_OMVANG[Omvang.GEHEEL],
    DuoGebeurtenis.GEHEEL_ONTHEVEN: _PER_OMVANG[Omvang.GEHEEL],
    DuoGebeurtenis.TIJDELIJK_VRIJGESTELD: _PER_OMVANG[Omvang.TIJDELIJK],
    DuoGebeurtenis.PLICHT_INGETROKKEN: (
        Gevolg.EINDIGT,
        "De plicht is ingetrokken: verblijf, naturalisatie, AOW-leeftijd of te lang vertrokken.",
    ),
    DuoGebeurtenis.OVERLEDEN: (Gevolg.EINDIGT, "Deze persoon is overleden."),
    DuoGebeurtenis.DEELS_VRIJGESTELD: _PER_OMVANG[Omvang.GEDEELTELIJK],
    DuoGebeurtenis.DEELS_ONTHEVEN: _PER_OMVANG[Omvang.GEDEELTELIJK],
    DuoGebeurtenis.VRIJSTELLING_INGETROKKEN: (
        Gevolg.HERVAT,
        "De plicht herleeft. Er was nog geen PIP: DUO zegt vanaf wanneer de tien weken lopen.",
    ),
    DuoGebeurtenis.VRIJSTELLING_INGETROKKEN_MET_PIP: (
        Gevolg.HERVAT,
        "De plicht en het PIP herleven. DUO geeft de nieuwe datums van de termijn.",
    ),
}


@regel(
    "Wat een gebeurtenis van DUO met het dossier doet.",
    "gebeurtenis=SS106",
    "gebeurtenis=SS110",
    "gebeurtenis=SS129",
)
def gevolg_gebeurtenis(gebeurtenis: DuoGebeurtenis) -> Uitkomst[Gevolg]:
    """Whether an event of DUO ends, rests, resumes or completes the dossier.

    Bron: Wi 3, Wi 4, Wi 5, DUO gebeurtenissen.
    """
    gevolg, zin = _PER_GEBEURTENIS[gebeurtenis]
    return Uitkomst(
        regel="gevolg_gebeurtenis",
        uitkomst=gevolg,
        bron=("DUO gebeurtenissen",),
        stappen=(zin,),
        zekerheid=Zekerheid.GEVERIFIEERD,
    )


@regel(
    "Of de gemeente de leerbaarheidstoets mag overslaan om een beperking.",
    "visueel=ja auditief=nee",
    "visueel=nee auditief=ja in_staat=nee",
)
def toets_ontheffen(
    visueel: bool, auditief: bool, *, in_staat: bool | None = None
) -> Uitkomst[bool]:
    """Whether the college may dispense with the leerbaarheidstoets.

    For a visual impairment always; for an auditory one when the person is deemed not able
    (`in_staat` False).

    Bron: Wi 14.6.
    """
    if visueel:
        reden = "Bij een visuele beperking hoeft de toets nooit."
        return oordeel("toets_ontheffen", True, (reden, "De toets mag vervallen."), ("Wi 14.6",))
    if auditief and in_staat is None:
        return nog_niet("toets_ontheffen", "het oordeel of de toets gaat", ("Wi 14.6",))
    mag = auditief and not in_staat
    reden = (
        "Door de auditieve beperking gaat de toets niet."
        if mag
        else "Er is geen beperking waardoor de toets niet gaat."
    )
    slot = "De toets mag vervallen." if mag else "De toets moet worden afgenomen."
    return oordeel("toets_ontheffen", mag, (reden, slot), ("Wi 14.6",))
