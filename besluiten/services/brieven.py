"""Letters that are no decision: made with their document, and sent."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from besluiten.briefhoofd import Geadresseerde, hoofd_aan, stel_hoofd_op
from besluiten.models import Brief, BriefSoort, Verzending
from besluiten.pdf import PDF, maak_pdf
from besluiten.policies.brieven import check_verzenden
from inburgering.enums import DocumentSoort, GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from inburgering.services.documenten import bewaar, document_bewaren
from medewerkers.models import Medewerker


def brief_maken(
    act: Handeling,
    *,
    dossier: Inburgeraar,
    soort: BriefSoort,
    template: str,
    context: dict[str, Any],
    titel: str,
    kenmerk: str,
    taal: str = "nl",
    aan: Geadresseerde | None = None,
) -> Brief:
    """The letter with its PDF, dated today. Part of the caller's act.

    The template gets `context` and, as `hoofd`, the head of the letter; `aan` is who gets it when
    that is not the inburgeraar.
    """
    hoofd = stel_hoofd_op(dossier, kenmerk=kenmerk, dagtekening=act.op, door=act.door)
    if aan is not None:
        hoofd = hoofd_aan(aan, hoofd)
    pdf = maak_pdf(
        template, {**context, "hoofd": hoofd}, dagtekening=act.op, taal=taal, streng=True
    )
    document = document_bewaren(
        dossier_id=dossier.pk,
        soort=DocumentSoort.BRIEF,
        titel=titel,
        bestandsnaam=f"{kenmerk}.pdf",
        mime=PDF,
        sha256=bewaar(pdf),
        grootte=len(pdf),
        door=act.door,
        nu=act.nu,
    )
    brief = Brief(
        inburgeraar=dossier,
        soort=soort,
        kenmerk=kenmerk,
        titel=titel,
        dagtekening=act.op,
        document=document,
        gemaakt_op=act.op,
        gemaakt_door=act.door,
    )
    brief.save()
    return brief


def brief_verzenden(
    *,
    brief_id: int,
    versie: int | None,
    wijze: Verzending,
    op: date,
    door: Medewerker,
    nu: datetime,
) -> Brief:
    """The letter left on `op`: handed over, posted or sent digitally."""
    dossier_id = Brief.objects.values_list("inburgeraar", flat=True).get(pk=brief_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        brief = act.vergrendel(Brief, brief_id, versie=versie)
        check_verzenden(brief, op=op, vandaag=act.op)
        brief.verzenden(op=op, door=door, wijze=wijze)
        brief.save()
        act.meld(
            dossier_id,
            GebeurtenisSoort.CONTACT,
            f"{wijze.label}: {brief.titel}",
            op=op,
        )
    return brief
