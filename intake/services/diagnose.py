"""A client diagnosis made elsewhere: taken in, and then taken over as far as somebody chose."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from inburgering.enums import DocumentSoort, GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Document, Inburgeraar
from inburgering.services.documenten import bewaar, document_bewaren
from intake.diagnose.koppeling import Koppeling
from intake.diagnose.lezen import lees_bestand
from intake.diagnose.vertalen import Waarde, vertaal
from intake.models import BredeIntake, Diagnose, Onderdeel
from intake.policies.diagnose import (
    check_diagnose,
    check_over_te_nemen,
    check_verwerpen,
    check_zelfde_persoon,
)
from intake.policies.intake import check_invullen
from intake.services.intake import onderdeel_invullen
from medewerkers.models import Medewerker

_MIME = {"csv": "text/csv", "json": "application/json"}


def diagnose_inlezen(
    *,
    dossier_id: int,
    koppeling: Koppeling,
    bestandsnaam: str,
    inhoud: bytes,
    op: date | None,
    door: Medewerker,
    nu: datetime,
    gecontroleerd: bool = False,
) -> Diagnose:
    """Keep the file and what it says. `op` is for a file without its own day, `gecontroleerd` for
    one that names no number: somebody looked whether it is about this person.
    """
    vertaling = vertaal(lees_bestand(bestandsnaam, inhoud), koppeling)
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = act.vergrendel(Inburgeraar, dossier_id)
        check_invullen(BredeIntake.objects.filter(inburgeraar=dossier).first())
        check_zelfde_persoon(vertaling.wie, dossier.persoon, gecontroleerd=gecontroleerd)
        dag = vertaling.op or op
        check_diagnose(dag, vandaag=act.op, iets=bool(vertaling.waarden))
        assert dag is not None  # the check saw it
        return _bewaar(
            act,
            dossier_id,
            bron=koppeling.label,
            op=dag,
            waarden=vertaling.waarden,
            onbekend=[list(paar) for paar in vertaling.onbekend],
            document=_document(act, dossier_id, koppeling.label, bestandsnaam, inhoud),
        )


def diagnose_invoeren(
    *,
    dossier_id: int,
    bron: str,
    op: date,
    waarden: Sequence[Waarde],
    door: Medewerker,
    nu: datetime,
) -> Diagnose:
    """Typed over from paper."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        check_invullen(BredeIntake.objects.filter(inburgeraar=dossier_id).first())
        check_diagnose(op, vandaag=act.op, iets=bool(waarden))
        return _bewaar(act, dossier_id, bron=bron, op=op, waarden=waarden)


def diagnose_overnemen(
    *,
    diagnose_id: int,
    versie: int | None,
    gekozen: Collection[int],
    door: Medewerker,
    nu: datetime,
) -> Diagnose:
    """Write what was chosen (places in `waarden`) into the intake, each with its source."""
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(diagnose_id)]) as act:
        diagnose = act.vergrendel(Diagnose, diagnose_id, versie=versie)
        check_invullen(BredeIntake.objects.filter(inburgeraar=diagnose.inburgeraar_id).first())
        check_over_te_nemen(diagnose, gekozen=gekozen)
        per_onderdeel: dict[str, list[Mapping[str, Any]]] = {}
        for plek, waarde in enumerate(diagnose.waarden):
            if plek in gekozen:
                per_onderdeel.setdefault(waarde["onderdeel"], []).append(waarde)
        for soort, waarden in per_onderdeel.items():
            _schrijf(act, diagnose, soort, waarden)
        diagnose.overnemen(op=act.op, door=door)
        diagnose.save()
        _meld(act, diagnose, f"Diagnose van {diagnose.bron} overgenomen in de brede intake")
    return diagnose


def diagnose_verwerpen(
    *, diagnose_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> Diagnose:
    """It stays with its reason; nothing of it enters the intake."""
    dossiers = [_dossier_van(diagnose_id)]
    with handeling(door=door, nu=nu, dossiers=dossiers, reden=reden) as act:
        diagnose = act.vergrendel(Diagnose, diagnose_id, versie=versie)
        check_verwerpen(diagnose, reden=reden)
        diagnose.verwerpen(reden=reden)
        diagnose.save()
        _meld(act, diagnose, f"Diagnose van {diagnose.bron} niet gebruikt")
    return diagnose


def _schrijf(
    act: Handeling, diagnose: Diagnose, soort: str, waarden: Sequence[Mapping[str, Any]]
) -> None:
    """What stood there stays; below it comes what the diagnosis says, with day and source."""
    deel = Onderdeel.objects.get(intake__inburgeraar=diagnose.inburgeraar_id, soort=soort)
    kop = f"Uit de diagnose van {diagnose.bron}, {diagnose.op:%d-%m-%Y}:"
    regels = [f"- {waarde['label']}: {waarde['tekst']}" for waarde in waarden]
    onderdeel_invullen(
        onderdeel_id=deel.pk,
        versie=None,
        tekst="\n\n".join(filter(None, [deel.tekst.strip(), "\n".join([kop, *regels])])),
        feiten={waarde["feit"]: waarde["waarde"] for waarde in waarden if waarde["feit"]},
        door=act.door,
        nu=act.nu,
    )


def _bewaar(
    act: Handeling,
    dossier_id: int,
    *,
    bron: str,
    op: date,
    waarden: Sequence[Waarde],
    onbekend: Sequence[Any] = (),
    document: Document | None = None,
) -> Diagnose:
    diagnose = Diagnose(
        inburgeraar_id=dossier_id,
        bron=bron,
        op=op,
        document=document,
        waarden=[waarde.als_dict() for waarde in waarden],
        onbekend=list(onbekend),
        ingevoerd_op=act.op,
        ingevoerd_door=act.door,
    )
    diagnose.save()
    _meld(act, diagnose, f"Diagnose van {bron} toegevoegd")
    return diagnose


def _document(
    act: Handeling, dossier_id: int, bron: str, bestandsnaam: str, inhoud: bytes
) -> Document:
    return document_bewaren(
        dossier_id=dossier_id,
        soort=DocumentSoort.INTAKE,
        titel=f"Diagnose van {bron}",
        bestandsnaam=bestandsnaam,
        mime=_MIME[bestandsnaam.lower().rpartition(".")[2]],
        sha256=bewaar(inhoud),
        grootte=len(inhoud),
        door=act.door,
        nu=act.nu,
    )


def _meld(act: Handeling, diagnose: Diagnose, tekst: str) -> None:
    act.meld(diagnose.inburgeraar_id, GebeurtenisSoort.WIJZIGING, tekst)


def _dossier_van(diagnose_id: int) -> int:
    dossier_id: int = Diagnose.objects.values_list("inburgeraar", flat=True).get(pk=diagnose_id)
    return dossier_id
