"""The decision on an objection: written beforehand, then taken once."""

from __future__ import annotations

from datetime import datetime

from besluiten.bezwaarbrief import BeslissingBrief, kenmerk_van, maak_beslissing, stel_beslissing_op
from besluiten.models import Besluit, BesluitSoort, Bezwaar, BezwaarUitkomst
from besluiten.policies.bezwaar import check_beslissen, check_in_behandeling
from besluiten.policies.tekens import check_tekens
from besluiten.queries.bezwaar import feiten_van, verzuimen_van
from besluiten.services.beslistermijn import beslistermijn_halen
from besluiten.services.besluiten import besluit_nemen
from besluiten.services.bezwaren import bezwaarhandeling, meld_bezwaar
from inburgering.datums import lokale_datum
from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.services.documenten import bewaar
from medewerkers.models import Medewerker


def beslissing_voorbereiden(
    *,
    bezwaar_id: int,
    versie: int | None,
    uitkomst: BezwaarUitkomst,
    motivering: str,
    door: Medewerker,
    nu: datetime,
) -> Bezwaar:
    """Write the outcome and why; nothing is decided yet."""
    zaak = bezwaarhandeling(bezwaar_id=bezwaar_id, door=door, nu=nu, versie=versie)
    with zaak as (_act, bezwaar):
        check_in_behandeling(bezwaar)
        check_tekens({"motivering": motivering})
        bezwaar.uitkomst, bezwaar.motivering = uitkomst, motivering
        bezwaar.save()
    return bezwaar


def beslissen(*, bezwaar_id: int, versie: int, door: Medewerker, nu: datetime) -> Besluit:
    """Decide on the objection, today, with a decision of its own.

    The PDF is rendered before anything is locked, and counts only when the objection and all that
    the letter says are still the same. Raises Geweigerd with what is missing, Gewijzigd when
    somebody saved after `versie`.
    """
    gelezen = Bezwaar.objects.select_related(
        "besluit__inburgeraar__persoon", "besluit__inburgeraar__consulent", "hoorzitting"
    )
    bezwaar = gelezen.get(pk=bezwaar_id)
    if bezwaar.versie != versie:
        raise Gewijzigd(bezwaar, geopende_versie=versie)
    dagtekening = lokale_datum(nu)
    _mag(bezwaar, door=door, nu=nu)
    brief = stel_beslissing_op(bezwaar, dagtekening=dagtekening, door=door)
    _check_leesbaar(brief)
    pdf = maak_beslissing(brief, concept=False)
    sha256 = bewaar(pdf)
    zaak = bezwaarhandeling(bezwaar_id=bezwaar_id, door=door, nu=nu, versie=versie)
    with zaak as (act, vers):
        _mag(vers, door=door, nu=nu)
        if stel_beslissing_op(vers, dagtekening=dagtekening, door=door) != brief:
            raise Geweigerd("Gegevens in de brief zijn zojuist gewijzigd. Bekijk hem opnieuw.")
        besluit = besluit_nemen(
            act,
            dossier_id=vers.besluit.inburgeraar_id,
            soort=BesluitSoort.BEZWAAR,
            kenmerk=kenmerk_van(vers),
            titel=f"Beslissing op bezwaar {vers.kenmerk}",
            dagtekening=dagtekening,
            sha256=sha256,
            grootte=len(pdf),
        )
        vers.beslissen(op=act.op, door=door, beslissing=besluit)
        vers.save()
        beslistermijn_halen(act, vers, op=act.op)
        label = BezwaarUitkomst(vers.uitkomst).label.lower()
        meld_bezwaar(act, vers, f"Beslist op het bezwaar: {label}")
    return besluit


def _check_leesbaar(brief: BeslissingBrief) -> None:
    """By the name of what was written, so that one knows where to put it right."""
    check_tekens(
        {
            "de gronden": brief.gronden,
            "het verslag van de hoorzitting": brief.verslag,
            "waarom te laat": brief.laat_reden,
            "de motivering": brief.motivering,
        }
    )


def _mag(bezwaar: Bezwaar, *, door: Medewerker, nu: datetime) -> None:
    check_beslissen(
        bezwaar,
        feiten_van(bezwaar, verzuimen_van(bezwaar)),
        hoorzitting=bezwaar.hoorzitting,
        door=door,
        vandaag=lokale_datum(nu),
    )
