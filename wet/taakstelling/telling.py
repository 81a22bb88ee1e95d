"""Who counts for the taakstelling, and from which day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wet.datums import eis_datum_of_niets, voluit
from wet.regels import regel
from wet.uitkomst import Uitkomst, Zekerheid, nog_niet


class Verblijfsgrond(StrEnum):
    """Why a person is here, as far as the taakstelling asks."""

    VERGUNNINGHOUDER = "vergunninghouder"
    NAREIZIGER = "nareiziger"
    KIND_VAN_VERGUNNINGHOUDER = "kind_van_vergunninghouder"
    GEZINSMIGRANT = "gezinsmigrant"
    OEKRAINE = "oekraine"


_TELT = {
    Verblijfsgrond.VERGUNNINGHOUDER: (True, "Een vergunninghouder telt mee."),
    Verblijfsgrond.NAREIZIGER: (True, "Wie nareist bij een vergunninghouder telt mee."),
    Verblijfsgrond.KIND_VAN_VERGUNNINGHOUDER: (True, "Een kind van een vergunninghouder telt mee."),
    Verblijfsgrond.GEZINSMIGRANT: (False, "Een gezinsmigrant telt nooit mee."),
    Verblijfsgrond.OEKRAINE: (False, "Opvang uit Oekraïne valt onder een andere wet."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Whether a person counts, and from which day (inclusive)."""

    telt: bool
    vanaf_op: date | None


@regel(
    "Of iemand meetelt voor de taakstelling, en vanaf wanneer.",
    "verblijfsgrond=vergunninghouder gehuisvest=2024-06-19",
    "verblijfsgrond=gezinsmigrant gehuisvest=2024-06-19",
    "verblijfsgrond=nareiziger gehuisvest=onbekend",
)
def telt_mee(verblijfsgrond: Verblijfsgrond, gehuisvest: date | None) -> Uitkomst[Telling]:
    """Whether a person counts for the taakstelling and from which day.

    `gehuisvest` is the day of housing in the municipality (BRP registration). Having a duty to
    integrate plays no part, in neither direction.

    Bron: Hvw 28, Hvw 29.1; welke dag telt en nareizigers: uit algemene kennis.
    """
    gehuisvest = eis_datum_of_niets("gehuisvest", gehuisvest)
    telt, waarom = _TELT[verblijfsgrond]
    if not telt:
        return _telling(Telling(telt=False, vanaf_op=None), (waarom,))
    if gehuisvest is None:
        return nog_niet(
            "telt_mee",
            "de huisvesting in de gemeente",
            ("Hvw 28",),
            (waarom,),
            Zekerheid.AFGELEID,
        )
    slot = f"Gehuisvest op {voluit(gehuisvest)}: vanaf die dag."
    return _telling(Telling(telt=True, vanaf_op=gehuisvest), (waarom, slot))


def _telling(telling: Telling, stappen: tuple[str, ...]) -> Uitkomst[Telling]:
    return Uitkomst(
        regel="telt_mee",
        uitkomst=telling,
        bron=("Hvw 28", "Hvw 29.1"),
        stappen=stappen,
        zekerheid=Zekerheid.AFGELEID,
    )


def teldagen(
    gehuisvest: date | None, besluiten: Iterable[tuple[date, bool]]
) -> tuple[tuple[date, int], ...]:
    """The days from which one person counts (1) or ceases to (-1): never twice, whatever happens.

    `gehuisvest` is the day from which the person counts by the rule, None when not. `besluiten` of
    the supervisor say from which day the person counts or does not, those of one day in the order
    in which they were taken; from the first of them on they decide, also about a later housing.

    Bron: Hvw 28; een persoon telt één keer (afgeleid).
    """
    op_volgorde = sorted(besluiten, key=lambda besluit: besluit[0])
    dagen = []
    telt = gehuisvest is not None and not any(dag < gehuisvest for dag, _wel in op_volgorde)
    if gehuisvest is not None and telt:
        dagen.append((gehuisvest, 1))
    for dag, wel in op_volgorde:
        if wel != telt:
            dagen.append((dag, 1 if wel else -1))
            telt = wel
    return tuple(dagen)
