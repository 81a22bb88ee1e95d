"""The tasks that follow from an intake: to start, to go on, to record who came."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Exists, F, OuterRef

from besluiten.models import BriefStatus
from inburgering.aanhaken import AfgeleideTaak
from inburgering.datums import lokale_datum
from inburgering.enums import (
    AfspraakStatus,
    SchakelNummer,
    SchakelStatus,
    TermijnSoort,
    TermijnStatus,
)
from inburgering.models import Schakel, Termijn
from inburgering.queries.taakbronnen import Dossiers
from intake.models import (
    LAATSTE,
    BredeIntake,
    IntakeStatus,
    Oproep,
    OproepStatus,
    Zitting,
)
from intake.queries.intake import intakes_met_stand, onderdelen_in_woorden
from wet.pip import wat_ontbreekt_in_intake


def intake_starten(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """Schakel 3 is open and nobody has begun."""
    begonnen = BredeIntake.objects.filter(inburgeraar=OuterRef("inburgeraar")).exclude(
        status=IntakeStatus.GEPLAND
    )
    schakels = Schakel.objects.filter(
        ~Exists(begonnen), nummer=SchakelNummer.INTAKE_EN_PIP, status=SchakelStatus.OPEN
    )
    if dossiers is not None:
        schakels = schakels.filter(inburgeraar__in=dossiers)
    dagen = _laatste_dagen(dossiers)
    for dossier_id in schakels.values_list("inburgeraar", flat=True):
        yield AfgeleideTaak(
            dossier_id=dossier_id,
            soort="intake_starten",
            bron="schakel 3",
            titel="Brede intake starten",
            waarom="Schakel 3 is open. Het PIP rust op de brede intake (Wi 14.3).",
            pagina="intake",
            uiterlijk_op=dagen.get(dossier_id),
        )


def intake_gaande(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """To close it."""
    dagen = _laatste_dagen(dossiers)
    for intake, _toets, stand in intakes_met_stand(dossiers):
        uiterlijk_op = dagen.get(intake.inburgeraar_id)
        yield AfgeleideTaak(
            dossier_id=intake.inburgeraar_id,
            soort="intake_afronden",
            bron=f"intake {intake.pk}",
            titel="Brede intake afronden",
            waarom=_waarom(len(wat_ontbreekt_in_intake(stand))),
            pagina="intake",
            uiterlijk_op=uiterlijk_op,
        )


def oproep_beantwoorden(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """The letter left: after its day somebody came or did not."""
    oproepen = Oproep.objects.filter(
        status=OproepStatus.OPGEROEPEN, brief__status=BriefStatus.VERZONDEN
    )
    if dossiers is not None:
        oproepen = oproepen.filter(inburgeraar__in=dossiers)
    for oproep in oproepen:
        yield AfgeleideTaak(
            dossier_id=oproep.inburgeraar_id,
            soort="oproep_uitkomst",
            bron=f"oproep {oproep.pk}",
            titel=f"Vastleggen of iemand kwam op oproep {oproep.nummer}",
            waarom=f"De dag in de brief is {oproep.verschijnen_op:%d-%m-%Y} (Wi 14.1).",
            pagina="intake",
            uiterlijk_op=oproep.verschijnen_op + timedelta(days=1),
        )


def oproep_vervolgen(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """Nobody came: the next summons is due, or after the third the closing without the person."""
    loopt = Exists(
        BredeIntake.objects.filter(
            inburgeraar=OuterRef("inburgeraar"), status=IntakeStatus.AFGEROND
        )
    )
    later = Oproep.objects.filter(
        inburgeraar=OuterRef("inburgeraar"), voor=OuterRef("voor"), ronde=OuterRef("ronde")
    ).exclude(status=OproepStatus.INGETROKKEN)
    oproepen = Oproep.objects.filter(
        ~loopt,
        ~Exists(later.filter(nummer__gt=OuterRef("nummer"))),
        status=OproepStatus.NIET_GEKOMEN,
    )
    if dossiers is not None:
        oproepen = oproepen.filter(inburgeraar__in=dossiers)
    for oproep in oproepen:
        laatste = oproep.nummer == LAATSTE
        yield AfgeleideTaak(
            dossier_id=oproep.inburgeraar_id,
            soort="oproep_vervolg",
            bron=f"oproep {oproep.pk} gemist",
            titel="Brede intake afronden bij afwezigheid"
            if laatste
            else f"Oproep {oproep.nummer + 1} maken",
            waarom=f"Niemand kwam op oproep {oproep.nummer} "
            f"({'Wi 14.2' if laatste else 'Wi 14.1'}).",
            pagina="intake",
        )


def gesprek_vastleggen(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """A talk was planned; what became of it is recorded on the day itself."""
    zittingen = Zitting.objects.filter(
        afspraak__status=AfspraakStatus.GEPLAND, intake__status=IntakeStatus.GESTART
    ).select_related("afspraak")
    if dossiers is not None:
        zittingen = zittingen.filter(intake__inburgeraar__in=dossiers)
    for zitting in zittingen.annotate(dossier_id=F("intake__inburgeraar")):
        yield AfgeleideTaak(
            dossier_id=zitting.dossier_id,
            soort="gesprek_vastleggen",
            bron=f"zitting {zitting.pk}",
            titel="Gesprek voor de brede intake vastleggen",
            waarom="Leg vast wie er waren, en de tijd van de tolk.",
            pagina="intake",
            uiterlijk_op=lokale_datum(zitting.afspraak.begint_at),
        )


def _waarom(aantal: int) -> str:
    if aantal == 0:
        return "Alle onderdelen die de wet vraagt, zijn ingevuld."
    ontbreekt = "ontbreekt" if aantal == 1 else "ontbreken"
    return f"Er {ontbreekt} nog {onderdelen_in_woorden(aantal)} (Wi 14.3, Besluit 5.2)."


def _laatste_dagen(dossiers: Dossiers) -> dict[int, date]:
    """The law gives the intake no term of its own: it is done before the ten weeks are over."""
    termijnen = Termijn.objects.filter(soort=TermijnSoort.PIP, status=TermijnStatus.LOPEND)
    if dossiers is not None:
        termijnen = termijnen.filter(inburgeraar__in=dossiers)
    return dict(termijnen.values_list("inburgeraar", "eind_op"))
