"""The tasks that follow from an intake that must start, go on, or waits for the test."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef

from inburgering.aanhaken import AfgeleideTaak
from inburgering.enums import SchakelNummer, SchakelStatus, TermijnSoort, TermijnStatus
from inburgering.models import Schakel, Termijn
from inburgering.queries.taakbronnen import Dossiers
from intake.models import BredeIntake, IntakeStatus, ToetsStatus
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
    """To close it, and apart from that the result of the test, which comes from outside."""
    dagen = _laatste_dagen(dossiers)
    for intake, toets, stand in intakes_met_stand(dossiers):
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
        if toets is not None and toets.status == ToetsStatus.NODIG:
            yield AfgeleideTaak(
                dossier_id=intake.inburgeraar_id,
                soort="leerbaarheidstoets",
                bron=f"toets {toets.pk}",
                titel="Uitslag leerbaarheidstoets vastleggen",
                waarom="De toets hoort bij de brede intake (Wi 14.3, Wi 14.6).",
                pagina="intake-toets",
                uiterlijk_op=uiterlijk_op,
            )


def _waarom(aantal: int) -> str:
    if aantal == 0:
        return "Alle onderdelen die de wet vraagt, zijn ingevuld."
    ontbreekt = "ontbreekt" if aantal == 1 else "ontbreken"
    return f"Er {ontbreekt} nog {onderdelen_in_woorden(aantal)} (Wi 14.3, B26 5.2)."


def _laatste_dagen(dossiers: Dossiers) -> dict[int, date]:
    """The law gives the intake no term of its own: it is done before the ten weeks are over."""
    termijnen = Termijn.objects.filter(soort=TermijnSoort.PIP, status=TermijnStatus.LOPEND)
    if dossiers is not None:
        termijnen = termijnen.filter(inburgeraar__in=dossiers)
    return dict(termijnen.values_list("inburgeraar", "eind_op"))
