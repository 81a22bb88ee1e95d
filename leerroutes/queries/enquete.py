"""What inburgeraars say of a provider, as far as it can be said without showing one of them.

An outcome is shown of a survey that closed with at least five answers, and a total is of what is
shown only: nobody can be found by subtracting, or by looking again after one more answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db.models import Count, Sum

from inburgering.geweigerd import weigering
from leerroutes.enums import Fase
from leerroutes.models import Enquete, Ervaring
from leerroutes.policies.enquete import check_enquete_niet_voorbij
from leerroutes.queries.onderdrukt import GEEN, TE_WEINIG, genoeg, in_cijfers

VRAGEN = (
    ("les", "de lessen"),
    ("docent", "de docent"),
    ("begeleiding", "de begeleiding"),
    ("tempo", "het tempo"),
)
_TIENDE = Decimal("0.1")


@dataclass(frozen=True, kw_only=True)
class Enqueteregel:
    """`antwoorden` in words, hidden below five. `geen_verlengen`: why its last day is fixed."""

    enquete: Enquete
    stand: str
    soort: str
    antwoorden: str
    geen_verlengen: str


@dataclass(frozen=True)
class Vraagcijfer:
    vraag: str
    waarde: str


@dataclass(frozen=True, kw_only=True)
class Uitkomstregel:
    naam: str
    antwoorden: str
    cijfers: Sequence[Vraagcijfer]


@dataclass(frozen=True, kw_only=True)
class Uitkomst:
    """`regels` per phase, and the total of those. `opmerkingen` in no order of time."""

    regels: Sequence[Uitkomstregel]
    opmerkingen: Sequence[str]
    verborgen: int


@dataclass(frozen=True)
class _Telling:
    """Per question how many answered it, and the sum of their answers."""

    antwoorden: int
    vragen: dict[str, tuple[int, int]]


# --- Surveys -----------------------------------------------------------------------------------
def enquetes(aanbieder_id: int, *, op: date) -> list[Enqueteregel]:
    rijen = Enquete.objects.filter(aanbieder=aanbieder_id).select_related("aanbieder")
    return [_regel(rij, op) for rij in rijen.annotate(aantal=Count("ervaringen"))]


def enqueteregel(enquete_id: int, *, op: date) -> Enqueteregel:
    rijen = Enquete.objects.select_related("aanbieder").annotate(aantal=Count("ervaringen"))
    return _regel(rijen.get(pk=enquete_id), op)


def _regel(rij: Any, op: date) -> Enqueteregel:
    stand, soort = _stand(rij, op)
    return Enqueteregel(
        enquete=rij,
        stand=stand,
        soort=soort,
        antwoorden=in_cijfers(rij.aantal, str(rij.aantal)),
        geen_verlengen=weigering(check_enquete_niet_voorbij, rij, op=op),
    )


def _stand(rij: Enquete, op: date) -> tuple[str, str]:
    if op < rij.start_op:
        return "Gaat nog open", "neutraal"
    return ("Open", "info") if op <= rij.eind_op else ("Gesloten", "neutraal")


# --- Outcome -----------------------------------------------------------------------------------
def uitkomst(aanbieder_id: int, *, op: date) -> Uitkomst:
    rijen = Ervaring.objects.filter(enquete__aanbieder=aanbieder_id, enquete__eind_op__lt=op)
    tellingen = _per_enquete(rijen)
    getoond = {sleutel: t for sleutel, t in tellingen.items() if genoeg(t.antwoorden)}
    regels = [
        _uitkomstregel(fase.label, [t for (_, van), t in getoond.items() if van == fase])
        for fase in Fase
    ]
    regels = [regel for regel in regels if regel.antwoorden != GEEN]
    if len(regels) > 1:
        regels.append(_uitkomstregel("Samen", getoond.values()))
    return Uitkomst(
        regels=regels,
        opmerkingen=_opmerkingen([enquete for enquete, _ in getoond]),
        verborgen=len(tellingen) - len(getoond),
    )


def _per_enquete(rijen: Any) -> dict[tuple[int, str], _Telling]:
    sommen = {f"{vraag}_som": Sum(vraag) for vraag, _ in VRAGEN}
    aantallen = {f"{vraag}_aantal": Count(vraag) for vraag, _ in VRAGEN}
    per_enquete = rijen.order_by().values("enquete", "enquete__fase")
    return {
        (rij["enquete"], rij["enquete__fase"]): _Telling(
            rij["antwoorden"],
            {v: (rij[f"{v}_aantal"], rij[f"{v}_som"] or 0) for v, _ in VRAGEN},
        )
        for rij in per_enquete.annotate(antwoorden=Count("pk"), **sommen, **aantallen)
    }


def _uitkomstregel(naam: str, tellingen: Iterable[_Telling]) -> Uitkomstregel:
    tellingen = list(tellingen)
    antwoorden = sum(telling.antwoorden for telling in tellingen)
    return Uitkomstregel(
        naam=naam,
        antwoorden=in_cijfers(antwoorden, str(antwoorden)),
        cijfers=[
            Vraagcijfer(label, _gemiddelde([t.vragen[vraag] for t in tellingen]))
            for vraag, label in VRAGEN
        ],
    )


def _gemiddelde(delen: Sequence[tuple[int, int]]) -> str:
    """Of the surveys in which at least five answered this question."""
    getoond = [(aantal, som) for aantal, som in delen if genoeg(aantal)]
    aantal = sum(deel for deel, _ in getoond)
    if not aantal:
        return TE_WEINIG if any(deel for deel, _ in delen) else GEEN
    waarde = (Decimal(sum(som for _, som in getoond)) / aantal).quantize(_TIENDE, ROUND_HALF_UP)
    return f"{waarde}".replace(".", ",")


def _opmerkingen(enquete_ids: Sequence[int]) -> list[str]:
    """By the alphabet: the order of arrival would say something of who wrote them."""
    rijen = Ervaring.objects.filter(enquete__in=enquete_ids).exclude(opmerking="")
    return list(rijen.order_by("opmerking").values_list("opmerking", flat=True))
