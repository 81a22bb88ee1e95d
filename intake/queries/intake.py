"""How far an intake is: for its own page, for the plan that rests on it, and for the worklist."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from inburgering.enums import Regime, SchakelNummer
from inburgering.geweigerd import weigering
from inburgering.models import Inburgeraar, Schakel
from intake.models import (
    VOLGORDE,
    VRIJ,
    BredeIntake,
    IntakeStatus,
    Leerbaarheidstoets,
    Onderdeel,
    OnderdeelSoort,
    Profiel,
    ToetsStatus,
)
from intake.policies.intake import check_afronden, check_heropenen, check_starten
from intake.queries.profiel import Feit, in_woorden, profiel_van
from wet.bronnen import voluit
from wet.pip import VERPLICHT_IN_INTAKE, Ontbrekend, Opname, StandIntake, wat_ontbreekt_in_intake

GA_DOOR = "x"  # stands for a reason, so that only what cannot be answered closes the button


_BRONNEN = {deel.onderdeel: deel.bron for deel in VERPLICHT_IN_INTAKE}


_OPDRACHTEN = {deel.onderdeel: deel.tekst for deel in VERPLICHT_IN_INTAKE} | {
    OnderdeelSoort.NETWERK: "Bespreek wie deze persoon hier kent, en wie kan helpen.",
    OnderdeelSoort.ICT: "Bespreek of deze persoon kan omgaan met een computer en een telefoon.",
    OnderdeelSoort.FINANCIEN: "Bespreek of het lukt om rond te komen, en of er schulden zijn.",
    OnderdeelSoort.WENSEN: "Bespreek wat deze persoon later wil.",
}


_ANDERE_PLEK = {
    "leerbaarheidstoets": "intake-toets",
    "alleen_spreken": "intake-gegevens",
    "verslag": "intake-gegevens",
}


@dataclass(frozen=True, kw_only=True)
class Sectie:
    """One part of the intake as a card."""

    soort: str
    naam: str
    opdracht: str
    bron: str
    tekst: str
    niet_van_toepassing: bool
    ingevuld: bool
    verplicht: bool
    feiten: Sequence[Feit]


@dataclass(frozen=True, kw_only=True)
class NogNodig:
    """What is missing; `pagina` is the URL name of the place, `soort` its part when it has one."""

    tekst: str
    bron: str
    pagina: str
    soort: str


@dataclass(frozen=True, kw_only=True)
class Intaketab:
    """`loopt`: it can be written in now. Each `geen_…` is the reason why that cannot be done.

    `overgenomen`: closed before this system was there, and not opened again since.
    """

    intake: BredeIntake | None
    toets: Leerbaarheidstoets | None
    secties: Sequence[Sectie]
    ontbreekt: Sequence[NogNodig]
    schakel3: str
    loopt: bool
    overgenomen: bool
    gedaan: int
    ontbrak: Sequence[str]
    geen_starten: str
    geen_afronden: str
    geen_heropenen: str


def is_afgerond(dossier_id: int) -> bool:
    return BredeIntake.objects.filter(inburgeraar=dossier_id, status=IntakeStatus.AFGEROND).exists()


def stand_van(dossier_id: int) -> StandIntake:
    """What the intake of this dossier has yielded so far; without an intake: nothing."""
    return stand(
        BredeIntake.objects.filter(inburgeraar=dossier_id)
        .select_related("inburgeraar__vorig_pip")
        .first(),
        Onderdeel.objects.filter(intake__inburgeraar=dossier_id),
        Leerbaarheidstoets.objects.filter(inburgeraar=dossier_id).first(),
    )


def stand(
    intake: BredeIntake | None, onderdelen: Iterable[Onderdeel], toets: Leerbaarheidstoets | None
) -> StandIntake:
    """The same from rows that are at hand."""
    per = {onderdeel.soort: onderdeel for onderdeel in onderdelen}
    gewoon = {
        soort.value: soort in per and per[soort].ingevuld
        for soort in OnderdeelSoort
        if soort != OnderdeelSoort.VVE and soort not in VRIJ
    }
    return StandIntake(
        toets_afgenomen=toets is not None and toets.status == ToetsStatus.AFGENOMEN,
        toets_ontheven=(toets is not None and toets.status == ToetsStatus.ONTHEVEN)
        or (intake is not None and intake.inburgeraar.regime == Regime.WI2013),
        vve=_vve(per.get(OnderdeelSoort.VVE)),
        alleen_spreken_gemeld_op=intake.alleen_spreken_op if intake else None,
        verslag=bool(intake and intake.verslag.strip()),
        bij_afwezigheid=bool(intake and intake.bij_afwezigheid),
        pip_overgenomen=intake is not None and hasattr(intake.inburgeraar, "vorig_pip"),
        **gewoon,
    )


def schakel3(dossier_id: int) -> str:
    status: str = Schakel.objects.values_list("status", flat=True).get(
        inburgeraar=dossier_id, nummer=SchakelNummer.INTAKE_EN_PIP
    )
    return status


def intaketab(dossier: Inburgeraar) -> Intaketab:
    intake = (
        BredeIntake.objects.filter(inburgeraar=dossier)
        .select_related("afgerond_door", "inburgeraar__vorig_pip")
        .first()
    )
    onderdelen = sorted(
        Onderdeel.objects.filter(intake__inburgeraar=dossier), key=lambda deel: VOLGORDE[deel.soort]
    )
    profiel = profiel_van(dossier.pk)
    toets = Leerbaarheidstoets.objects.filter(inburgeraar=dossier).first()
    schakel = schakel3(dossier.pk)
    begonnen = intake is not None and intake.status != IntakeStatus.GEPLAND
    overgenomen = bool(intake and intake.overgenomen and intake.status == IntakeStatus.AFGEROND)
    ontbreekt = wat_ontbreekt_in_intake(stand(intake, onderdelen, toets)) if begonnen else ()
    return Intaketab(
        intake=intake if begonnen else None,
        toets=toets,
        secties=[sectie(onderdeel, profiel) for onderdeel in onderdelen],
        ontbreekt=[_nog_nodig(deel) for deel in ontbreekt],
        schakel3=schakel,
        loopt=intake is not None and intake.status == IntakeStatus.GESTART and dossier.loopt,
        overgenomen=overgenomen,
        gedaan=sum(onderdeel.ingevuld for onderdeel in onderdelen),
        ontbrak=_ontbrak(intake),
        geen_starten=weigering(check_starten, dossier, intake=intake, schakel3=schakel),
        geen_afronden=_geen_afronden(intake, ontbreekt, schakel),
        geen_heropenen=_geen_heropenen(intake, schakel),
    )


def intakes_met_stand(
    dossiers: Collection[int] | None,
) -> Iterable[tuple[BredeIntake, Leerbaarheidstoets | None, StandIntake]]:
    """The intakes that run, each with how far it is: three queries, however many."""
    intakes = BredeIntake.objects.filter(status=IntakeStatus.GESTART)
    intakes = intakes.select_related("inburgeraar__vorig_pip").prefetch_related("onderdelen")
    toetsen = Leerbaarheidstoets.objects.all()
    if dossiers is not None:
        intakes = intakes.filter(inburgeraar__in=dossiers)
        toetsen = toetsen.filter(inburgeraar__in=dossiers)
    per_dossier = {toets.inburgeraar_id: toets for toets in toetsen}
    for intake in intakes:
        toets = per_dossier.get(intake.inburgeraar_id)
        yield intake, toets, stand(intake, intake.onderdelen.all(), toets)


def _vve(onderdeel: Onderdeel | None) -> Opname | None:
    if onderdeel is None or not onderdeel.ingevuld:
        return None
    return Opname.NIET_VAN_TOEPASSING if onderdeel.niet_van_toepassing else Opname.OPGENOMEN


def sectie(onderdeel: Onderdeel, profiel: Profiel) -> Sectie:
    return Sectie(
        soort=onderdeel.soort,
        naam=str(onderdeel),
        opdracht=_OPDRACHTEN[onderdeel.soort],
        bron="; ".join(voluit(bron) for bron in _BRONNEN.get(onderdeel.soort, ())),
        tekst=onderdeel.tekst,
        niet_van_toepassing=onderdeel.niet_van_toepassing,
        ingevuld=onderdeel.ingevuld,
        verplicht=onderdeel.soort not in VRIJ,
        feiten=in_woorden(onderdeel.soort, profiel),
    )


def _ontbrak(intake: BredeIntake | None) -> list[str]:
    """What was not there when it was closed without the person."""
    namen = dict(OnderdeelSoort.choices) | {
        "leerbaarheidstoets": "Leerbaarheidstoets",
        "alleen_spreken": "Gewezen op het recht om alleen te spreken",
    }
    return [str(namen.get(deel, deel)) for deel in (intake.ontbrak if intake else ())]


def _nog_nodig(deel: Ontbrekend) -> NogNodig:
    elders = _ANDERE_PLEK.get(deel.onderdeel)
    return NogNodig(
        tekst=deel.tekst,
        bron="; ".join(voluit(bron) for bron in deel.bron),
        pagina=elders or "intake-onderdeel",
        soort="" if elders else deel.onderdeel,
    )


def _geen_afronden(
    intake: BredeIntake | None, ontbreekt: Sequence[Ontbrekend], schakel: str
) -> str:
    """On the page the list of what is missing stands above the button, so the reason is short."""
    if intake is None:
        return ""
    dicht = weigering(check_afronden, intake, ontbreekt=(), schakel3=schakel)
    if dicht or not ontbreekt:
        return dicht
    aantal = len(ontbreekt)
    return f"Er {'ontbreekt' if aantal == 1 else 'ontbreken'} nog {onderdelen_in_woorden(aantal)}."


def onderdelen_in_woorden(aantal: int) -> str:
    return "1 onderdeel" if aantal == 1 else f"{aantal} onderdelen"


def _geen_heropenen(intake: BredeIntake | None, schakel: str) -> str:
    if intake is None:
        return ""
    return weigering(check_heropenen, intake, schakel3=schakel, reden=GA_DOOR)
