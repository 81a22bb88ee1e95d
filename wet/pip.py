"""What a plan (PIP) must contain, and what the brede intake must have yielded before that.

The mandatory parts are data (`VERPLICHT_IN_PIP`, `VERPLICHT_IN_INTAKE`); the checks read them and
answer with what is missing, each with its article and one Dutch sentence that says what to do. An
empty answer means: nothing is missing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from wet.doelgroepen import Doelgroep
from wet.leerroutes import Examenonderdeel, Leerroute, Niveau, map_nodig, niveau_toegestaan
from wet.normen import norm
from wet.regels import regel
from wet.uitkomst import Uitkomst, oordeel

S = TypeVar("S")


class Opname(StrEnum):
    """For a part that does not concern everybody: it is in, or it does not apply.

    Saying neither is an omission.
    """

    OPGENOMEN = "opgenomen"
    NIET_VAN_TOEPASSING = "niet_van_toepassing"


@dataclass(frozen=True, slots=True, kw_only=True)
class InhoudPip:
    """What a plan holds so far. None or an empty text: not filled in yet.

    `op` is the day on which the plan is judged (the dagtekening); it selects the version of the
    norms. Hours of PVT and MAP are what the plan promises. `aftrek_uren` are hours that already
    count for the Z-route (intake, a former route). `leerroute_vorig_pip` is the route in
    the plan of the former municipality, after a move. `eerste_pip`: the first plan ever for this
    person, by whichever municipality. `advies` is the route that the advice names; another route
    asks for `afwijking`, the reason. `bijlagen` counts the decisions that are attached.
    `beperking`: the Z-route asks less for an auditory or visual impairment with a
    revalidatietraject: `cursusnorm` course hours, or no lessons in the skills of `overgeslagen`.
    """

    op: date
    doelgroep: Doelgroep | None = None
    leerroute: Leerroute | None = None
    niveau: Niveau | None = None
    eerste_pip: bool = True
    motivering: str = ""
    advies: Leerroute | None = None
    afwijking: str = ""
    begeleiding: str = ""
    pvt_uren: int | None = None
    map_uren: int | None = None
    leerroute_uren: int | None = None
    aftrek_uren: int = 0
    beperking: bool = False
    cursusnorm: int | None = None
    overgeslagen: tuple[Examenonderdeel, ...] = ()
    beperking_tekst: str = ""
    participatie_uren: int | None = None
    voortgangsgesprekken: int | None = None
    vve: Opname | None = None
    vve_tekst: str = ""
    participatiewet: Opname | None = None
    bijlagen: int = 0
    examenwens_z: Opname | None = None
    leerroute_vorig_pip: Leerroute | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIntake:
    """What the brede intake has yielded so far.

    `toets_afgenomen` or `toets_ontheven` (dispensation by the municipality) settles the
    leerbaarheidstoets. `alleen_spreken_gemeld_op` is the day on which the person heard of the right
    to speak alone. `pip_overgenomen`: the person moved here with a plan; the test and the study of
    education and work need not be done again. `bij_afwezigheid`: the person did not come after the
    third summons, so the municipality closes without what only the person could give.
    """

    toets_afgenomen: bool = False
    toets_ontheven: bool = False
    opleiding_en_werk: bool = False
    persoonlijke_omstandigheden: bool = False
    fysieke_gezondheid: bool = False
    mentale_gezondheid: bool = False
    vve: Opname | None = None
    taalniveau: bool = False
    kansen_op_werk: bool = False
    zelfredzaamheid: bool = False
    alleen_spreken_gemeld_op: date | None = None
    verslag: bool = False
    pip_overgenomen: bool = False
    bij_afwezigheid: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontbrekend:
    """Something the law asks for that is not there, what to do about it, and the articles."""

    onderdeel: str
    tekst: str
    bron: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verplicht(Generic[S]):
    """A mandatory part: the sentence and the articles for when it is missing, and the test.

    `minimum` names the norm whose value stands in the sentence at `{minimum}`.
    """

    onderdeel: str
    tekst: str
    bron: tuple[str, ...]
    ontbreekt: Callable[[S], bool]
    minimum: str = ""


def _te_weinig(uren: int | None, naam: str, op: date) -> bool:
    return uren is None or uren < norm(naam, op).aantal


def _te_weinig_les(inhoud: InhoudPip) -> bool:
    """A Z-route of fewer hours than the law asks would contradict its own requirements."""
    if inhoud.leerroute is Leerroute.Z:
        samen = (inhoud.leerroute_uren or 0) + inhoud.aftrek_uren
        return not inhoud.leerroute_uren or samen < _cursusnorm(inhoud)
    return not inhoud.leerroute_uren


def _cursusnorm(inhoud: InhoudPip) -> int:
    wettelijk = norm("z_cursusuren", inhoud.op).aantal
    lager = inhoud.cursusnorm if inhoud.beperking else None
    return wettelijk if lager is None else min(wettelijk, lager)


def _minder_zonder_beperking(inhoud: InhoudPip) -> bool:
    minder = inhoud.cursusnorm is not None or bool(inhoud.overgeslagen)
    return inhoud.leerroute is Leerroute.Z and minder and not inhoud.beperking


def _om_beperking(inhoud: InhoudPip) -> bool:
    return inhoud.leerroute is Leerroute.Z and inhoud.beperking


def _niets_minder(inhoud: InhoudPip) -> bool:
    """A norm that is not lower than that of the law, or neither a norm nor a skill."""
    if inhoud.cursusnorm is None:
        return not inhoud.overgeslagen
    return inhoud.cursusnorm >= norm("z_cursusuren", inhoud.op).aantal


def _niveau_past_niet(inhoud: InhoudPip) -> bool:
    if inhoud.leerroute is None:
        return False
    oordeel = niveau_toegestaan(inhoud.leerroute, inhoud.niveau, eerste_pip=inhoud.eerste_pip)
    return not oordeel.bekend


def _wijkt_af(inhoud: InhoudPip) -> bool:
    return inhoud.leerroute is not None and inhoud.advies not in (None, inhoud.leerroute)


def _te_weinig_participatie(inhoud: InhoudPip) -> bool:
    """Only an asielstatushouder in the Z-route has hours of participation."""
    if inhoud.leerroute is not Leerroute.Z or inhoud.doelgroep is not Doelgroep.ASIEL:
        return False
    return _te_weinig(inhoud.participatie_uren, "z_participatieuren", inhoud.op)


def _andere_route(inhoud: InhoudPip) -> bool:
    return inhoud.leerroute_vorig_pip not in (None, inhoud.leerroute)


_MINDER = ("B26 3.14.8", "R26 3.16.2")

VERPLICHT_IN_PIP: tuple[Verplicht[InhoudPip], ...] = (
    Verplicht(
        onderdeel="doelgroep",
        tekst="Leg vast tot welke doelgroep deze persoon hoort. DUO bepaalt dat.",
        bron=("Wi 13.1", "Wi 15.2"),
        ontbreekt=lambda inhoud: inhoud.doelgroep is None,
    ),
    Verplicht(
        onderdeel="leerroute",
        tekst="Kies de leerroute.",
        bron=("Wi 15.1a",),
        ontbreekt=lambda inhoud: inhoud.leerroute is None,
    ),
    Verplicht(
        onderdeel="leerroute_vorig_pip",
        tekst="Kies de leerroute uit het PIP van de vorige gemeente. Schakelen kan daarna.",
        bron=("Wi 15.4",),
        ontbreekt=lambda inhoud: inhoud.leerroute is not None and _andere_route(inhoud),
    ),
    Verplicht(
        onderdeel="niveau",
        tekst="Kies een taalniveau dat bij de leerroute past. De B1-route en de onderwijsroute "
        "hebben B1; de B1-route heeft in het eerste PIP nooit A2; de Z-route heeft geen B1.",
        bron=("Wi 7", "Wi 8", "Wi 9", "Wi 17.3"),
        ontbreekt=_niveau_past_niet,
    ),
    Verplicht(
        onderdeel="motivering",
        tekst="Schrijf op waarom u deze leerroute kiest.",
        bron=("Awb 3:46", "Awb 3:47"),
        ontbreekt=lambda inhoud: not inhoud.motivering.strip(),
    ),
    Verplicht(
        onderdeel="afwijking",
        tekst="U kiest een andere leerroute dan het advies. Schrijf op waarom.",
        bron=("Awb 3:46", "Wi 14.5"),
        ontbreekt=lambda inhoud: _wijkt_af(inhoud) and not inhoud.afwijking.strip(),
    ),
    Verplicht(
        onderdeel="begeleiding",
        tekst="Beschrijf welke begeleiding en ondersteuning deze persoon krijgt.",
        bron=("Wi 15.1b", "Wi 17.1"),
        ontbreekt=lambda inhoud: not inhoud.begeleiding.strip(),
    ),
    Verplicht(
        onderdeel="pvt_uren",
        tekst="Vul in hoeveel uren het PVT duurt: ten minste {minimum}.",
        minimum="pvt_uren",
        bron=("Wi 15.1c", "B26 3.1.2"),
        ontbreekt=lambda inhoud: _te_weinig(inhoud.pvt_uren, "pvt_uren", inhoud.op),
    ),
    Verplicht(
        onderdeel="map_uren",
        tekst="Vul in hoeveel uren praktijk de MAP heeft: ten minste {minimum}.",
        minimum="map_praktijkuren",
        bron=("Wi 15.1c", "R26 3.1"),
        ontbreekt=lambda inhoud: (
            (inhoud.leerroute is None or map_nodig(inhoud.leerroute))
            and _te_weinig(inhoud.map_uren, "map_praktijkuren", inhoud.op)
        ),
    ),
    Verplicht(
        onderdeel="vve",
        tekst="Neem de afspraken op over de voor- en vroegschoolse educatie (VVE) van de kinderen, "
        "of geef aan dat dit niet van toepassing is.",
        bron=("Wi 15.1d",),
        ontbreekt=lambda inhoud: inhoud.vve is None,
    ),
    Verplicht(
        onderdeel="vve_tekst",
        tekst="Schrijf op welke afspraken over de VVE in het plan komen.",
        bron=("Wi 15.1d",),
        ontbreekt=lambda inhoud: inhoud.vve is Opname.OPGENOMEN and not inhoud.vve_tekst.strip(),
    ),
    Verplicht(
        onderdeel="leerroute_uren",
        tekst="Vul in hoeveel uren de leerroute vraagt; bij de Z-route ten minste {minimum}, min "
        "de uren die al meetellen.",
        minimum="z_cursusuren",
        bron=("Wi 15.2", "Wi 9"),
        ontbreekt=lambda inhoud: inhoud.doelgroep is Doelgroep.ASIEL and _te_weinig_les(inhoud),
    ),
    Verplicht(
        onderdeel="beperking",
        tekst="Kies om welke beperking deze persoon minder lessen krijgt. Dat kan alleen met een "
        "revalidatietraject.",
        bron=_MINDER,
        ontbreekt=_minder_zonder_beperking,
    ),
    Verplicht(
        onderdeel="cursusnorm",
        tekst="Vul in hoeveel uren les deze persoon krijgt, minder dan {minimum}, of kies de "
        "vaardigheden die worden overgeslagen.",
        minimum="z_cursusuren",
        bron=_MINDER,
        ontbreekt=lambda inhoud: _om_beperking(inhoud) and _niets_minder(inhoud),
    ),
    Verplicht(
        onderdeel="beperking_tekst",
        tekst="Schrijf op waarom deze persoon minder lessen krijgt, en welk revalidatietraject "
        "erbij hoort.",
        bron=(*_MINDER, "Awb 3:46"),
        ontbreekt=lambda inhoud: _om_beperking(inhoud) and not inhoud.beperking_tekst.strip(),
    ),
    Verplicht(
        onderdeel="participatie_uren",
        tekst="Vul in hoeveel uren participatie de Z-route heeft: ten minste {minimum}.",
        minimum="z_participatieuren",
        bron=("Wi 9", "B26 3.14.2"),
        ontbreekt=_te_weinig_participatie,
    ),
    Verplicht(
        onderdeel="participatiewet",
        tekst="Voeg de besluiten van de Participatiewet toe, ook dat over het ontzorgen, "
        "of geef aan dat die er niet zijn.",
        bron=("Wi 15.3",),
        ontbreekt=lambda inhoud: inhoud.participatiewet is None,
    ),
    Verplicht(
        onderdeel="bijlagen",
        tekst="Voeg de besluiten van de Participatiewet als PDF toe: ze horen bij het plan.",
        bron=("Wi 15.3",),
        ontbreekt=lambda inhoud: (
            inhoud.participatiewet is Opname.OPGENOMEN and inhoud.bijlagen == 0
        ),
    ),
    Verplicht(
        onderdeel="voortgangsgesprekken",
        tekst="Vul in hoeveel voortgangsgesprekken er komen.",
        bron=("B26 5.3.4",),
        ontbreekt=lambda inhoud: not inhoud.voortgangsgesprekken,
    ),
    Verplicht(
        onderdeel="examenwens_z",
        tekst="Leg vast of deze persoon examen op niveau A2 of het examen KNM wil doen, "
        "of geef aan dat dit niet van toepassing is.",
        bron=("B26 3.14.7",),
        ontbreekt=lambda inhoud: inhoud.leerroute is Leerroute.Z and inhoud.examenwens_z is None,
    ),
)
"""Everything a plan must contain, in the order of the law."""

VERPLICHT_IN_INTAKE: tuple[Verplicht[StandIntake], ...] = (
    Verplicht(
        onderdeel="leerbaarheidstoets",
        tekst="Neem de leerbaarheidstoets af, of leg vast waarom die niet hoeft.",
        bron=("Wi 14.3", "Wi 14.6"),
        ontbreekt=lambda stand: (
            not (stand.toets_afgenomen or stand.toets_ontheven or stand.pip_overgenomen)
        ),
    ),
    Verplicht(
        onderdeel="opleiding_en_werk",
        tekst="Beschrijf de opleiding en de werkervaring.",
        bron=("Wi 14.3",),
        ontbreekt=lambda stand: not (stand.opleiding_en_werk or stand.pip_overgenomen),
    ),
    Verplicht(
        onderdeel="persoonlijke_omstandigheden",
        tekst="Beschrijf de persoonlijke omstandigheden.",
        bron=("Wi 14.3",),
        ontbreekt=lambda stand: not stand.persoonlijke_omstandigheden,
    ),
    Verplicht(
        onderdeel="fysieke_gezondheid",
        tekst="Beschrijf de fysieke gezondheid.",
        bron=("Wi 14.3",),
        ontbreekt=lambda stand: not stand.fysieke_gezondheid,
    ),
    Verplicht(
        onderdeel="mentale_gezondheid",
        tekst="Beschrijf de mentale gezondheid.",
        bron=("Wi 14.3",),
        ontbreekt=lambda stand: not stand.mentale_gezondheid,
    ),
    Verplicht(
        onderdeel="vve",
        tekst="Bespreek de voor- en vroegschoolse educatie (VVE) van de kinderen, "
        "of geef aan dat dit niet van toepassing is.",
        bron=("Wi 14.3",),
        ontbreekt=lambda stand: stand.vve is None,
    ),
    Verplicht(
        onderdeel="taalniveau",
        tekst="Beschrijf hoe goed deze persoon Nederlands kent.",
        bron=("B26 5.2",),
        ontbreekt=lambda stand: not stand.taalniveau,
    ),
    Verplicht(
        onderdeel="kansen_op_werk",
        tekst="Beschrijf de kansen op werk.",
        bron=("B26 5.2",),
        ontbreekt=lambda stand: not stand.kansen_op_werk,
    ),
    Verplicht(
        onderdeel="zelfredzaamheid",
        tekst="Beschrijf hoe zelfredzaam deze persoon is.",
        bron=("B26 5.2",),
        ontbreekt=lambda stand: not stand.zelfredzaamheid,
    ),
    Verplicht(
        onderdeel="alleen_spreken",
        tekst="Wijs deze persoon op het recht om alleen te spreken, en vul de datum in.",
        bron=("B26 5.2",),
        ontbreekt=lambda stand: stand.alleen_spreken_gemeld_op is None,
    ),
    Verplicht(
        onderdeel="verslag",
        tekst="Leg de brede intake vast in een verslag.",
        bron=("B26 5.2",),
        ontbreekt=lambda stand: not stand.verslag,
    ),
)
"""Everything the brede intake needs before a plan can be made."""


def wat_ontbreekt(inhoud: InhoudPip) -> tuple[Ontbrekend, ...]:
    """What the plan still lacks to be lawful, in the order of the law; empty when it is complete.

    Hours below the legal minimum count as lacking.

    Bron: Wi 15, Wi 17.1, B26 3.14.7, B26 5.3.4, Awb 3:46; minima: B26 3.1.2, R26 3.1, Wi 9.
    """
    return _ontbrekend(VERPLICHT_IN_PIP, inhoud, inhoud.op)


def wat_ontbreekt_in_intake(stand: StandIntake) -> tuple[Ontbrekend, ...]:
    """What the brede intake still lacks before a plan can be made; empty when it is complete.

    When the person stays away the municipality completes it without the parts that only the person
    could give; the report it writes itself.

    Bron: Wi 14.2, Wi 14.3, Wi 14.6, Wi 15.4, B26 5.2, B26 5.3.3.
    """
    ontbreekt = _ontbrekend(VERPLICHT_IN_INTAKE, stand, None)
    if stand.bij_afwezigheid:
        return tuple(deel for deel in ontbreekt if deel.onderdeel == "verslag")
    return ontbreekt


@regel(
    "Of een PIP alles bevat wat de wet vraagt.",
    "op=2024-05-21 doelgroep=asiel leerroute=Z pvt_uren=12",
    "op=2024-05-21 doelgroep=overig leerroute=B begeleiding=ja pvt_uren=12 map_uren=40 "
    "vve=niet_van_toepassing participatiewet=niet_van_toepassing voortgangsgesprekken=6 "
    "motivering=ja",
)
def pip_volledig(inhoud: InhoudPip) -> Uitkomst[bool]:
    """`wat_ontbreekt` as an answer: whether the plan is complete, and what it lacks.

    Bron: Wi 15, Wi 17.1, B26 3.14.7, B26 5.3.4; minima: B26 3.1.2, R26 3.1, Wi 9.
    """
    return _volledig("pip_volledig", wat_ontbreekt(inhoud), "Het PIP", ("Wi 15", "B26 5.3.4"))


@regel(
    "Of de brede intake alles heeft opgeleverd voor een PIP.",
    "toets_afgenomen=ja opleiding_en_werk=ja",
    "pip_overgenomen=ja",
    "bij_afwezigheid=ja verslag=ja",
)
def intake_volledig(stand: StandIntake) -> Uitkomst[bool]:
    """`wat_ontbreekt_in_intake` as an answer.

    Bron: Wi 14.2, Wi 14.3, Wi 14.6, Wi 15.4, B26 5.2, B26 5.3.3.
    """
    ontbreekt = wat_ontbreekt_in_intake(stand)
    return _volledig("intake_volledig", ontbreekt, "De brede intake", ("Wi 14.3", "B26 5.2"))


def _volledig(
    naam: str, ontbreekt: tuple[Ontbrekend, ...], wat: str, bron: tuple[str, ...]
) -> Uitkomst[bool]:
    slot = f"{wat} is volledig." if not ontbreekt else f"{wat} is nog niet volledig."
    return oordeel(
        naam,
        not ontbreekt,
        (*(deel.tekst for deel in ontbreekt), slot),
        (*(code for deel in ontbreekt for code in deel.bron), *bron),
    )


def _ontbrekend(
    verplicht: tuple[Verplicht[S], ...], feiten: S, op: date | None
) -> tuple[Ontbrekend, ...]:
    return tuple(
        Ontbrekend(onderdeel=deel.onderdeel, tekst=_tekst(deel, op), bron=deel.bron)
        for deel in verplicht
        if deel.ontbreekt(feiten)
    )


def _tekst(deel: Verplicht[S], op: date | None) -> str:
    if not deel.minimum or op is None:
        return deel.tekst
    return deel.tekst.format(minimum=norm(deel.minimum, op))
