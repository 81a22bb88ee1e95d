"""The amounts of one creditor for many households, changed together or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from inburgering.enums import GebeurtenisSoort
from inburgering.geweigerd import weigering
from inburgering.handelingen import Handeling, handeling
from medewerkers.models import Medewerker
from ontzorgen.models import VasteLast
from ontzorgen.policies.aanpassen import (
    NietAllemaal,
    NieuwBedrag,
    check_aanpassen,
    check_maand,
    staat_al,
)
from ontzorgen.queries.betaald import laatst_betaald_van
from ontzorgen.services.grendel import betaalgrendel
from ontzorgen.services.lasten import zet_bedrag


def bedragen_aanpassen(
    *,
    crediteur_id: int,
    vanaf: date,
    bedragen: Sequence[NieuwBedrag],
    door: Medewerker,
    nu: datetime,
) -> int:
    """From the month of `vanaf` on; returns how many changed. What stands so already is left.

    Raises NietAllemaal, with nothing changed, when one of them cannot be. No batch is sealed or
    offered in the meantime.
    """
    vanaf = vanaf.replace(day=1)
    with handeling(door=door, nu=nu) as act:
        betaalgrendel()
        check_maand(vanaf, vandaag=act.op)
        lasten = _vergrendel(act, crediteur_id, [nieuw.last_id for nieuw in bedragen])
        anders = [nieuw for nieuw in bedragen if not _staat_al(lasten, nieuw, vanaf)]
        _check_alle(lasten, anders, vanaf)
        for nieuw in anders:
            last = lasten[nieuw.last_id]
            zet_bedrag(act, last, vanaf=vanaf, bedrag=nieuw.bedrag)
            last.save()
            dossier_id = last.uitkering.inburgeraar_id
            act.meld(dossier_id, GebeurtenisSoort.GELD, f"Bedrag gewijzigd: {last}")
    return len(anders)


def _vergrendel(act: Handeling, crediteur_id: int, last_ids: Sequence[int]) -> dict[int, VasteLast]:
    """First the dossiers, then the costs, each in one order."""
    rijen = VasteLast.objects.filter(pk__in=last_ids, crediteur=crediteur_id)
    act.neem_mee(rijen.values_list("uitkering__inburgeraar", flat=True))
    vast = rijen.select_for_update(of=("self",)).select_related("uitkering").order_by("pk")
    return {last.pk: last for last in vast.prefetch_related("bedragen")}


def _staat_al(lasten: dict[int, VasteLast], nieuw: NieuwBedrag, vanaf: date) -> bool:
    last = lasten.get(nieuw.last_id)
    return last is not None and staat_al(last.bedragen.all(), vanaf=vanaf, bedrag=nieuw.bedrag)


def _check_alle(lasten: dict[int, VasteLast], anders: Sequence[NieuwBedrag], vanaf: date) -> None:
    betaald = laatst_betaald_van(list(lasten))
    redenen = {
        nieuw.last_id: weigering(
            check_aanpassen,
            lasten.get(nieuw.last_id),
            nieuw,
            vanaf=vanaf,
            laatst_betaald=betaald.get(nieuw.last_id),
        )
        for nieuw in anders
    }
    if any(redenen.values()):
        raise NietAllemaal({last_id: reden for last_id, reden in redenen.items() if reden})
