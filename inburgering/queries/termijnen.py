"""The three years of somebody, for everybody who asks."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from inburgering.enums import SchakelNummer, SchakelStatus, TermijnSoort, TermijnStatus
from inburgering.models import Schakel, Termijn
from inburgering.models.termijn import STOPT_MET_DOSSIER


def te_bewaken() -> QuerySet[Termijn]:
    """The running terms that still ask something of somebody here.

    Once schakel 4 is closed nothing is left to do in the three years; DUO says whether it was met.
    """
    gedaan = Schakel.objects.filter(
        inburgeraar=OuterRef("inburgeraar"),
        nummer=SchakelNummer.INBURGEREN,
        status=SchakelStatus.AFGEROND,
    )
    lopend = Termijn.objects.filter(status=TermijnStatus.LOPEND)
    return lopend.exclude(Q(soort=TermijnSoort.INBURGERING) & Exists(gedaan))


def inburgeringstermijn(dossier_id: int) -> Termijn | None:
    """As `inburgeringstermijnen`, of one dossier; None while no term is known."""
    return inburgeringstermijnen([dossier_id]).get(dossier_id)


def laatste_dag(dossier_id: int) -> date | None:
    """The last day of the three years, inclusive."""
    termijn = inburgeringstermijn(dossier_id)
    return termijn.eind_op if termijn else None


def inburgeringstermijnen(dossier_ids: Collection[int]) -> dict[int, Termijn]:
    """Per dossier the term that runs, with every extension; one query.

    When none runs: the last that was met, or that stopped with the dossier. A term that lapsed
    because another took its place, or because its day became unknown again, is none.
    """
    telt = ~Q(status=TermijnStatus.VERVALLEN) | Q(reden__in=STOPT_MET_DOSSIER)
    rijen = Termijn.objects.filter(
        telt, inburgeraar__in=dossier_ids, soort=TermijnSoort.INBURGERING
    ).order_by("pk")
    lopend_laatst = sorted(rijen, key=lambda termijn: termijn.status == TermijnStatus.LOPEND)
    return {termijn.inburgeraar_id: termijn for termijn in lopend_laatst}
