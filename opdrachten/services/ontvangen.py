"""A file comes in, is read and judged. Only rows of this room are written."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import Handeling, handeling
from medewerkers.models import Medewerker
from opdrachten.beoordelen import Geleerd, beoordeel, persoon_van, rij_oordeel
from opdrachten.bestanden import Gelezen, lees_bestand
from opdrachten.enums import Keuze, OpdrachtStatus
from opdrachten.koppelen import herkenner, koppel, ontbrekend
from opdrachten.models import Importbestand, Importregel, Opdracht
from opdrachten.policies import check_koppelen, check_soort
from opdrachten.services.wachtrij import stuur
from opdrachten.soorten import Bevinding, Importsoort, Oordeel


def ontvangen(
    *, soort: Importsoort, bestandsnaam: str, inhoud: bytes, door: Medewerker, nu: datetime
) -> Opdracht:
    """Keep the file and have it read. Raises Geweigerd for a file that cannot be read at all."""
    check_soort(soort, door)
    gelezen = lees_bestand(bestandsnaam, inhoud, herken=herkenner(soort.kolommen))
    with handeling(door=door, nu=nu):
        opdracht = Opdracht(
            soort=soort.naam,
            bestandsnaam=Path(bestandsnaam).name[-150:],
            sha256=hashlib.sha256(inhoud).hexdigest(),
            blad=gelezen.blad[:100],
            gemaakt_door=door,
            gemaakt_at=nu,
        )
        opdracht.save()
        bestand = Importbestand(opdracht=opdracht, bladen=gelezen.bladen)
        bestand.inhoud = inhoud
        bestand.save()
        stuur(opdracht.pk, OpdrachtStatus.ONTVANGEN)
    return opdracht


def lezen(*, opdracht_id: int, nu: datetime) -> None:
    """Read the file, match its columns and judge its rows. Twice is once."""
    opdracht = Opdracht.objects.select_related("gemaakt_door").get(pk=opdracht_id)
    with handeling(door=opdracht.gemaakt_door, nu=nu) as act:
        opdracht = act.vergrendel(Opdracht, opdracht_id)
        if opdracht.status != OpdrachtStatus.ONTVANGEN:
            return
        try:
            gelezen = _lees_bestand(opdracht)
        except Geweigerd as fout:
            opdracht.mislukken(reden=fout.reden[:300])
        else:
            _beoordeel(act, opdracht, gelezen)
        opdracht.save()


def mislukt(*, opdracht_id: int, reden: str, nu: datetime) -> None:
    """Reading or judging broke down: the file stays, with what went wrong."""
    opdracht = Opdracht.objects.select_related("gemaakt_door").get(pk=opdracht_id)
    with handeling(door=opdracht.gemaakt_door, nu=nu) as act:
        opdracht = act.vergrendel(Opdracht, opdracht_id)
        if opdracht.status == OpdrachtStatus.ONTVANGEN:
            opdracht.mislukken(reden=reden)
            opdracht.save()


def koppelen(
    *,
    opdracht_id: int,
    versie: int | None,
    koppeling: Mapping[str, int],
    blad: str,
    door: Medewerker,
    nu: datetime,
) -> None:
    """The columns as somebody chose them, or another sheet; the file is judged again."""
    with handeling(door=door, nu=nu) as act:
        opdracht = act.vergrendel(Opdracht, opdracht_id, versie=versie)
        bestand = opdracht.bestand
        ander_blad = bool(blad) and blad != opdracht.blad
        if ander_blad and blad not in bestand.bladen:
            raise Geweigerd("Dit werkblad staat niet in het bestand.", veld="blad")
        if not ander_blad:
            check_koppelen(opdracht, koppeling, len(bestand.koppen))
        opdracht.opnieuw_lezen(
            blad=blad or opdracht.blad, koppeling={} if ander_blad else koppeling
        )
        opdracht.save()
        stuur(opdracht.pk, OpdrachtStatus.ONTVANGEN)


def _lees_bestand(opdracht: Opdracht) -> Gelezen:
    return lees_bestand(
        opdracht.bestandsnaam,
        opdracht.bestand.inhoud,
        herken=herkenner(opdracht.importsoort.kolommen),
        blad=opdracht.blad,
    )


def _beoordeel(act: Handeling, opdracht: Opdracht, gelezen: Gelezen) -> None:
    kolommen = opdracht.importsoort.kolommen
    opdracht.koppeling = opdracht.koppeling or koppel(kolommen, gelezen.koppen)
    opdracht.codering, opdracht.scheiding = gelezen.codering, gelezen.scheiding
    opdracht.totaal = len(gelezen.rijen)
    opdracht.bestand.koppen = gelezen.koppen
    opdracht.bestand.save(update_fields=["koppen_versleuteld"])
    opdracht.regels.all().delete()
    if ontbrekend(kolommen, opdracht.koppeling):
        _bewaar([_regel(opdracht, n, cellen, n) for n, cellen in gelezen.rijen])
        opdracht.laten_koppelen()
        return
    eenheden = beoordeel(
        opdracht.importsoort,
        gelezen.rijen,
        koppeling=opdracht.koppeling,
        breedte=len(gelezen.koppen),
        op=act.op,
        door=act.door,
    )
    regels = _beoordeelde_regels(opdracht, gelezen, eenheden)
    _bewaar(regels)
    opdracht.laten_zien(oordelen=Counter(regel.oordeel for regel in regels))


def _beoordeelde_regels(
    opdracht: Opdracht, gelezen: Gelezen, eenheden: Sequence[Geleerd]
) -> list[Importregel]:
    cellen = dict(gelezen.rijen)
    regels = []
    for geleerd in eenheden:
        for nummer, bevindingen in geleerd.bevindingen.items():
            regel = _regel(opdracht, nummer, cellen[nummer], int(geleerd.eenheid.sleutel))
            regel.oordeel = rij_oordeel(bevindingen)
            regel.eenheid_oordeel = geleerd.oordeel
            regel.bevindingen = als_json(bevindingen)
            regel.persoon_id = persoon_van(bevindingen)
            if regel.eenheid_oordeel == Oordeel.DUBBEL:
                regel.keuze = Keuze.OVERSLAAN
            regels.append(regel)
    return regels


def als_json(bevindingen: Sequence[Bevinding]) -> list[dict[str, object]]:
    """What is kept of the findings of a row: those that say something."""
    return [
        {veld: w for veld, w in asdict(b).items() if veld != "rij"} for b in bevindingen if b.reden
    ]


def _regel(opdracht: Opdracht, nummer: int, cellen: list[str], eenheid: int) -> Importregel:
    regel = Importregel(opdracht=opdracht, nummer=nummer, eenheid=eenheid)
    regel.cellen = cellen
    return regel


def _bewaar(regels: Sequence[Importregel]) -> None:
    Importregel.objects.bulk_create(regels, batch_size=2000)
