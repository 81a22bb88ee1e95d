"""What may be planned and recorded of somebody's leerbaarheidstoets."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from inburgering.enums import Regime
from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from inburgering.policies import check_reden
from intake.models import GrondGeenToets, Leerbaarheidstoets, Toetsmoment, ToetsStatus
from intake.policies.toetsmoment import check_wijzigen

_AL_KLAAR = {
    ToetsStatus.AFGENOMEN: "De uitslag van de leerbaarheidstoets staat er al.",
    ToetsStatus.ONTHEVEN: "Er is al vastgelegd waarom de leerbaarheidstoets niet hoeft.",
}


def check_te_doen(toets: Leerbaarheidstoets) -> None:
    """Neither taken nor dispensed with."""
    reden = _AL_KLAAR.get(ToetsStatus(toets.status))
    if reden:
        raise Geweigerd(reden)


def check_plek(toets: Leerbaarheidstoets, moment: Toetsmoment, *, bezet: int, nu: datetime) -> None:
    """There is room at a moment that is still to come, and this is not where one sits already."""
    check_te_doen(toets)
    if toets.moment_id == moment.pk:
        raise Geweigerd("Deze persoon is al ingepland op dit toetsmoment.", veld="moment")
    try:
        check_wijzigen(moment, nu=nu)
    except Geweigerd as fout:
        raise Geweigerd(fout.reden, veld="moment") from fout
    if bezet >= moment.plaatsen:
        raise Geweigerd("Dit toetsmoment is vol: kies een ander.", veld="moment")


def check_gepland(toets: Leerbaarheidstoets) -> None:
    if toets.status != ToetsStatus.GEPLAND:
        raise Geweigerd("De leerbaarheidstoets is niet gepland.")


def check_afmelden(toets: Leerbaarheidstoets, *, reden: str, nu: datetime) -> None:
    check_gepland(toets)
    assert toets.moment is not None  # the state says so
    if toets.moment.begint_at <= nu:
        raise Geweigerd("Het toetsmoment is al geweest: leg vast dat deze persoon niet kwam.")
    check_reden(reden)


def check_niet_gekomen(toets: Leerbaarheidstoets, *, reden: str, nu: datetime) -> None:
    check_gepland(toets)
    assert toets.moment is not None  # the state says so
    if toets.moment.begint_at > nu:
        raise Geweigerd("Het toetsmoment moet nog komen: meld deze persoon af.")
    check_reden(reden)


def check_uitslag(
    op: date, *, behaald: Decimal | None, benodigd: Decimal | None, vandaag: date
) -> None:
    if op > vandaag:
        raise Geweigerd("De datum van de uitslag ligt in de toekomst.", veld="uitslag_op")
    if (behaald is None) != (benodigd is None):
        leeg = "behaalde_score" if behaald is None else "benodigde_score"
        raise Geweigerd("Vul beide scores in, of geen van beide.", veld=leeg)


def check_ontheffen(
    toets: Leerbaarheidstoets, dossier: Inburgeraar, *, grond: GrondGeenToets, toelichting: str
) -> None:
    check_te_doen(toets)
    if grond == GrondGeenToets.EERDER:
        raise Geweigerd("Kies een reden die de wet noemt.", veld="grond")
    if grond == GrondGeenToets.AFWEZIG:
        raise Geweigerd(
            "Wie niet komt, roept u op. Na drie oproepen kunt u de intake afronden zonder toets.",
            veld="grond",
        )
    if grond == GrondGeenToets.WI2013 and dossier.regime != Regime.WI2013:
        raise Geweigerd("Deze persoon valt onder de Wet inburgering 2021.", veld="grond")
    if not toelichting.strip():
        raise Geweigerd("Leg uit waarom de toets niet hoeft.", veld="toelichting")


def check_toch_afnemen(toets: Leerbaarheidstoets, *, reden: str) -> None:
    if toets.status != ToetsStatus.ONTHEVEN:
        raise Geweigerd("Er is niet vastgelegd dat de leerbaarheidstoets niet hoeft.")
    check_reden(reden)


def check_examennummer(toets: Leerbaarheidstoets, *, nummer: str) -> None:
    """As DUO gives it: at most twelve characters, no more is known of its form."""
    check_te_doen(toets)
    if nummer and not nummer.isalnum():
        raise Geweigerd("Een examennummer heeft alleen letters en cijfers.", veld="examennummer")


def check_uitnodigen(toets: Leerbaarheidstoets, *, nu: datetime) -> None:
    check_gepland(toets)
    assert toets.moment is not None  # the state says so
    if toets.moment.begint_at <= nu:
        raise Geweigerd("Het toetsmoment is al geweest.")
