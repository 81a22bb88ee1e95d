"""The acts on a batch that was built: made ready, approved, taken back, thrown away."""

from __future__ import annotations

from datetime import datetime

from inburgering.handelingen import handeling
from inburgering.policies import check_reden
from medewerkers.models import Medewerker, verwijder
from ontzorgen.enums import Batchrol
from ontzorgen.models import Batchpersoon, Betaalbatch, Betaling, Tekort
from ontzorgen.policies.batch import (
    akkoorden_nodig,
    check_akkoord,
    check_klaarzetten,
    check_terugnemen,
    check_weggooien,
)
from ontzorgen.queries.betaalregels import betaalregels
from ontzorgen.queries.bouwsel import wijkt_af
from ontzorgen.queries.zegel import zegel_van
from ontzorgen.services.bouwen import maker_noteren
from ontzorgen.services.grendel import betaalgrendel


def klaarzetten(
    *, batch_id: int, versie: int | None, door: Medewerker, nu: datetime
) -> Betaalbatch:
    """Seal the lines, when they are what the facts ask now. Raises Geweigerd."""
    with handeling(door=door, nu=nu) as act:
        betaalgrendel()
        batch = act.vergrendel(Betaalbatch, batch_id, versie=versie)
        regels = betaalregels()
        zegel = zegel_van(batch, regels=regels)
        check_klaarzetten(
            batch,
            aantal=zegel.aantal,
            veranderd=wijkt_af(batch, regels=regels),
            regels=regels,
            vandaag=act.op,
        )
        batch.klaarzetten(
            op=act.op,
            door=door,
            zegel=zegel.waarde,
            akkoorden_nodig=akkoorden_nodig(zegel.totaal, regels=regels),
        )
        batch.save()
        maker_noteren(batch, door=door, nu=nu)
    return batch


def akkoord_geven(
    *, batch_id: int, versie: int | None, zegel: str, door: Medewerker, nu: datetime
) -> Betaalbatch:
    """Approve exactly the lines with this seal. The last approval that is needed opens the way."""
    with handeling(door=door, nu=nu) as act:
        betaalgrendel()
        batch = act.vergrendel(Betaalbatch, batch_id, versie=versie)
        akkoord_van = wie(batch, Batchrol.AKKOORD)
        check_akkoord(
            batch,
            zegel=zegel,
            zegel_nu=zegel_van(batch, regels=betaalregels()).waarde,
            makers=wie(batch, Batchrol.MAKER),
            akkoord_van=akkoord_van,
            door_id=door.pk,
        )
        Batchpersoon(batch=batch, medewerker=door, rol=Batchrol.AKKOORD, at=nu, zegel=zegel).save()
        if len(akkoord_van) + 1 >= batch.akkoorden_nodig:
            batch.akkoord_geven(op=act.op)
        batch.save()
    return batch


def terugnemen(
    *, batch_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> Betaalbatch:
    """Back to concept: what was approved no longer is."""
    with handeling(door=door, nu=nu, reden=reden) as act:
        betaalgrendel()
        check_reden(reden)
        batch = act.vergrendel(Betaalbatch, batch_id, versie=versie)
        check_terugnemen(batch)
        verwijder(list(Batchpersoon.objects.filter(batch=batch, rol=Batchrol.AKKOORD)))
        batch.terugnemen()
        batch.save()
        maker_noteren(batch, door=door, nu=nu)
    return batch


def weggooien(
    *, batch_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> Betaalbatch:
    """A concept that nobody needs: its lines go, and can be paid by another batch."""
    with handeling(door=door, nu=nu, reden=reden) as act:
        betaalgrendel()
        check_reden(reden)
        batch = act.vergrendel(Betaalbatch, batch_id, versie=versie)
        check_weggooien(batch)
        tekorten = list(Tekort.objects.filter(batch=batch).select_related("last__uitkering"))
        verwijder(list(Betaling.objects.filter(batch=batch)))
        verwijder(tekorten)
        act.neem_mee({tekort.last.uitkering.inburgeraar_id for tekort in tekorten})
        batch.weggooien(op=act.op, reden=reden)
        batch.aantal, batch.totaal_bedrag = 0, batch.totaal_bedrag - batch.totaal_bedrag
        batch.save()
    return batch


def wie(batch: Betaalbatch, rol: Batchrol) -> set[int]:
    rijen = Batchpersoon.objects.filter(batch=batch, rol=rol)
    return set(rijen.values_list("medewerker_id", flat=True))
