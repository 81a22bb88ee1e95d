"""The tab Begeleiding & PVT: guidance, its moments and hours, the PVT, and who practises along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Max, OuterRef, Q, QuerySet, Sum

from inburgering.geweigerd import weigering
from inburgering.models import Inburgeraar
from inburgering.services.plichten import brp_datum
from leerroutes.enums import BegeleidingSoort
from leerroutes.models import Begeleidingsmoment, MaatschappelijkeBegeleiding
from leerroutes.policies.begeleiding import (
    check_begeleiding_starten,
    check_begeleiding_wijzigen,
    check_moment_van,
)
from medewerkers.models import Medewerker
from overdracht.models import Overdrachtslid, OverdrachtStatus
from wet.doelgroepen import Doelgroep
from wet.termijnen import begin_maatschappelijke_begeleiding

PER_PAGINA = 25


@dataclass(frozen=True, kw_only=True)
class Momentregel:
    moment: Begeleidingsmoment
    mag_wijzigen: bool


@dataclass(frozen=True, kw_only=True)
class Urentelling:
    """Hours per part of the guidance (Wi 13); `mee` is what counts as participation."""

    onderdeel: str
    uren: Decimal


@dataclass(frozen=True, kw_only=True)
class Begeleidingskaart:
    """`volgende` is the last moment shown, to go on after; None at the end."""

    asiel: bool
    begeleiding: MaatschappelijkeBegeleiding | None
    uitleg: Sequence[str]
    momenten: Sequence[Momentregel]
    volgende: int | None
    tellingen: Sequence[Urentelling]
    uren: Decimal
    uren_mee: Decimal
    geen_starten: str
    geen_wijzigen: str


def begeleidingskaart(
    dossier: Inburgeraar, *, voor: Medewerker, op: date, na: str = ""
) -> Begeleidingskaart:
    begeleiding = (
        MaatschappelijkeBegeleiding.objects.filter(inburgeraar=dossier)
        .select_related("partner", "inburgeraar")
        .first()
    )
    asiel = dossier.doelgroep == Doelgroep.ASIEL
    begin = begin_maatschappelijke_begeleiding(brp_datum(dossier.persoon_id)) if asiel else None
    momenten, volgende = _momenten(begeleiding, na)
    tellingen = _tellingen(begeleiding)
    return Begeleidingskaart(
        asiel=asiel,
        begeleiding=begeleiding,
        uitleg=begin.stappen if begin and begin.bekend else (),
        momenten=[_momentregel(moment, voor) for moment in momenten],
        volgende=volgende,
        tellingen=[
            Urentelling(onderdeel=soort.label, uren=tellingen.get((soort.value, False), Decimal(0)))
            for soort in BegeleidingSoort
        ],
        uren=sum((u for (_s, mee), u in tellingen.items() if not mee), Decimal(0)),
        uren_mee=sum((u for (_s, mee), u in tellingen.items() if mee), Decimal(0)),
        geen_starten=weigering(
            check_begeleiding_starten,
            dossier,
            loopt_al=begeleiding is not None,
            eerste_dag=begin.bekend.start_op if begin and begin.bekend else None,
            op=op,
            vandaag=op,
        ),
        geen_wijzigen=weigering(check_begeleiding_wijzigen, begeleiding, door=voor)
        if begeleiding
        else "",
    )


def eerste_dag(dossier: Inburgeraar) -> date | None:
    """The first day of the guidance by law; None while the registration is not known."""
    begin = begin_maatschappelijke_begeleiding(brp_datum(dossier.persoon_id))
    return begin.bekend.start_op if begin.bekend else None


def aangemeld(persoon: OuterRef | int) -> QuerySet[Overdrachtslid]:
    """Handovers of this person in which the partner was told of the household."""
    rijen: QuerySet[Overdrachtslid] = Overdrachtslid.objects.filter(
        persoon=persoon, eind_op=None, overdracht__begeleiding_op__isnull=False
    )
    return rijen.exclude(overdracht__status=OverdrachtStatus.INGETROKKEN)


def voorgestelde_dag(dossier: Inburgeraar) -> date | None:
    """The day the partner was told, but never before the first day by law."""
    dagen = aangemeld(dossier.persoon_id).order_by("-overdracht__koppeling_op", "-pk")
    verteld = dagen.values_list("overdracht__begeleiding_op", flat=True).first()
    return max((dag for dag in (eerste_dag(dossier), verteld) if dag), default=None)


def laatste_moment(begeleiding: MaatschappelijkeBegeleiding) -> date | None:
    laatste: date | None = begeleiding.momenten.aggregate(laatste=Max("op"))["laatste"]
    return laatste


def _momenten(
    begeleiding: MaatschappelijkeBegeleiding | None, na: str
) -> tuple[list[Begeleidingsmoment], int | None]:
    """The latest first, by page; `na` is the last one of the page before."""
    if begeleiding is None:
        return [], None
    rijen = begeleiding.momenten.select_related("door")
    vorige = rijen.filter(pk=int(na)).first() if na.isascii() and na.isdigit() else None
    if vorige is not None:
        rijen = rijen.filter(Q(op__lt=vorige.op) | Q(op=vorige.op, pk__lt=vorige.pk))
    gevonden = list(rijen[: PER_PAGINA + 1])
    blad = gevonden[:PER_PAGINA]
    return blad, blad[-1].pk if len(gevonden) > PER_PAGINA else None


def _tellingen(begeleiding: MaatschappelijkeBegeleiding | None) -> dict[tuple[str, bool], Decimal]:
    """Hours per kind; under True what of those counts as participation."""
    if begeleiding is None:
        return {}
    rijen = begeleiding.momenten.order_by().values_list("soort", "telt_mee").annotate(u=Sum("uren"))
    uit: dict[tuple[str, bool], Decimal] = {}
    for soort, mee, uren in rijen:
        uit[soort, False] = uit.get((soort, False), Decimal(0)) + uren
        if mee:
            uit[soort, True] = uren
    return uit


def _momentregel(moment: Begeleidingsmoment, voor: Medewerker) -> Momentregel:
    return Momentregel(
        moment=moment, mag_wijzigen=not weigering(check_moment_van, moment, door=voor)
    )
