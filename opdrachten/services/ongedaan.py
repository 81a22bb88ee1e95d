"""An import is taken back as a whole: what it made goes, what it completed is as it was before."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from inburgering.enums import GebeurtenisSoort
from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import handeling
from inburgering.models import Inburgeraar
from inburgering.services.vernietigen import vernietigen
from inburgering.statemachine import Toestandsrij
from medewerkers.models import Medewerker
from opdrachten.enums import OpdrachtStatus
from opdrachten.models import Opdracht
from opdrachten.policies import check_terugdraaien
from opdrachten.queries.regels import ingevoerd
from opdrachten.queries.sporen import Nagelaten, in_de_weg, nagelaten
from opdrachten.services.wachtrij import stuur


def terugdraaien_aanvragen(*, opdracht_id: int, door: Medewerker, nu: datetime, reden: str) -> None:
    """Have it taken back. Raises Geweigerd when something later hangs on it already."""
    with handeling(door=door, nu=nu, reden=reden) as act:
        opdracht = act.vergrendel(Opdracht, opdracht_id)
        check_terugdraaien(
            opdracht,
            heeft_regels=opdracht.regels.exists(),
            ingevoerd=ingevoerd(opdracht_id).count(),
        )
        _weiger_als_het_vastzit(opdracht, nagelaten(opdracht_id))
        opdracht.terugdraaien(door=door, nu=nu, reden=reden)
        opdracht.save()
        stuur(opdracht.pk, OpdrachtStatus.TERUGDRAAIEN)


def terugdraaien(*, opdracht_id: int, nu: datetime) -> None:
    """Take it back, all or nothing. When it cannot be, it stays, with the reason. Twice is once."""
    opdracht = Opdracht.objects.select_related("ongedaan_door").get(pk=opdracht_id)
    if opdracht.status != OpdrachtStatus.TERUGDRAAIEN:
        return
    try:
        _draai_terug(opdracht, nu)
    except Geweigerd as fout:
        laten_staan(opdracht_id=opdracht_id, reden=fout.reden, nu=nu)


def laten_staan(*, opdracht_id: int, reden: str, nu: datetime) -> None:
    door = Opdracht.objects.select_related("ongedaan_door").get(pk=opdracht_id).ongedaan_door
    if door is None:
        return
    with handeling(door=door, nu=nu) as act:
        opdracht = act.vergrendel(Opdracht, opdracht_id)
        if opdracht.status == OpdrachtStatus.TERUGDRAAIEN:
            opdracht.laten_staan(reden=reden[:300])
            opdracht.save()


def _draai_terug(opdracht: Opdracht, nu: datetime) -> None:
    door, reden = opdracht.ongedaan_door, opdracht.ongedaan_reden
    assert door is not None
    gelaten = nagelaten(opdracht.pk)
    na_afloop = opdracht.importsoort.na_terugdraaien
    geraakt = gelaten.geraakte_dossiers() if na_afloop else set()
    dossiers = gelaten.alles().get(Inburgeraar, set()) | gelaten.dossiers | geraakt
    with handeling(door=door, nu=nu, dossiers=dossiers, reden=reden) as act:
        opdracht = act.vergrendel(Opdracht, opdracht.pk)
        if opdracht.status != OpdrachtStatus.TERUGDRAAIEN:
            return
        _weiger_als_het_vastzit(opdracht, gelaten)
        for model, rijen in gelaten.aangevuld.items():
            for pk, (voor, _na) in rijen.items():
                _zet_terug(act.vergrendel(model, pk), voor)
        for dossier_id in sorted(gelaten.dossiers | geraakt):
            act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, "Invoer uit een bestand teruggedraaid")
        vernietigen(rijen=gelaten.gemaakt, door=door, nu=nu, reden=reden)
        if na_afloop is not None:
            na_afloop(act, geraakt)
        opdracht.ongedaan_maken()
        opdracht.save()


def _weiger_als_het_vastzit(opdracht: Opdracht, gelaten: Nagelaten) -> None:
    if redenen := in_de_weg(opdracht, gelaten):
        raise Geweigerd("Dit kan niet meer ongedaan worden gemaakt. " + " ".join(redenen))


def _zet_terug(rij: Any, versie: int) -> None:
    """The fields as they stood at that version; it becomes a version of its own."""
    toen = rij.history.filter(versie=versie).order_by("-history_id").first()
    if toen is None:
        raise Geweigerd("Hoe een gegeven vóór het invoeren was, is niet meer na te gaan.")
    machines = {v.name for v in rij._toestandsvelden()} if isinstance(rij, Toestandsrij) else set()
    for veld in rij._meta.concrete_fields:
        if veld.primary_key or veld.name == "versie":
            continue
        if veld.name in machines:
            if getattr(rij, veld.attname) != getattr(toen, veld.attname):
                raise Geweigerd("Een toestand die bij het invoeren veranderde, kan niet terug.")
            continue
        setattr(rij, veld.attname, getattr(toen, veld.attname))
    rij.save()
