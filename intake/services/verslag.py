"""The report of the intake as a document, for who asks to read what was recorded (B26 5.2)."""

from __future__ import annotations

from datetime import date

from besluiten.briefhoofd import stel_hoofd_op
from besluiten.pdf import PDF, maak_pdf
from inburgering.enums import DocumentSoort
from inburgering.handelingen import Handeling
from inburgering.models import Document, Inburgeraar
from inburgering.services.documenten import bewaar, document_bewaren
from intake.models import BredeIntake
from intake.queries.verslag import verslag_van
from medewerkers.models import Medewerker

TEMPLATE = "intake/verslag.html"
TITEL = "Verslag van de brede intake"


def verslag_pdf(dossier: Inburgeraar, *, op: date, door: Medewerker) -> bytes:
    """As the intake is now, dated `op`."""
    hoofd = stel_hoofd_op(dossier, kenmerk=_kenmerk(dossier), dagtekening=op, door=door)
    context = {"hoofd": hoofd, "verslag": verslag_van(dossier)}
    return maak_pdf(TEMPLATE, context, dagtekening=op)


def verslag_bij_dossier(act: Handeling, intake: BredeIntake) -> Document:
    """As it was closed: kept, whatever is changed after it is opened again."""
    dossier = intake.inburgeraar
    pdf = verslag_pdf(dossier, op=act.op, door=act.door)
    return document_bewaren(
        dossier_id=dossier.pk,
        soort=DocumentSoort.INTAKE,
        titel=TITEL,
        bestandsnaam=f"{_kenmerk(dossier)}.pdf",
        mime=PDF,
        sha256=bewaar(pdf),
        grootte=len(pdf),
        door=act.door,
        nu=act.nu,
    )


def _kenmerk(dossier: Inburgeraar) -> str:
    return f"INT-{dossier.dossiernummer}"
