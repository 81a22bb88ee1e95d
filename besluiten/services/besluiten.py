"""Decisions: taken with their document, and made known."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial

from besluiten.models import Bekendmaking, Besluit, BesluitSoort
from besluiten.pdf import PDF
from besluiten.policies.besluiten import check_bekendmaken
from besluiten.services.beslistermijn import beslistermijnen_na_bekendmaking
from inburgering.datums import lokale_datum
from inburgering.enums import DocumentSoort, GebeurtenisSoort, TermijnSoort, TermijnStatus
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Termijn
from inburgering.services.documenten import document_bewaren
from inburgering.services.termijnen import termijn_vastleggen
from medewerkers.models import Medewerker
from wet.termijnen import bezwaartermijn

VERSTREKEN = "de bezwaartermijn is verstreken"


def besluit_nemen(
    act: Handeling,
    *,
    dossier_id: int,
    soort: BesluitSoort,
    kenmerk: str,
    titel: str,
    dagtekening: date,
    sha256: str,
    grootte: int,
    reden: str = "",
) -> Besluit:
    """The decision with its PDF, which stands under its hash already. Part of the caller's act."""
    document = document_bewaren(
        dossier_id=dossier_id,
        soort=DocumentSoort.BESCHIKKING,
        titel=titel,
        bestandsnaam=f"{kenmerk}.pdf",
        mime=PDF,
        sha256=sha256,
        grootte=grootte,
        door=act.door,
        nu=act.nu,
    )
    besluit = Besluit(
        inburgeraar_id=dossier_id,
        soort=soort,
        kenmerk=kenmerk,
        dagtekening=dagtekening,
        genomen_op=act.op,
        genomen_door=act.door,
        document=document,
    )
    besluit.save()
    act.meld(
        dossier_id,
        GebeurtenisSoort.BESLUIT,
        f"Besluit genomen: {titel}",
        op=dagtekening,
        reden=reden,
    )
    return besluit


def besluit_overnemen(
    act: Handeling,
    *,
    dossier_id: int,
    soort: BesluitSoort,
    kenmerk: str,
    titel: str,
    dagtekening: date,
    bekendgemaakt_op: date | None,
) -> Besluit:
    """A decision taken on paper before this system: no letter is made. Part of the caller's act.

    Made known already it works, and the objection term is kept only while it still runs.
    """
    besluit = Besluit(
        inburgeraar_id=dossier_id,
        soort=soort,
        kenmerk=kenmerk,
        dagtekening=dagtekening,
        genomen_op=act.op,
        genomen_door=act.door,
        overgenomen=True,
    )
    besluit.save()
    act.meld(
        dossier_id,
        GebeurtenisSoort.BESLUIT,
        f"Besluit overgenomen, op papier genomen: {titel}",
        op=dagtekening,
    )
    if bekendgemaakt_op is None:
        return besluit
    check_bekendmaken(besluit, op=bekendgemaakt_op, vandaag=act.op)
    besluit.bekendmaken(op=bekendgemaakt_op, door=act.door, wijze=Bekendmaking.ONBEKEND)
    besluit.save()
    if _bezwaar_kan_nog(bekendgemaakt_op, act.op):
        _bezwaartermijn(act, besluit, op=bekendgemaakt_op)
    return besluit


def bekendmaken(
    *,
    besluit_id: int,
    versie: int | None,
    wijze: Bekendmaking,
    op: date,
    door: Medewerker,
    nu: datetime,
) -> Besluit:
    """The decision reached the person on `op`: it works from now, and the objection term runs."""
    dossier_id = Besluit.objects.values_list("inburgeraar", flat=True).get(pk=besluit_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        besluit = act.vergrendel(Besluit, besluit_id, versie=versie)
        check_bekendmaken(besluit, op=op, vandaag=act.op)
        besluit.bekendmaken(op=op, door=door, wijze=wijze)
        besluit.save()
        act.meld(
            dossier_id,
            GebeurtenisSoort.BESLUIT,
            f"Bekendgemaakt: {besluit.kenmerk} ({wijze.label.lower()})",
            op=op,
        )
        if besluit.soort != BesluitSoort.BEZWAAR:  # against that one appeals to the court
            _bezwaartermijn(act, besluit, op=op)
            beslistermijnen_na_bekendmaking(act, besluit)
    return besluit


def _bezwaartermijn(act: Handeling, besluit: Besluit, *, op: date) -> None:
    termijn_vastleggen(
        act,
        dossier_id=besluit.inburgeraar_id,
        soort=TermijnSoort.BEZWAAR,
        vraag=partial(bezwaartermijn, bekendmaking=op),
        sleutel=f"besluit {besluit.pk}",
    )


def _bezwaar_kan_nog(bekendgemaakt_op: date, op: date) -> bool:
    termijn = bezwaartermijn(bekendmaking=bekendgemaakt_op).bekend
    return termijn is not None and termijn.eind_op >= op


def bezwaartermijnen_afsluiten(*, door: Medewerker, nu: datetime) -> int:
    """Objection terms whose last day is past ask for nothing any more; returns how many ended."""
    op = lokale_datum(nu)
    verstreken = Termijn.objects.filter(
        soort=TermijnSoort.BEZWAAR, status=TermijnStatus.LOPEND, eind_op__lt=op
    )
    rijen = list(verstreken.values_list("pk", "inburgeraar"))
    for termijn_id, dossier_id in rijen:
        with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
            termijn = act.vergrendel(Termijn, termijn_id)
            if termijn.status == TermijnStatus.LOPEND:
                termijn.laten_vervallen(op=act.op, reden=VERSTREKEN)
                termijn.save()
    return len(rijen)
