"""What may happen to an objection, and what a decision on it needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from besluiten.models import (
    AfzienGrond,
    Besluit,
    BesluitSoort,
    BesluitStatus,
    Bezwaar,
    BezwaarUitkomst,
    LaatOordeel,
    Verzuim,
)
from inburgering.datums import lokale_datum
from inburgering.enums import AfspraakStatus
from inburgering.geweigerd import Geweigerd
from inburgering.models import Afspraak
from inburgering.policies import check_reden
from medewerkers.models import Medewerker
from wet.datums import zonder_weekdag
from wet.termijnen import hoorstukken

# What the ground for not hearing somebody says of the outcome (Awb 7:3).
_UITKOMST_BIJ = {
    AfzienGrond.NIET_ONTVANKELIJK: BezwaarUitkomst.NIET_ONTVANKELIJK,
    AfzienGrond.ONGEGROND: BezwaarUitkomst.ONGEGROND,
    AfzienGrond.TEGEMOETGEKOMEN: BezwaarUitkomst.GEGROND,
}
_GEHOORD = (AfspraakStatus.GEHOUDEN, AfspraakStatus.VERVANGEN, AfspraakStatus.NIET_VERSCHENEN)


@dataclass(frozen=True, kw_only=True)
class Feiten:
    """What is known of an objection beside its own row. `eind_op`: the last day to decide,
    `gevraagd_op`: when was last asked for what is missing.
    """

    op_tijd: bool
    eind_op: date | None
    open_verzuim: Verzuim | None
    gevraagd_op: date | None


def check_registreren(
    besluit: Besluit, *, ontvangen_op: date, gepost_op: date | None, loopt_al: bool, vandaag: date
) -> None:
    if besluit.soort == BesluitSoort.BEZWAAR:
        raise Geweigerd("Tegen een beslissing op bezwaar staat beroep open bij de rechtbank.")
    if loopt_al:
        raise Geweigerd("Er loopt al een bezwaar tegen dit besluit. Vul daar de gronden aan.")
    check_ontvangst(besluit, ontvangen_op=ontvangen_op, gepost_op=gepost_op, vandaag=vandaag)


def check_ontvangst(
    besluit: Besluit, *, ontvangen_op: date, gepost_op: date | None, vandaag: date
) -> None:
    _check_niet_in_toekomst(ontvangen_op, vandaag=vandaag, veld="ontvangen_op")
    if ontvangen_op < besluit.dagtekening:
        raise Geweigerd(
            f"Het besluit is pas genomen op {zonder_weekdag(besluit.dagtekening)}. Een bezwaar van "
            "daarvóór telt niet mee (Awb 6:10).",
            veld="ontvangen_op",
        )
    if gepost_op is not None and gepost_op > ontvangen_op:
        raise Geweigerd("Het poststempel is van na de ontvangst.", veld="gepost_op")


def check_in_behandeling(bezwaar: Bezwaar) -> None:
    if not bezwaar.in_behandeling:
        status = str(bezwaar.get_status_display()).lower()
        raise Geweigerd(f"Dit kan niet meer: het bezwaar is {status}.")


def check_bevestigen(bezwaar: Bezwaar) -> None:
    check_in_behandeling(bezwaar)
    if bezwaar.ontvangstbevestiging_id is not None:
        raise Geweigerd("De ontvangst is al bevestigd.")


def check_verzuim_vragen(
    bezwaar: Bezwaar, feiten: Feiten, *, uiterlijk_op: date | None, vandaag: date
) -> None:
    check_in_behandeling(bezwaar)
    if feiten.open_verzuim is not None and feiten.open_verzuim.loopt_op(vandaag):
        raise Geweigerd("Er is al om een aanvulling gevraagd. Leg eerst vast of die binnen is.")
    if feiten.gevraagd_op == vandaag:
        raise Geweigerd(
            "Vandaag is al een keer om een aanvulling gevraagd. Dat kan één keer per dag: elke "
            "brief heeft zijn eigen termijn. Vraag het morgen opnieuw."
        )
    if uiterlijk_op is not None and uiterlijk_op <= vandaag:
        raise Geweigerd("Geef de persoon tijd: kies een dag na vandaag.", veld="uiterlijk_op")


def check_verzuim_hersteld(
    bezwaar: Bezwaar, verzuim: Verzuim | None, *, hersteld_op: date | None, vandaag: date
) -> None:
    check_in_behandeling(bezwaar)
    if verzuim is None:
        raise Geweigerd("Er wordt nu niet op een aanvulling gewacht.")
    if hersteld_op is None:
        return
    _check_niet_in_toekomst(hersteld_op, vandaag=vandaag, veld="hersteld_op")
    if hersteld_op < verzuim.gevraagd_op:
        raise Geweigerd("Dit is voor de dag waarop erom is gevraagd.", veld="hersteld_op")


def check_verdagen(bezwaar: Bezwaar, feiten: Feiten, *, vandaag: date) -> None:
    check_in_behandeling(bezwaar)
    if bezwaar.verdaagd_op is not None:
        raise Geweigerd("De beslissing is al een keer verdaagd. Vaker kan niet (Awb 7:10).")
    if feiten.eind_op is None:
        raise Geweigerd("De termijn loopt nog niet: het besluit is nog niet bekendgemaakt.")
    if vandaag > feiten.eind_op:
        raise Geweigerd(
            f"De termijn is voorbij sinds {zonder_weekdag(feiten.eind_op)}. Verdagen kan alleen "
            "zolang hij loopt (Awb 7:10)."
        )


def check_laat_beoordelen(bezwaar: Bezwaar, feiten: Feiten) -> None:
    check_in_behandeling(bezwaar)
    if feiten.op_tijd:
        raise Geweigerd("Het bezwaar is op tijd: er valt niets te verontschuldigen.")


def check_hoorzitting_plannen(
    bezwaar: Bezwaar, hoorzitting: Afspraak | None, *, begint_at: datetime | None, vandaag: date
) -> None:
    """The person must be able to send papers, and to see the file for a week (Awb 7:4)."""
    check_in_behandeling(bezwaar)
    if hoorzitting is not None and hoorzitting.status == AfspraakStatus.GEPLAND:
        raise Geweigerd("Er is al een hoorzitting gepland. Zeg die eerst af bij Contact.")
    if hoorzitting is not None and hoorzitting.status in _GEHOORD:
        raise Geweigerd("De hoorzitting is al geweest.")
    if begint_at is None:
        return
    stukken = hoorstukken(lokale_datum(begint_at)).bekend
    if stukken is not None and stukken.eind_op < vandaag:
        raise Geweigerd(
            "Te snel: tot tien dagen voor de hoorzitting mogen er stukken komen, en het dossier "
            "ligt een week ter inzage (Awb 7:4). Kies een dag die verder weg is.",
            veld="begint_at",
        )


def check_gehoord(
    bezwaar: Bezwaar, hoorzitting: Afspraak | None, *, op: date | None, vandaag: date
) -> None:
    check_in_behandeling(bezwaar)
    if hoorzitting is None or hoorzitting.status != AfspraakStatus.GEPLAND:
        raise Geweigerd("Er is geen hoorzitting gepland.")
    if op is not None:
        _check_niet_in_toekomst(op, vandaag=vandaag, veld="op")
        if op < bezwaar.ontvangen_op:
            raise Geweigerd("Dit is voor de dag waarop het bezwaar binnenkwam.", veld="op")


def check_afzien_van_horen(bezwaar: Bezwaar, hoorzitting: Afspraak | None) -> None:
    check_in_behandeling(bezwaar)
    if hoorzitting is not None and hoorzitting.status == AfspraakStatus.GEPLAND:
        raise Geweigerd("Er is een hoorzitting gepland. Zeg die eerst af bij Contact.")
    if hoorzitting is not None and hoorzitting.status in _GEHOORD:
        raise Geweigerd("De hoorzitting is al geweest.")


def check_intrekken(bezwaar: Bezwaar, *, op: date, reden: str, vandaag: date) -> None:
    check_in_behandeling(bezwaar)
    check_reden(reden)
    _check_niet_in_toekomst(op, vandaag=vandaag, veld="op")
    if op < bezwaar.ontvangen_op:
        raise Geweigerd("Dit is voor de dag waarop het bezwaar binnenkwam.", veld="op")


def check_beslissen(
    bezwaar: Bezwaar,
    feiten: Feiten,
    *,
    hoorzitting: Afspraak | None,
    door: Medewerker,
    vandaag: date,
) -> None:
    """Everything the decision rests on is there, and somebody else decides (Awb 10:3)."""
    check_in_behandeling(bezwaar)
    _check_ander_beslist(bezwaar.besluit, door)
    if bezwaar.besluit.status != BesluitStatus.BEKENDGEMAAKT:
        raise Geweigerd("Maak eerst het besluit bekend waartegen het bezwaar is.")
    if feiten.open_verzuim is not None and feiten.open_verzuim.loopt_op(vandaag):
        uiterlijk = zonder_weekdag(feiten.open_verzuim.uiterlijk_op)
        raise Geweigerd(f"De persoon mag het bezwaar nog aanvullen, tot en met {uiterlijk}.")
    _check_laat(bezwaar, feiten)
    _check_gehoord(bezwaar, hoorzitting)
    if not bezwaar.uitkomst or not bezwaar.motivering.strip():
        raise Geweigerd("Schrijf eerst de uitkomst en de motivering (Awb 7:12).")
    _check_uitkomst(bezwaar, feiten)


def _check_ander_beslist(besluit: Besluit, door: Medewerker) -> None:
    """Of a decision taken on paper who took it is not known here, only who recorded it."""
    if not besluit.overgenomen and besluit.genomen_door_id == door.pk:
        raise Geweigerd(
            "U nam het besluit waartegen het bezwaar is. Een ander beslist op het bezwaar "
            "(Awb 10:3)."
        )


def _check_laat(bezwaar: Bezwaar, feiten: Feiten) -> None:
    if not feiten.op_tijd and not bezwaar.laat_oordeel:
        raise Geweigerd("Het bezwaar is te laat. Beoordeel eerst of dat te verontschuldigen is.")


def _check_gehoord(bezwaar: Bezwaar, hoorzitting: Afspraak | None) -> None:
    if bezwaar.afzien_grond:
        return
    if hoorzitting is None or hoorzitting.status not in _GEHOORD:
        raise Geweigerd(
            "De persoon is nog niet gehoord. Houd een hoorzitting, of leg vast waarom niet "
            "(Awb 7:2, 7:3)."
        )


def _check_uitkomst(bezwaar: Bezwaar, feiten: Feiten) -> None:
    uitkomst = BezwaarUitkomst(bezwaar.uitkomst)
    te_laat = not feiten.op_tijd and bezwaar.laat_oordeel == LaatOordeel.NIET_VERSCHOONBAAR
    if te_laat and uitkomst != BezwaarUitkomst.NIET_ONTVANKELIJK:
        raise Geweigerd(
            "Een bezwaar dat te laat is en niet te verontschuldigen, is niet-ontvankelijk "
            "(Awb 6:11)."
        )
    if not bezwaar.afzien_grond:
        return
    grond = AfzienGrond(bezwaar.afzien_grond)
    past = _UITKOMST_BIJ.get(grond, uitkomst)
    if past != uitkomst:
        raise Geweigerd(
            f"Er is niet gehoord omdat: {str(grond.label).lower()}. Dan past alleen de uitkomst "
            f"‘{str(past.label).lower()}’."
        )


def _check_niet_in_toekomst(op: date, *, vandaag: date, veld: str) -> None:
    if op > vandaag:
        raise Geweigerd("De datum ligt in de toekomst.", veld=veld)
