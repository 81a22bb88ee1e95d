"""How far people are with the PVT: of one, or of a whole group in the same number of questions."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet, Sum

from inburgering.datums import lokale_datum
from inburgering.queries.termijnen import inburgeringstermijnen
from leerroutes.enums import Aanwezigheid, BijeenkomstSoort, PvtDeelnameStatus
from leerroutes.models import (
    Participatieverklaring,
    PvtDeelname,
    PvtElders,
    Traject,
    Urenregel,
)
from leerroutes.models.uren import BRONNEN
from leerroutes.policies.pvt import Pvtstand
from wet.leerroutes import Urendoel, Urensoort, tel_uren
from wet.normen import norm

_SOORTEN = (Urensoort.PVT, Urensoort.INTAKE_PVT)


@dataclass(frozen=True, kw_only=True)
class Anders:
    """What stands otherwise at one meeting than was recorded: these hours, or None for none."""

    deelname: PvtDeelname
    uren: Decimal | None


def pvtstanden(
    dossier_ids: Collection[int], *, op: date, anders: Mapping[int, Anders] | None = None
) -> dict[int, Pvtstand]:
    """For each dossier what was done up to and including `op`.

    `anders` gives per dossier what is about to be recorded, so that it can be judged beforehand.
    """
    anders = anders or {}
    trajecten = _trajecten(dossier_ids)
    termijnen = _termijnen(dossier_ids)
    uren = _uren(dossier_ids, op, [a.deelname.pk for a in anders.values()])
    activiteiten = _activiteiten(dossier_ids, op, [a.deelname.pk for a in anders.values()])
    wettelijk = norm("pvt_uren", op).aantal
    return {
        pk: Pvtstand(
            uren=_geteld(uren.get(pk, {}), anders.get(pk), op),
            nodig=max(wettelijk, trajecten.get(pk, (None, 0))[1]),
            activiteit=pk in activiteiten or _is_activiteit(anders.get(pk), op),
            traject_op=trajecten.get(pk, (None, 0))[0],
            termijn_op=termijnen.get(pk),
        )
        for pk in dossier_ids
    }


def pvtstand(dossier_id: int, *, op: date) -> Pvtstand:
    return pvtstanden([dossier_id], op=op)[dossier_id]


def verklaringen_van(dossier_ids: Collection[int]) -> dict[int, Participatieverklaring]:
    rijen = Participatieverklaring.objects.filter(inburgeraar__in=dossier_ids)
    return {rij.inburgeraar_id: rij for rij in rijen}


def uren_van_elders(verklaring: Participatieverklaring) -> QuerySet[Urenregel]:
    """The line with the hours of what was signed elsewhere."""
    return uren_zonder_bron(verklaring.inburgeraar_id, op=verklaring.ondertekend_op)


def uren_zonder_bron(dossier_id: int, *, op: date) -> QuerySet[Urenregel]:
    """The line of the PVT of that day, from no source here; one at most."""
    rijen: QuerySet[Urenregel] = Urenregel.objects.filter(
        inburgeraar=dossier_id, soort=Urensoort.PVT, op=op, **dict.fromkeys(BRONNEN)
    )
    return rijen


def _trajecten(dossier_ids: Collection[int]) -> dict[int, tuple[date, int]]:
    """The first day of the first traject, and the hours that the last one promised."""
    rijen = Traject.objects.filter(inburgeraar__in=dossier_ids).order_by("start_op", "pk")
    uit: dict[int, tuple[date, int]] = {}
    for pk, start_op, uren in rijen.values_list("inburgeraar", "start_op", "pvt_uren"):
        eerste, _uren_toen = uit.get(pk, (start_op, 0))
        uit[pk] = eerste, uren
    return uit


def _termijnen(dossier_ids: Collection[int]) -> dict[int, date]:
    """The first day of the three years, also of a term that is over or at rest."""
    return {pk: rij.start_op for pk, rij in inburgeringstermijnen(dossier_ids).items()}


def _uren(
    dossier_ids: Collection[int], op: date, zonder: Collection[int]
) -> dict[int, dict[Urensoort, Decimal]]:
    """Attended and recognised hours of the PVT, by lines: a month may end after the signature."""
    rijen = (
        Urenregel.objects.filter(
            inburgeraar__in=dossier_ids,
            soort__in=[soort.value for soort in _SOORTEN],
            aanwezigheid=Aanwezigheid.AANWEZIG,
            erkend=True,
            op__lte=op,
        )
        .exclude(pvt_deelname__in=zonder)
        .order_by()
        .values_list("inburgeraar", "soort")
        .annotate(som=Sum("uren"))
    )
    uit: dict[int, dict[Urensoort, Decimal]] = {}
    for pk, soort, som in rijen:
        uit.setdefault(pk, {})[Urensoort(soort)] = som
    return uit


def _geteld(uren: dict[Urensoort, Decimal], anders: Anders | None, op: date) -> Decimal:
    """What counts for the PVT, as the law counts it."""
    if anders is not None and anders.uren and _dag(anders) <= op:
        uren = uren | {Urensoort.PVT: uren.get(Urensoort.PVT, Decimal(0)) + anders.uren}
    telling = tel_uren(Urendoel.PVT, uren).bekend
    return Decimal(telling.uren) if telling else Decimal(0)


def _activiteiten(dossier_ids: Collection[int], op: date, zonder: Collection[int]) -> set[int]:
    rijen = PvtDeelname.objects.filter(
        inburgeraar__in=dossier_ids,
        status=PvtDeelnameStatus.AANWEZIG,
        bijeenkomst__soort=BijeenkomstSoort.ACTIVITEIT,
        bijeenkomst__begint_at__date__lte=op,
    ).exclude(pk__in=zonder)
    elders = PvtElders.objects.filter(inburgeraar__in=dossier_ids, activiteit_op__lte=op)
    hier = rijen.order_by().values_list("inburgeraar", flat=True)
    return set(hier.union(elders.order_by().values_list("inburgeraar", flat=True)))


def _is_activiteit(anders: Anders | None, op: date) -> bool:
    return (
        anders is not None
        and bool(anders.uren)
        and anders.deelname.bijeenkomst.soort == BijeenkomstSoort.ACTIVITEIT
        and _dag(anders) <= op
    )


def _dag(anders: Anders) -> date:
    return lokale_datum(anders.deelname.bijeenkomst.begint_at)
