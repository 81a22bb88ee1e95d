"""What the college states when its offer came too late, and whether it still has to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zlib import crc32

from besluiten.models import Brief
from inburgering.enums import TermijnSoort
from inburgering.queries.termijnen import laatste_dag
from leerroutes.models import Traject
from leerroutes.queries.aanbodtermijn import (
    Aanbodfeiten,
    aanbodfeiten,
    termijnen_van,
    verklaringen_van,
    voorbij,
)
from wet.leerroutes import Leerroute
from wet.termijnen import Aanbodtermijn, aanbodtermijn
from wet.uitkomst import Uitkomst
from wet.verlengingen import Verlengd, verlenging_zonder_aanbod


@dataclass(frozen=True, kw_only=True)
class Verklaringstand:
    """`te_laat_sinds`: None when nothing is late. `eind_op`: of the three years, inclusive. `merk`:
    of what is late and since when; a statement bears it, so that is seen when the days were wrong.

    `verlenging` is a forecast by the rule, None while the three years are not known; DUO decides.
    `vorige` is the last statement, of `aantal`.
    """

    feiten: Aanbodfeiten
    grenzen: Aanbodtermijn
    te_laat_sinds: date | None
    merk: str
    eind_op: date | None
    verlenging: Uitkomst[Verlengd] | None
    vorige: Brief | None
    aantal: int

    @property
    def nodig(self) -> bool:
        """Something is late that the last statement did not know of, or not as it is."""
        return self.te_laat_sinds is not None and not self.zegt_vorige_dit

    @property
    def zegt_vorige_dit(self) -> bool:
        return self.vorige is not None and self.vorige.kenmerk.endswith(self.merk)

    @property
    def verwacht(self) -> Verlengd | None:
        """What the rule expects; None while it waits for the offer or the start."""
        return self.verlenging.bekend if self.verlenging else None

    @property
    def onderwijsroute(self) -> bool:
        return self.feiten.leerroute is Leerroute.O


def verklaring_voor(traject: Traject, *, op: date) -> Verklaringstand:
    feiten = aanbodfeiten(traject)
    grenzen = aanbodtermijn(feiten.dagtekening, feiten.leerroute).bekend
    assert grenzen is not None  # a day is given
    eind_op = laatste_dag(traject.inburgeraar_id)
    brieven = verklaringen_van([traject.inburgeraar_id])
    te_laat = feiten.te_laat(voorbij=voorbij(termijnen_van(traject), op=op))
    return Verklaringstand(
        feiten=feiten,
        grenzen=grenzen,
        te_laat_sinds=max((dag for _soort, dag in te_laat), default=None),
        merk=_merk(te_laat),
        eind_op=eind_op,
        verlenging=_verlenging(feiten, eind_op, op) if eind_op else None,
        vorige=brieven[-1] if brieven else None,
        aantal=len(brieven),
    )


def _merk(te_laat: Sequence[tuple[TermijnSoort, date]]) -> str:
    wat = "/".join(f"{soort.value} {dag}" for soort, dag in te_laat)
    return f"{crc32(wat.encode()):08x}"


def _verlenging(feiten: Aanbodfeiten, eind_op: date, op: date) -> Uitkomst[Verlengd]:
    """Counted from the term as it is now."""
    return verlenging_zonder_aanbod(
        feiten.dagtekening, feiten.leerroute, eind_op, feiten.aanbod_op, feiten.start_op, op=op
    )
