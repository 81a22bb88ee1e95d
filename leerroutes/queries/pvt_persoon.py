"""The PVT of one person: what was done, what still must be, and the signature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from inburgering.datums import lokale_datum
from inburgering.enums import Regime
from inburgering.geweigerd import weigering
from inburgering.models import Inburgeraar
from leerroutes.enums import BijeenkomstStatus, PvtDeelnameStatus
from leerroutes.models import Participatieverklaring, PvtDeelname, PvtElders
from leerroutes.policies.pvt import (
    Pvtstand,
    check_eigen_vastlegging,
    check_mag_tekenen,
    in_uren,
)
from leerroutes.queries.pvtstand import pvtstand
from medewerkers.models import Medewerker


@dataclass(frozen=True, kw_only=True)
class Pvtkaart:
    """`nog`: what must be done before signing. `wacht_op`: why signing cannot be yet, or "".

    `geen_intrekken`: why it is not for this colleague to take the signature back, or "".
    """

    stand: Pvtstand
    uren: str
    nog: Sequence[str]
    wacht_op: str
    deelnames: Sequence[PvtDeelname]
    verklaring: Participatieverklaring | None
    elders: PvtElders | None
    geen_intrekken: str


def pvtkaart(dossier: Inburgeraar, *, voor: Medewerker, nu: datetime) -> Pvtkaart | None:
    """None under the law of 2013: that has no PVT."""
    if dossier.regime != Regime.WI2021:
        return None
    op = lokale_datum(nu)
    stand = pvtstand(dossier.pk, op=op)
    deelnames = (
        PvtDeelname.objects.zichtbaar_voor(voor)
        .filter(inburgeraar=dossier)
        .exclude(
            bijeenkomst__status=BijeenkomstStatus.AFGEZEGD, status=PvtDeelnameStatus.UITGENODIGD
        )
        .select_related("bijeenkomst")
        .order_by("bijeenkomst__begint_at", "pk")
    )
    verklaring = (
        Participatieverklaring.objects.filter(inburgeraar=dossier)
        .select_related("ondertekend_door", "pvt_deelname__bijeenkomst")
        .first()
    )
    return Pvtkaart(
        stand=stand,
        uren=in_uren(stand.uren),
        nog=stand.mist,
        wacht_op=weigering(check_mag_tekenen, stand, op=op, veld=""),
        deelnames=list(deelnames),
        verklaring=verklaring,
        elders=PvtElders.objects.filter(inburgeraar=dossier).first(),
        geen_intrekken=weigering(check_eigen_vastlegging, verklaring, door=voor)
        if verklaring
        else "",
    )
