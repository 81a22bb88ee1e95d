"""An objection: received, confirmed, supplied, put off, judged when late, withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from besluiten.models import (
    Besluit,
    Bezwaar,
    BezwaarKanaal,
    BezwaarStatus,
    BriefSoort,
    LaatOordeel,
    Verzuim,
)
from besluiten.policies.bezwaar import (
    check_bevestigen,
    check_in_behandeling,
    check_intrekken,
    check_laat_beoordelen,
    check_ontvangst,
    check_registreren,
    check_verdagen,
    check_verzuim_hersteld,
    check_verzuim_vragen,
)
from besluiten.policies.tekens import check_tekens
from besluiten.queries.bezwaar import (
    feiten_van,
    nieuw_kenmerk,
    open_verzuim,
    termijnen_van,
    verzuimen_van,
)
from besluiten.services.beslistermijn import beslistermijn_bijwerken, beslistermijn_vervalt
from besluiten.services.bezwaarbrieven import bezwaarbrief
from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.policies import check_reden
from inburgering.services.dossiers import voorleggen_aan_jurist
from medewerkers.models import Medewerker

_BESLUIT = GebeurtenisSoort.BESLUIT


@contextmanager
def bezwaarhandeling(
    *, bezwaar_id: int, door: Medewerker, nu: datetime, versie: int | None = None, reden: str = ""
) -> Iterator[tuple[Handeling, Bezwaar]]:
    """An act on one objection: its dossier locked, then the objection as it is now."""
    dossier_id = Bezwaar.objects.values_list("besluit__inburgeraar", flat=True).get(pk=bezwaar_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        yield act, act.vergrendel(Bezwaar, bezwaar_id, versie=versie)


def meld_bezwaar(
    act: Handeling, bezwaar: Bezwaar, tekst: str, *, op: date | None = None, reden: str = ""
) -> None:
    act.meld(
        bezwaar.besluit.inburgeraar_id, _BESLUIT, f"{tekst} ({bezwaar.kenmerk})", op=op, reden=reden
    )


def registreren(
    *,
    besluit_id: int,
    ontvangen_op: date,
    kanaal: BezwaarKanaal,
    door: Medewerker,
    nu: datetime,
    gepost_op: date | None = None,
    gronden: str = "",
) -> Bezwaar:
    """An objection came in: the jurist sees the dossier from now on, and the term is guarded.

    Received too late is no refusal: that is judged later (Awb 6:11).
    """
    dossier_id = Besluit.objects.values_list("inburgeraar", flat=True).get(pk=besluit_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        check_tekens({"gronden": gronden})
        besluit = act.vergrendel(Besluit, besluit_id)
        alle = Bezwaar.objects.filter(besluit__inburgeraar=dossier_id)
        check_registreren(
            besluit,
            ontvangen_op=ontvangen_op,
            gepost_op=gepost_op,
            loopt_al=alle.filter(besluit=besluit, status=BezwaarStatus.ONTVANGEN).exists(),
            vandaag=act.op,
        )
        bezwaar = Bezwaar(
            besluit=besluit,
            kenmerk=nieuw_kenmerk(besluit.inburgeraar.dossiernummer, alle.count()),
            ontvangen_op=ontvangen_op,
            gepost_op=gepost_op,
            kanaal=kanaal,
            gronden=gronden,
            geregistreerd_op=act.op,
            geregistreerd_door=door,
        )
        bezwaar.save()
        voorleggen_aan_jurist(act, dossier_id=dossier_id)
        meld_bezwaar(act, bezwaar, f"Bezwaar tegen {besluit.kenmerk}", op=ontvangen_op)
        beslistermijn_bijwerken(act, bezwaar)
    return bezwaar


def wijzigen(
    *,
    bezwaar_id: int,
    versie: int | None,
    ontvangen_op: date,
    kanaal: BezwaarKanaal,
    gronden: str,
    commissie: bool,
    door: Medewerker,
    nu: datetime,
    gepost_op: date | None = None,
) -> Bezwaar:
    """What was recorded is put right, or a committee advises: the term follows."""
    with bezwaarhandeling(bezwaar_id=bezwaar_id, door=door, nu=nu, versie=versie) as zaak:
        act, bezwaar = zaak
        check_in_behandeling(bezwaar)
        check_tekens({"gronden": gronden})
        check_ontvangst(
            bezwaar.besluit, ontvangen_op=ontvangen_op, gepost_op=gepost_op, vandaag=act.op
        )
        bezwaar.ontvangen_op, bezwaar.gepost_op = ontvangen_op, gepost_op
        bezwaar.kanaal, bezwaar.gronden, bezwaar.commissie = kanaal, gronden, commissie
        bezwaar.save()
        beslistermijn_bijwerken(act, bezwaar)
    return bezwaar


def ontvangst_bevestigen(*, bezwaar_id: int, door: Medewerker, nu: datetime) -> Bezwaar:
    """The letter that says it was received, and by when there will be a decision (Awb 6:14)."""
    with bezwaarhandeling(bezwaar_id=bezwaar_id, door=door, nu=nu) as zaak:
        act, bezwaar = zaak
        check_bevestigen(bezwaar)
        feiten = feiten_van(bezwaar, verzuimen_van(bezwaar))
        bezwaar.ontvangstbevestiging = bezwaarbrief(
            act,
            bezwaar,
            soort=BriefSoort.ONTVANGST_BEZWAAR,
            template="bezwaar_ontvangst",
            titel="Ontvangst van uw bezwaar",
            context={"eind_op": feiten.eind_op, "op_tijd": feiten.op_tijd},
        )
        bezwaar.save()
        meld_bezwaar(act, bezwaar, "Ontvangst van het bezwaar bevestigd")
    return bezwaar


def verzuim_vragen(
    *, bezwaar_id: int, wat: str, uiterlijk_op: date, door: Medewerker, nu: datetime
) -> Verzuim:
    """Ask for what is missing (Awb 6:6): the term for the decision stands still meanwhile."""
    with bezwaarhandeling(bezwaar_id=bezwaar_id, door=door, nu=nu) as zaak:
        act, bezwaar = zaak
        feiten = feiten_van(bezwaar, verzuimen_van(bezwaar))
        check_verzuim_vragen(bezwaar, feiten, uiterlijk_op=uiterlijk_op, vandaag=act.op)
        verzuim = Verzuim(bezwaar=bezwaar, wat=wat, gevraagd_op=act.op, uiterlijk_op=uiterlijk_op)
        verzuim.save()
        bezwaarbrief(
            act,
            bezwaar,
            soort=BriefSoort.OVERIG,
            template="bezwaar_verzuim",
            titel="Vul uw bezwaar aan",
            context={"verzuim": verzuim},
        )
        meld_bezwaar(
            act, bezwaar, f"Aanvulling van het bezwaar gevraagd, t/m {uiterlijk_op:%d-%m-%Y}"
        )
        beslistermijn_bijwerken(act, bezwaar)
    return verzuim


def verzuim_hersteld(
    *, bezwaar_id: int, hersteld_op: date, door: Medewerker, nu: datetime, gronden: str = ""
) -> Verzuim:
    """What was missing came in on `hersteld_op`; what the person wrote is added to the grounds."""
    with bezwaarhandeling(bezwaar_id=bezwaar_id, door=door, nu=nu) as zaak:
        act, bezwaar = zaak
        wacht_op = open_verzuim(verzuimen_van(bezwaar))
        check_verzuim_hersteld(bezwaar, wacht_op, hersteld_op=hersteld_op, vandaag=act.op)
        check_tekens({"gronden": gronden})
        assert wacht_op is not None  # the check saw it
        verzuim = act.vergrendel(Verzuim, wacht_op.pk)
        verzuim.hersteld_op = hersteld_op
        verzuim.save()
        if gronden:
            bezwaar.gronden = f"{bezwaar.gronden}\n\n{gronden}".strip()
            bezwaar.save()
        meld_bezwaar(act, bezwaar, "Bezwaar aangevuld", op=hersteld_op)
        beslistermijn_bijwerken(act, bezwaar)
    return verzuim


def verdagen(
    *, bezwaar_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> Bezwaar:
    """Put the decision off, once, and say so in a letter (Awb 7:10.3, 7:10.5)."""
    zaak = bezwaarhandeling(bezwaar_id=bezwaar_id, door=door, nu=nu, versie=versie, reden=reden)
    with zaak as (act, bezwaar):
        check_reden(reden)
        feiten = feiten_van(bezwaar, verzuimen_van(bezwaar))
        check_verdagen(bezwaar, feiten, vandaag=act.op)
        bezwaar.verdaagd_op, bezwaar.verdaagd_door = act.op, door
        bezwaar.verdaagd_reden = reden
        bezwaar.save()
        beslistermijn_bijwerken(act, bezwaar)
        nieuw = termijnen_van(bezwaar, verzuimen_van(bezwaar)).beslissen().bekend
        bezwaarbrief(
            act,
            bezwaar,
            soort=BriefSoort.OVERIG,
            template="bezwaar_verdaging",
            titel="Wij beslissen later op uw bezwaar",
            context={"eind_op": nieuw.eind_op if nieuw else None, "was_op": feiten.eind_op},
        )
        meld_bezwaar(act, bezwaar, "Beslissing op het bezwaar verdaagd")
    return bezwaar


def laat_beoordelen(
    *,
    bezwaar_id: int,
    versie: int | None,
    oordeel: LaatOordeel,
    reden: str,
    door: Medewerker,
    nu: datetime,
) -> Bezwaar:
    """Received too late: whether that is excusable, and why (Awb 6:11)."""
    zaak = bezwaarhandeling(bezwaar_id=bezwaar_id, door=door, nu=nu, versie=versie)
    with zaak as (act, bezwaar):
        check_reden(reden)
        check_tekens({"reden": reden})
        check_laat_beoordelen(bezwaar, feiten_van(bezwaar, verzuimen_van(bezwaar)))
        bezwaar.laat_oordeel, bezwaar.laat_reden = oordeel, reden
        bezwaar.save()
        meld_bezwaar(act, bezwaar, f"Te laat bezwaar beoordeeld: {oordeel.label}")
    return bezwaar


def intrekken(
    *,
    bezwaar_id: int,
    versie: int | None,
    op: date,
    reden: str,
    door: Medewerker,
    nu: datetime,
) -> Bezwaar:
    """The person withdraws it; nothing is decided any more."""
    zaak = bezwaarhandeling(bezwaar_id=bezwaar_id, door=door, nu=nu, versie=versie, reden=reden)
    with zaak as (act, bezwaar):
        check_intrekken(bezwaar, op=op, reden=reden, vandaag=act.op)
        bezwaar.intrekken(op=op, reden=reden)
        bezwaar.save()
        beslistermijn_vervalt(act, bezwaar)
        meld_bezwaar(act, bezwaar, "Bezwaar ingetrokken", op=op)
    return bezwaar
