"""Hearing the person before the decision on the objection, or not, with the ground for that."""

from __future__ import annotations

from datetime import date, datetime

from besluiten.models import AfzienGrond, Bezwaar, BriefSoort
from besluiten.policies.bezwaar import (
    check_afzien_van_horen,
    check_gehoord,
    check_hoorzitting_plannen,
)
from besluiten.policies.tekens import check_tekens
from besluiten.services.bezwaarbrieven import bezwaarbrief
from besluiten.services.bezwaren import bezwaarhandeling, meld_bezwaar
from inburgering.datums import lokale_datum
from inburgering.enums import AfspraakSoort
from inburgering.models import Afspraak
from inburgering.policies import check_reden
from inburgering.services.contacten import afspraak_maken
from medewerkers.models import Medewerker
from wet.termijnen import hoorstukken


def hoorzitting_plannen(
    *,
    bezwaar_id: int,
    begint_at: datetime,
    plaats: str,
    door: Medewerker,
    nu: datetime,
    met: str = "",
    tolktaal: str = "",
) -> Bezwaar:
    """The appointment and the invitation, with until when papers may come (Awb 7:2, 7:4)."""
    with bezwaarhandeling(bezwaar_id=bezwaar_id, door=door, nu=nu) as (act, bezwaar):
        check_hoorzitting_plannen(bezwaar, bezwaar.hoorzitting, begint_at=begint_at, vandaag=act.op)
        bezwaar.hoorzitting = afspraak_maken(
            dossiers=[bezwaar.besluit.inburgeraar_id],
            soort=AfspraakSoort.HOORZITTING,
            begint_at=begint_at,
            plaats=plaats,
            met=met,
            tolktaal=tolktaal,
            door=door,
            nu=nu,
        )
        bezwaar.afzien_grond = bezwaar.afzien_reden = ""
        bezwaar.save()
        bezwaarbrief(
            act,
            bezwaar,
            soort=BriefSoort.UITNODIGING,
            template="bezwaar_hoorzitting",
            titel="Uitnodiging voor de hoorzitting",
            context={
                "afspraak": bezwaar.hoorzitting,
                "stukken": hoorstukken(lokale_datum(begint_at)).bekend,
            },
        )
        meld_bezwaar(act, bezwaar, f"Hoorzitting gepland op {lokale_datum(begint_at):%d-%m-%Y}")
    return bezwaar


def gehoord(
    *,
    bezwaar_id: int,
    verschenen: bool,
    op: date,
    verslag: str,
    door: Medewerker,
    nu: datetime,
) -> Bezwaar:
    """The hearing was held, with its report (Awb 7:7), or the person did not come.

    The report goes into the decision and does not change: what no letter can print is refused here.
    """
    with bezwaarhandeling(bezwaar_id=bezwaar_id, door=door, nu=nu) as (act, bezwaar):
        check_gehoord(bezwaar, bezwaar.hoorzitting, op=op, vandaag=act.op)
        check_tekens({"verslag": verslag})
        assert bezwaar.hoorzitting_id is not None  # the check saw it
        hoorzitting = act.vergrendel(Afspraak, bezwaar.hoorzitting_id)
        if verschenen:
            hoorzitting.houden(op=op, door=door, verslag=verslag)
        else:
            hoorzitting.niet_verschijnen(reden=verslag[:200])
        hoorzitting.save()
        hoe = "Hoorzitting gehouden" if verschenen else "Niet verschenen op de hoorzitting"
        meld_bezwaar(act, bezwaar, hoe, op=op)
    return bezwaar


def afzien_van_horen(
    *,
    bezwaar_id: int,
    versie: int | None,
    grond: AfzienGrond,
    reden: str,
    door: Medewerker,
    nu: datetime,
) -> Bezwaar:
    """The person is not heard, on one of the grounds the law names (Awb 7:3)."""
    zaak = bezwaarhandeling(bezwaar_id=bezwaar_id, door=door, nu=nu, versie=versie, reden=reden)
    with zaak as (act, bezwaar):
        check_reden(reden)
        check_afzien_van_horen(bezwaar, bezwaar.hoorzitting)
        bezwaar.afzien_grond, bezwaar.afzien_reden = grond, reden
        bezwaar.save()
        meld_bezwaar(act, bezwaar, f"Afgezien van horen: {grond.label}")
    return bezwaar
