"""What the lessons of a provider bring, in figures without names; fewer than five people: "< 5"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from django.db.models import Count, Exists, F, OuterRef, Q, Sum

from inburgering.enums import Onderdeel
from leerroutes.enums import Aanwezigheid, DeelnameStatus, ExamenUitslag
from leerroutes.models import Deelname, Examenresultaat, Inburgeringsaanbod, Urenregel
from leerroutes.queries.onderdrukt import in_cijfers

DAGEN_PER_WEEK = 7


@dataclass(frozen=True, kw_only=True)
class Cijfer:
    """`definitie` is one sentence: what is counted, of whom."""

    naam: str
    waarde: str
    definitie: str


@dataclass(frozen=True, kw_only=True)
class Rendement:
    cijfers: Sequence[Cijfer]
    examens: Sequence[Cijfer]


def rendement(aanbieder_id: int, *, afgesproken_weken: int | None) -> Rendement:
    """Since the beginning: a choice of period would let one subtract."""
    return Rendement(
        cijfers=[
            *_mensen(aanbieder_id),
            _weken_tot_start(aanbieder_id, afgesproken_weken),
            _aanwezigheid(aanbieder_id),
        ],
        examens=_examens(aanbieder_id),
    )


def _mensen(aanbieder_id: int) -> list[Cijfer]:
    met_einde = Q(status=DeelnameStatus.BEEINDIGD, aanbod__verwacht_eind_op__isnull=False)
    te_vroeg = met_einde & Q(eind_op__lt=F("aanbod__verwacht_eind_op"))
    wie = "inburgeraar"
    telling = Deelname.objects.filter(aanbieder=aanbieder_id).aggregate(
        allen=Count(wie, distinct=True),
        klaar=Count(wie, distinct=True, filter=met_einde),
        gestopt=Count(wie, distinct=True, filter=te_vroeg),
    )
    return [
        Cijfer(
            naam="Mensen met les",
            waarde=in_cijfers(telling["allen"], str(telling["allen"])),
            definitie="Iedereen die hier les heeft of had.",
        ),
        Cijfer(
            naam="Voortijdig gestopt",
            waarde=in_cijfers(telling["klaar"], _deel(telling["gestopt"], telling["klaar"])),
            definitie="Van de mensen van wie de lessen zijn beëindigd en het aanbod een verwacht "
            "einde had: wie vóór die dag stopte.",
        ),
    ]


def _weken_tot_start(aanbieder_id: int, afgesproken: int | None) -> Cijfer:
    """Per person the last offer that started counts once."""
    gestart = Inburgeringsaanbod.objects.filter(
        aanbieder=aanbieder_id, gestart_op__isnull=False
    ).order_by("gestart_op")
    rijen = gestart.values_list("inburgeraar", "gedaan_op", "gestart_op")
    dagen = {wie: (start - gedaan).days for wie, gedaan, start in rijen if start is not None}
    waarde = _weken(median(dagen.values())) if dagen else ""
    afspraak = (
        "" if afgesproken is None else f" Afgesproken in het contract: {_aantal(afgesproken)}."
    )
    return Cijfer(
        naam="Van aanbod tot start",
        waarde=in_cijfers(len(dagen), waarde),
        definitie="De middelste van alle wachttijden, van de dag van het aanbod tot de eerste les."
        + afspraak,
    )


def _weken(dagen: float) -> str:
    weken = (Decimal(str(dagen)) / DAGEN_PER_WEEK).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{weken} weken".replace(".", ",")


def _aantal(weken: int) -> str:
    return "1 week" if weken == 1 else f"{weken} weken"


def _aanwezigheid(aanbieder_id: int) -> Cijfer:
    telling = Urenregel.objects.filter(deelname__aanbieder=aanbieder_id).aggregate(
        mensen=Count("inburgeraar", distinct=True),
        alle=Sum("uren"),
        aanwezig=Sum("uren", filter=Q(aanwezigheid=Aanwezigheid.AANWEZIG)),
    )
    deel = _deel(telling["aanwezig"] or 0, telling["alle"] or 0)
    return Cijfer(
        naam="Aanwezig",
        waarde=in_cijfers(telling["mensen"], deel),
        definitie="Het deel van alle lesuren waarbij de cursist er was.",
    )


def _examens(aanbieder_id: int) -> list[Cijfer]:
    """Of who had a lesson here before the exam, also when they learned elsewhere too."""
    had_les = Deelname.objects.filter(
        aanbieder=aanbieder_id,
        inburgeraar=OuterRef("inburgeraar"),
        start_op__lte=OuterRef("examen_op"),
    )
    wie = "inburgeraar"
    rijen = (
        Examenresultaat.objects.filter(
            Exists(had_les), uitslag__in=[ExamenUitslag.GESLAAGD, ExamenUitslag.GEZAKT]
        )
        .order_by()
        .values_list("onderdeel")
        .annotate(
            mensen=Count(wie, distinct=True),
            geslaagd=Count(wie, distinct=True, filter=Q(uitslag=ExamenUitslag.GESLAAGD)),
        )
    )
    telling = {onderdeel: (mensen, geslaagd) for onderdeel, mensen, geslaagd in rijen}
    return [_examen(onderdeel, *telling.get(onderdeel.value, (0, 0))) for onderdeel in Onderdeel]


def _examen(onderdeel: Onderdeel, mensen: int, geslaagd: int) -> Cijfer:
    return Cijfer(
        naam=str(onderdeel.label),
        waarde=in_cijfers(mensen, _deel(geslaagd, mensen)),
        definitie="Van de mensen die hier les hadden en dit examen deden: wie slaagde.",
    )


def _deel(deel: Decimal | int, geheel: Decimal | int) -> str:
    """As a whole percentage, rounded half up."""
    if not geheel:
        return ""
    procent = (Decimal(deel) * 100 / Decimal(geheel)).quantize(Decimal(1), ROUND_HALF_UP)
    return f"{procent} %"
