"""A plan in the making: begun, filled, attached to, laid before a colleague and taken back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from besluiten.bijlagen import controleer_pdf
from besluiten.policies.tekens import check_tekens
from inburgering.enums import DocumentSoort, GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Document, Inburgeraar
from inburgering.services.documenten import document_toevoegen, lees
from medewerkers.models import Medewerker
from pip_plans.enums import Aanleiding
from pip_plans.inhoud import minima, niveau_bij
from pip_plans.models import BESLOTEN, INHOUD, VAN_DEZE_VERSIE, Pip, PipBijlage, inhoud_van
from pip_plans.policies.plan import (
    check_bijlage,
    check_opstellen,
    check_voorleggen,
    check_wijzigen,
)
from pip_plans.policies.wisselen import is_wissel
from pip_plans.queries import advies_telt, bijlagen_van, feiten_voor, pips_van, vorig_pip
from pip_plans.voorstel import Voorstel, voorstel_uit_intake
from wet.leerroutes import Leerroute


def opstellen(*, dossier_id: int, door: Medewerker, nu: datetime) -> Pip:
    """A new version in concept: a copy of the last decided one, or a proposal from the intake."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = act.vergrendel(Inburgeraar, dossier_id)
        pips = pips_van(dossier_id)
        check_opstellen(feiten_voor(dossier, op=act.op, pips=pips))
        return nieuwe_versie(act, dossier, pips)


def nieuwe_versie(act: Handeling, dossier: Inburgeraar, pips: list[Pip], **anders: Any) -> Pip:
    """The next version in concept, part of the caller's act; `anders` is what it changes."""
    vorige = next((pip for pip in pips if pip.status in BESLOTEN), None)
    voorstel = voorstel_uit_intake(dossier, vorig=vorig_pip(dossier.pk), op=act.op)
    inhoud = _kopie(vorige) if vorige else minima(act.op) | voorstel.inhoud
    pip = Pip(
        inburgeraar=dossier,
        versienummer=max((p.versienummer for p in pips), default=0) + 1,
        **(inhoud | anders),
    )
    if advies_telt([pip, *pips]):
        _zet_advies(pip, voorstel)
    pip.save()
    for bijlage in bijlagen_van(vorige) if vorige else ():
        PipBijlage(pip=pip, document=bijlage.document).save()
    act.meld(dossier.pk, GebeurtenisSoort.WIJZIGING, f"PIP versie {pip.versienummer} begonnen")
    return pip


def inhoud_wijzigen(
    *, pip_id: int, versie: int | None, inhoud: Mapping[str, Any], door: Medewerker, nu: datetime
) -> Pip:
    """Save what a consulent wrote: these fields of `INHOUD`, the others stay as they are.

    Raises Gewijzigd when somebody else saved in between.
    """
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(pip_id)]) as act:
        pip = act.vergrendel(Pip, pip_id, versie=versie)
        check_wijzigen(pip)
        check_tekens({veld: tekst for veld, tekst in inhoud.items() if isinstance(tekst, str)})
        _schrijf(pip, inhoud)
        pip.save()
    return pip


def uit_intake_aanvullen(
    *, pip_id: int, versie: int | None, door: Medewerker, nu: datetime
) -> list[str]:
    """Fill what is still empty from the intake as it is now, and take over its advice.

    Nothing that was written is changed. Returns the fields that were filled.
    """
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(pip_id)]) as act:
        pip = act.vergrendel(Pip, pip_id, versie=versie)
        check_wijzigen(pip)
        dossier = act.vergrendel(Inburgeraar, pip.inburgeraar_id)
        voorstel = voorstel_uit_intake(dossier, vorig=vorig_pip(dossier.pk), op=act.op)
        nieuw = {
            veld: waarde
            for veld, waarde in voorstel.inhoud.items()
            if getattr(pip, veld) in ("", None)
        }
        _schrijf(pip, nieuw)
        if advies_telt([pip, *pips_van(dossier.pk)]):
            _zet_advies(pip, voorstel)
        pip.save()
    return list(nieuw)


def bijlage_kiezen(*, pip_id: int, document_id: int, door: Medewerker, nu: datetime) -> PipBijlage:
    """Attach a PDF that is on the dossier already. What no letter may carry inside is refused."""
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(pip_id)]) as act:
        pip = act.vergrendel(Pip, pip_id)
        document = Document.objects.get(pk=document_id)
        check_bijlage(pip, document, al=bijlagen_van(pip))
        controleer_pdf(lees(document), document.bestandsnaam)
        return _voeg_bij(act, pip, document)


def bijlage_toevoegen(
    *, pip_id: int, titel: str, bestandsnaam: str, inhoud: bytes, door: Medewerker, nu: datetime
) -> PipBijlage:
    """Put a PDF on the dossier and attach it to the plan, in one act."""
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(pip_id)]) as act:
        pip = act.vergrendel(Pip, pip_id)
        check_wijzigen(pip)
        controleer_pdf(inhoud, bestandsnaam)
        document = document_toevoegen(
            dossier_id=pip.inburgeraar_id,
            soort=DocumentSoort.INKOMEN,
            titel=titel,
            bestandsnaam=bestandsnaam,
            inhoud=inhoud,
            door=door,
            nu=nu,
        )
        check_bijlage(pip, document, al=bijlagen_van(pip))
        return _voeg_bij(act, pip, document)


def bijlage_weghalen(*, bijlage_id: int, door: Medewerker, nu: datetime) -> None:
    """Out of the plan; the document stays on the dossier."""
    pip_id: int = PipBijlage.objects.values_list("pip", flat=True).get(pk=bijlage_id)
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(pip_id)]) as act:
        check_wijzigen(act.vergrendel(Pip, pip_id))
        act.vergrendel(PipBijlage, bijlage_id).delete()


def voorleggen(*, pip_id: int, versie: int | None, door: Medewerker, nu: datetime) -> Pip:
    """Lay the plan before a colleague."""
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(pip_id)]) as act:
        pip = act.vergrendel(Pip, pip_id, versie=versie)
        check_voorleggen(pip, feiten=feiten_voor(pip.inburgeraar, op=act.op))
        pip.voorleggen(op=act.op, door=door)
        pip.save()
        act.meld(pip.inburgeraar_id, GebeurtenisSoort.WIJZIGING, "PIP voorgelegd ter vaststelling")
    return pip


def terugnemen(*, pip_id: int, versie: int | None, door: Medewerker, nu: datetime) -> Pip:
    """Back to concept, to change something."""
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(pip_id)]) as act:
        pip = act.vergrendel(Pip, pip_id, versie=versie)
        pip.terugnemen()
        pip.save()
        act.meld(pip.inburgeraar_id, GebeurtenisSoort.WIJZIGING, "PIP teruggenomen")
    return pip


def _kopie(vorige: Pip) -> dict[str, Any]:
    inhoud = {v: w for v, w in inhoud_van(vorige).items() if v not in VAN_DEZE_VERSIE}
    return inhoud | {"aanleiding": Aanleiding.WIJZIGING}


def _schrijf(pip: Pip, inhoud: Mapping[str, Any]) -> None:
    if onbekend := set(inhoud) - set(INHOUD):
        raise ValueError(f"Geen inhoud van een PIP: {sorted(onbekend)}")
    for veld, waarde in inhoud.items():
        if not (veld == "aanleiding" and is_wissel(pip)):
            setattr(pip, veld, waarde)
    if pip.leerroute and not pip.niveau:
        pip.niveau = niveau_bij(Leerroute(pip.leerroute), None)


def _zet_advies(pip: Pip, voorstel: Voorstel) -> None:
    pip.advies = voorstel.advies.value if voorstel.advies else ""
    pip.advies_uitleg = list(voorstel.advies_uitleg)


def _voeg_bij(act: Handeling, pip: Pip, document: Document) -> PipBijlage:
    bijlage = PipBijlage(pip=pip, document=document)
    bijlage.save()
    act.meld(pip.inburgeraar_id, GebeurtenisSoort.WIJZIGING, f"Bijlage bij het PIP: {document}")
    return bijlage


def _dossier_van(pip_id: int) -> int:
    dossier_id: int = Pip.objects.values_list("inburgeraar", flat=True).get(pk=pip_id)
    return dossier_id
