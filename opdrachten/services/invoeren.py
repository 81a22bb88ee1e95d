"""A confirmed file is written unit by unit, each in a transaction with its own outcome.

A worker that is killed leaves whole units and no halves; the next one does the rest. A unit is
judged again just before it is written: what somebody else entered since the preview is not
entered twice.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db import connection
from django.db.models import Count

from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.handelingen import handeling
from inburgering.models import Inburgeraar, Persoon
from inburgering.services.taken import taken_achteraf
from opdrachten.beoordelen import Geleerd, beoordeel, met_personen, persoon_van, rij_oordeel
from opdrachten.enums import Keuze, OpdrachtStatus, Uitkomst
from opdrachten.models import Importregel, Opdracht
from opdrachten.queries.regels import te_doen
from opdrachten.services.ontvangen import als_json
from opdrachten.soorten import Eenheid, Oordeel, Spoor

logboek = logging.getLogger("inburgering.opdrachten")

PARTIJ = 25
GRENDEL = 20210102  # of PostgreSQL's advisory locks: one unit is written at a time, of all files
_INTUSSEN = "Intussen staat er iemand die hierop lijkt. Kijk of het dezelfde is en voer opnieuw in."
_GESLOTEN = "Deze persoon heeft een gesloten dossier. Vraag de teamleider."
_BEKEND = "Alles was intussen al bekend."
_WEG = "De bekende persoon is er niet meer. Voer deze regel opnieuw in."
_GEWIJZIGD = "Iemand wijzigde deze persoon op hetzelfde moment. Voer deze regel opnieuw in."
_ONVERWACHT = "Dit ging onverwacht mis. Er is van deze regel niets ingevoerd."


@dataclass(frozen=True)
class _Gevolg:
    uitkomst: Uitkomst
    reden: str = ""
    sporen: Sequence[Spoor] = ()


def in_partijen(eenheden: Sequence[int]) -> Iterator[Sequence[int]]:
    """Small enough that nobody waits long for a dossier of one of them."""
    for begin in range(0, len(eenheden), PARTIJ):
        yield eenheden[begin : begin + PARTIJ]


def eenheden_invoeren(*, opdracht_id: int, eenheden: Sequence[int], nu: datetime) -> None:
    """A party of units in one transaction, so that tasks are brought up to date once.

    A unit that fails is rolled back alone. Of a party that is cut off nothing stays, and the next
    worker does it. Dossiers that are known are locked first and in one order, as every act does:
    the units have them in the order of the file.
    """
    opdracht = Opdracht.objects.select_related("bevestigd_door").get(pk=opdracht_id)
    assert opdracht.bevestigd_door is not None
    with taken_achteraf(door=opdracht.bevestigd_door, nu=nu):
        _wacht_op_beurt()
        _vergrendel_dossiers(opdracht_id, eenheden)
        for eenheid in eenheden:
            eenheid_invoeren(opdracht_id=opdracht_id, eenheid=eenheid, nu=nu)


def eenheid_invoeren(*, opdracht_id: int, eenheid: int, nu: datetime) -> None:
    """Write one unit, or say why not. Twice is once."""
    opdracht = Opdracht.objects.select_related("bevestigd_door", "bestand").get(pk=opdracht_id)
    try:
        _schrijf(opdracht, eenheid, nu)
    except Geweigerd as fout:
        _leg_vast(opdracht, eenheid, _Gevolg(Uitkomst.FOUT, fout.reden), nu)
    except Gewijzigd:
        _leg_vast(opdracht, eenheid, _Gevolg(Uitkomst.FOUT, _GEWIJZIGD), nu)
    except Exception as fout:  # noqa: BLE001  # one unit must not keep the others from going on
        # only what kind of error: its words may hold what stands in the file
        logboek.error("opdracht %s: %s", opdracht_id, type(fout).__name__)
        _leg_vast(opdracht, eenheid, _Gevolg(Uitkomst.FOUT, _ONVERWACHT), nu)


def afronden(*, opdracht_id: int, nu: datetime) -> None:
    """Done when every row has its outcome."""
    opdracht = Opdracht.objects.select_related("bevestigd_door").get(pk=opdracht_id)
    assert opdracht.bevestigd_door is not None
    with handeling(door=opdracht.bevestigd_door, nu=nu) as act:
        opdracht = act.vergrendel(Opdracht, opdracht_id)
        if opdracht.status != OpdrachtStatus.BEVESTIGD or te_doen(opdracht_id):
            return
        tellingen = opdracht.regels.order_by().values_list("uitkomst").annotate(n=Count("pk"))
        opdracht.afronden(nu=nu, uitkomsten=dict(tellingen))
        opdracht.save()


def invoerreden(opdracht_id: int) -> str:
    return f"Ingevoerd uit een bestand (opdracht {opdracht_id})"


def _schrijf(opdracht: Opdracht, eenheid: int, nu: datetime) -> None:
    assert opdracht.bevestigd_door is not None
    with handeling(door=opdracht.bevestigd_door, nu=nu, reden=invoerreden(opdracht.pk)) as act:
        regels = _vergrendel(opdracht.pk, eenheid)
        if not regels:
            return
        geleerd = _beoordeel_nu(opdracht, regels, act.op)
        _bewaar(regels, _voer_in(opdracht, regels, geleerd, nu), geleerd, nu)


def _wacht_op_beurt() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [GRENDEL])


def _vergrendel_dossiers(opdracht_id: int, eenheden: Sequence[int]) -> None:
    personen = Importregel.objects.filter(opdracht=opdracht_id, eenheid__in=eenheden)
    rijen = Inburgeraar.objects.select_for_update().filter(persoon__in=personen.values("persoon"))
    list(rijen.order_by("pk").values_list("pk", flat=True))


def _vergrendel(opdracht_id: int, eenheid: int) -> list[Importregel]:
    """The rows of the unit, kept for this act; none when another worker did it already."""
    _wacht_op_beurt()
    rijen = Importregel.objects.select_for_update(of=("self",)).filter(
        opdracht=opdracht_id,
        opdracht__status=OpdrachtStatus.BEVESTIGD,
        eenheid=eenheid,
        uitkomst="",
    )
    return list(rijen.order_by("nummer"))


def _beoordeel_nu(opdracht: Opdracht, regels: Sequence[Importregel], op: date) -> Geleerd:
    assert opdracht.bevestigd_door is not None
    (geleerd,) = beoordeel(
        opdracht.importsoort,
        [(regel.nummer, regel.cellen) for regel in regels],
        koppeling=opdracht.koppeling,
        breedte=len(opdracht.bestand.koppen),
        op=op,
        door=opdracht.bevestigd_door,
    )
    return geleerd


def _voer_in(
    opdracht: Opdracht, regels: Sequence[Importregel], geleerd: Geleerd, nu: datetime
) -> _Gevolg:
    keuze = regels[0].keuze
    niet = _waarom_niet(opdracht, regels, geleerd, keuze)
    if niet is not None:
        return niet
    eenheid: Eenheid = met_personen(geleerd)
    sporen = opdracht.importsoort.voer_in(
        eenheid=eenheid, keuze=keuze, door=opdracht.bevestigd_door, nu=nu
    )
    return _Gevolg(Uitkomst.INGEVOERD, sporen=tuple(sporen))


def _waarom_niet(
    opdracht: Opdracht, regels: Sequence[Importregel], geleerd: Geleerd, keuze: str
) -> _Gevolg | None:
    """What has become of this unit since somebody said yes to it."""
    if geleerd.oordeel == Oordeel.FOUT:
        redenen = (b.reden for rij in geleerd.bevindingen.values() for b in rij if b.reden)
        return _Gevolg(Uitkomst.FOUT, next(redenen, _ONVERWACHT))
    if geleerd.oordeel == Oordeel.ONGEWIJZIGD:
        return _Gevolg(Uitkomst.OVERGESLAGEN, _BEKEND)
    gevonden = {
        b.persoon_id
        for rij in geleerd.bevindingen.values()
        for b in rij
        if b.persoon_id is not None
    }
    if keuze == Keuze.AANVULLEN and not gevonden:
        return _Gevolg(Uitkomst.OVERGESLAGEN, _WEG)
    if keuze != Keuze.NIEUW and _achter_slot(gevonden, opdracht):
        return _Gevolg(Uitkomst.OVERGESLAGEN, _GESLOTEN)
    nieuw_gezien = gevonden - _gezien(regels)
    if any(not _zelf_gemaakt(opdracht, persoon_id) for persoon_id in nieuw_gezien):
        return _Gevolg(Uitkomst.OVERGESLAGEN, _INTUSSEN)
    if geleerd.oordeel == Oordeel.DUBBEL and not keuze:
        return _Gevolg(Uitkomst.OVERGESLAGEN, _INTUSSEN)
    return None


def _achter_slot(personen: set[int], opdracht: Opdracht) -> bool:
    """Somebody whose dossier is closed to who confirmed: that is not completed from a file."""
    assert opdracht.bevestigd_door is not None
    gesloten = Inburgeraar.objects.filter(persoon__in=personen, gesloten=True)
    mag_zien = Inburgeraar.objects.zichtbaar_voor(opdracht.bevestigd_door).values("pk")
    return bool(personen) and gesloten.exclude(pk__in=mag_zien).exists()


def _gezien(regels: Iterable[Importregel]) -> set[int]:
    """The people whom the preview showed."""
    return {b["persoon_id"] for regel in regels for b in regel.bevindingen if b["persoon_id"]} | {
        regel.persoon_id for regel in regels if regel.persoon_id
    }


def _zelf_gemaakt(opdracht: Opdracht, persoon_id: int) -> bool:
    spoor = [{"model": Persoon._meta.label, "pk": persoon_id}]
    return opdracht.regels.filter(sporen__contains=spoor).exists()


def _bewaar(
    regels: Sequence[Importregel], gevolg: _Gevolg, geleerd: Geleerd | None, nu: datetime
) -> None:
    """The outcome on every row; the traces on the first of the unit."""
    alle = Importregel.objects.filter(pk__in=[regel.pk for regel in regels])
    alle.update(uitkomst=gevolg.uitkomst, reden=gevolg.reden[:300], verwerkt_at=nu)
    if gevolg.sporen:
        regels[0].sporen = _met_versies(gevolg.sporen)
        regels[0].save(update_fields=["sporen"])
    if geleerd is not None and gevolg.uitkomst != Uitkomst.INGEVOERD:
        _herzie(regels, geleerd)
    personen = {s.rij: s.pk for s in gevolg.sporen if s.model == Persoon._meta.label}
    gemaakt = [regel for regel in regels if regel.nummer in personen]
    for regel in gemaakt:
        regel.persoon_id = personen[regel.nummer]
    Importregel.objects.bulk_update(gemaakt, ["persoon"])


def _herzie(regels: Sequence[Importregel], geleerd: Geleerd) -> None:
    """What was found just before writing, in place of what the preview found."""
    for regel in regels:
        bevindingen = geleerd.bevindingen[regel.nummer]
        regel.oordeel, regel.bevindingen = rij_oordeel(bevindingen), als_json(bevindingen)
        regel.persoon_id = persoon_van(bevindingen)
    Importregel.objects.bulk_update(regels, ["oordeel", "bevindingen", "persoon"])


def _met_versies(sporen: Sequence[Spoor]) -> list[dict[str, Any]]:
    """Each trace with the version at which this import left the row."""
    na: dict[tuple[str, int], int] = {}
    for label in {spoor.model for spoor in sporen}:
        pks = [spoor.pk for spoor in sporen if spoor.model == label]
        rijen = apps.get_model(label)._base_manager.filter(pk__in=pks)
        na |= {(label, pk): versie for pk, versie in rijen.values_list("pk", "versie")}
    return [
        {"model": s.model, "pk": s.pk, "voor": s.versie_voor, "na": na[s.model, s.pk]}
        for s in sporen
    ]


def _leg_vast(opdracht: Opdracht, eenheid: int, gevolg: _Gevolg, nu: datetime) -> None:
    """What was begun is rolled back; that it failed is kept."""
    assert opdracht.bevestigd_door is not None
    with handeling(door=opdracht.bevestigd_door, nu=nu):
        regels = _vergrendel(opdracht.pk, eenheid)
        if regels:
            _bewaar(regels, gevolg, None, nu)
