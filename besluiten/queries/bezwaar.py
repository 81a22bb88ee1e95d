"""What is known of an objection: its terms as the law counts them, and everything on its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from besluiten.models import Bezwaar, Verzuim
from besluiten.policies.bezwaar import Feiten
from wet.termijnen import (
    Looptijd,
    beslistermijn_bezwaar,
    bezwaar_op_tijd,
    bezwaartermijn,
    opschorting_verzuim,
)
from wet.uitkomst import Uitkomst

_REEKS = "BZW"


@dataclass(frozen=True, kw_only=True)
class Termijnen:
    """`op_tijd` is None while the decision was not made known: then nothing is too late yet."""

    bezwaar: Uitkomst[Looptijd]
    op_tijd: Uitkomst[bool] | None
    opschortingen: Sequence[tuple[Verzuim, Uitkomst[Any]]]
    beslissen: partial[Uitkomst[Looptijd]]

    @property
    def is_op_tijd(self) -> bool:
        return self.op_tijd is None or bool(self.op_tijd.bekend)


def termijnen_van(bezwaar: Bezwaar, verzuimen: Sequence[Verzuim]) -> Termijnen:
    """The terms of this objection as its dates give them now."""
    termijn = bezwaartermijn(bekendmaking=bezwaar.besluit.bekendgemaakt_op)
    einde = termijn.bekend.eind_op if termijn.bekend else None
    stil = _opschortingen(verzuimen, einde)
    return Termijnen(
        bezwaar=termijn,
        op_tijd=(
            bezwaar_op_tijd(eind_op=einde, ontvangen=bezwaar.ontvangen_op, gepost=bezwaar.gepost_op)
            if einde
            else None
        ),
        opschortingen=stil,
        beslissen=partial(
            beslistermijn_bezwaar,
            einde_bezwaartermijn=einde,
            commissie=bezwaar.commissie,
            verdaagd=bezwaar.verdaagd_op is not None,
            opgeschort_dagen=sum(u.bekend.aantal for _v, u in stil if u.bekend),
        ),
    )


def _opschortingen(
    verzuimen: Sequence[Verzuim], einde: date | None
) -> list[tuple[Verzuim, Uitkomst[Any]]]:
    if einde is None:
        return []
    return [
        (
            verzuim,
            opschorting_verzuim(
                einde_bezwaartermijn=einde,
                gevraagd=verzuim.gevraagd_op,
                uiterlijk=verzuim.uiterlijk_op,
                hersteld=verzuim.hersteld_op,
            ),
        )
        for verzuim in verzuimen
    ]


def verzuimen_van(bezwaar: Bezwaar) -> list[Verzuim]:
    return list(Verzuim.objects.filter(bezwaar=bezwaar))


def feiten_van(bezwaar: Bezwaar, verzuimen: Sequence[Verzuim]) -> Feiten:
    """What the policies ask, from the dates as they are."""
    termijnen = termijnen_van(bezwaar, verzuimen)
    looptijd = termijnen.beslissen().bekend
    return Feiten(
        op_tijd=termijnen.is_op_tijd,
        eind_op=looptijd.eind_op if looptijd else None,
        open_verzuim=open_verzuim(verzuimen),
        gevraagd_op=max((verzuim.gevraagd_op for verzuim in verzuimen), default=None),
    )


def open_verzuim(verzuimen: Sequence[Verzuim]) -> Verzuim | None:
    """The one that is waited for; after its last day nothing came, and it stays open."""
    return next((v for v in reversed(verzuimen) if v.hersteld_op is None), None)


def nieuw_kenmerk(dossiernummer: str, aantal: int) -> str:
    """The reference of the next objection in a dossier that has so many; its letters begin so."""
    return f"{_REEKS}-{dossiernummer}-{aantal + 1}"


def is_van_bezwaar(kenmerk: str) -> bool:
    return kenmerk.startswith(f"{_REEKS}-")
