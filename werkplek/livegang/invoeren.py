"""Write one household of the running caseload, through the services of the rooms that own it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from inburgering.enums import Gezinsrol, Herkomst, Regime, VerblijfSoort
from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import handeling
from inburgering.models import Gezin, Inburgeraar, Persoon
from inburgering.queries.personen import gemeentecode
from inburgering.services.contacten import notitie_schrijven
from inburgering.services.overnemen import (
    LIVEGANG,
    LopendeZaak,
    LopendLid,
    Vergunning,
    lid_overnemen,
)
from inburgering.services.personen import PersoonGegevens, gezin_vormen
from inburgering.services.plichten import PlichtGegevens, VerblijfGegevens
from intake.services.intake import intake_overnemen
from medewerkers.models import Medewerker, Partnerorganisatie
from ontzorgen.policies.perioden import Bijstand, EerderOntzorgd
from ontzorgen.services.bijstand import bijstand_vastleggen, ontzorgen_overnemen
from opdrachten.enums import Keuze
from opdrachten.soorten import Eenheid, Spoor
from pip_plans.policies.plan import PapierenPip
from pip_plans.services.overnemen import overnemen
from werkplek.livegang.invoer import Invoer, huishouden

REDEN_PIP = "Op papier vastgesteld vóór de livegang."


def voer_in(*, eenheid: Eenheid, keuze: str, door: Medewerker, nu: datetime) -> list[Spoor]:
    """One household, with a dossier for who has a case. Part of the caller's transaction."""
    if keuze == Keuze.AANVULLEN:
        raise Geweigerd(
            "Een persoon die al bekend is, wordt bij de livegang niet aangevuld: werk dat dossier "
            "zelf bij."
        )
    leden = huishouden(eenheid)
    with handeling(door=door, nu=nu, reden=LIVEGANG) as act:
        gezin = gezin_vormen(door=door, nu=nu)
        sporen = [_spoor(gezin)]
        for lid in leden:
            persoon = lid_overnemen(gezin=gezin, lid=_lid(lid, leden, act.op), door=door, nu=nu)
            sporen.append(_spoor(persoon, rij=lid.nummer))
            if lid.heeft_dossier:
                _neem_zaak_over(persoon.inburgeraar, lid, door=door, nu=nu)
                sporen.append(_spoor(persoon.inburgeraar))
    return sporen


def _spoor(gemaakt: Gezin | Persoon | Inburgeraar, *, rij: int | None = None) -> Spoor:
    return Spoor(gemaakt._meta.label, gemaakt.pk, None, rij)


def _neem_zaak_over(dossier: Inburgeraar, lid: Invoer, *, door: Medewerker, nu: datetime) -> None:
    """What the later rooms own; an intake of which the day is lost was there before its plan."""
    afgerond_op = lid.intake_op or lid.eerste_pip
    if afgerond_op is not None:
        intake_overnemen(dossier_id=dossier.pk, afgerond_op=afgerond_op, door=door, nu=nu)
    plan = papieren_pip(lid)
    if plan is not None:
        overnemen(dossier_id=dossier.pk, plan=plan, reden=REDEN_PIP, door=door, nu=nu)
    if plan is None and (tekst := _notitie(lid)):
        notitie_schrijven(dossier_id=dossier.pk, tekst=tekst, door=door, nu=nu)
    _neem_bijstand_over(dossier, lid, door=door, nu=nu)


def _neem_bijstand_over(
    dossier: Inburgeraar, lid: Invoer, *, door: Medewerker, nu: datetime
) -> None:
    bijstand = bijstand_van(lid)
    if bijstand is None:
        return
    eerder = eerder_ontzorgd(lid)
    if eerder is None:
        bijstand_vastleggen(dossier_id=dossier.pk, bijstand=bijstand, door=door, nu=nu)
    else:
        ontzorgen_overnemen(
            dossier_id=dossier.pk, bijstand=bijstand, eerder=eerder, door=door, nu=nu
        )


def _lid(lid: Invoer, leden: Sequence[Invoer], op: date) -> LopendLid:
    sinds = lid.woont_hier_sinds or min(
        (ander.woont_hier_sinds for ander in leden if ander.woont_hier_sinds), default=op
    )
    return LopendLid(
        persoon=PersoonGegevens(
            geboortedatum=lid.geboortedatum,
            voornamen=lid.voornamen,
            voorvoegsel=lid.voorvoegsel,
            achternaam=lid.achternaam,
            geslacht=lid.geslacht,
            nationaliteit=lid.nationaliteit,
            talen=(lid.taal,) if lid.taal else (),
            tolktaal=lid.tolktaal,
            v_nummer=lid.v_nummer,
            bsn=lid.bsn,
            telefoon=lid.telefoon,
            email=lid.email,
        ),
        rol=lid.rol or Gezinsrol.ANDERS,
        sinds=max(sinds, lid.geboortedatum.vroegst),
        verblijf=_verblijf(lid),
        vergunning=_vergunning(lid),
        zaak=_zaak(lid),
    )


def _verblijf(lid: Invoer) -> VerblijfGegevens | None:
    if lid.woont_hier_sinds is None:
        return None
    return VerblijfGegevens(
        soort=VerblijfSoort.WONING,
        straat=lid.straat,
        huisnummer=lid.huisnummer,
        postcode=lid.postcode,
        plaats=lid.plaats,
        gemeentecode=gemeentecode(),
        start_op=lid.woont_hier_sinds,
        brp_op=lid.brp_op,
        geheim=lid.geheim_adres,
    )


def _vergunning(lid: Invoer) -> Vergunning | None:
    if lid.vergunning is None or lid.vergunning_vanaf is None:
        return None
    return Vergunning(soort=lid.vergunning, start_op=lid.vergunning_vanaf)


def _zaak(lid: Invoer) -> LopendeZaak | None:
    if not lid.heeft_dossier:
        return None
    if lid.doelgroep is None:
        raise Geweigerd("Vul de doelgroep in.", veld="doelgroep")
    plicht = lid.begin_plicht and PlichtGegevens(
        start_op=lid.begin_plicht,
        kennisgeving_op=lid.kennisgeving_op,
        gedetailleerde_doelgroep=lid.doelgroep,
        herkomst=Herkomst.DUO,
    )
    return LopendeZaak(
        regime=lid.stelsel or Regime.WI2021,
        groep=lid.doelgroep,
        plicht=plicht or None,
        consulent=Medewerker.objects.filter(email__iexact=lid.consulent).first(),
        partner=Partnerorganisatie.objects.filter(naam__iexact=lid.partner).first(),
    )


def papieren_pip(lid: Invoer) -> PapierenPip | None:
    if lid.pip_op is None or lid.leerroute is None:
        return None
    return PapierenPip(
        dagtekening=lid.pip_op,
        dagtekening_eerste=lid.eerste_pip_op,
        bekendgemaakt_op=lid.pip_bekend_op,
        leerroute=lid.leerroute,
        niveau=lid.niveau,
        leerroute_uren=lid.uren_leerroute,
        begeleiding=lid.begeleiding,
        laatste_dag_duo=lid.laatste_dag,
        verlengd_op=lid.verlengd_op,
        grond=lid.verlenging_grond,
        uren_taal=lid.uren_taal,
        uren_participatie=lid.uren_participatie,
    )


def bijstand_van(lid: Invoer) -> Bijstand | None:
    if lid.bijstand_op is None:
        return None
    return Bijstand(start_op=lid.bijstand_op, eind_op=lid.bijstand_tot)


def eerder_ontzorgd(lid: Invoer) -> EerderOntzorgd | None:
    if lid.ontzorgen_op is None:
        return None
    return EerderOntzorgd(
        start_op=lid.ontzorgen_op,
        eind_op=lid.ontzorgen_tot,
        besluit_op=lid.besluit_op,
        machtiging_op=lid.machtiging_op,
    )


def _notitie(lid: Invoer) -> str:
    """Without a plan there is no place for hours and agreements but a note."""
    return "\n".join(_regels(lid))


def _regels(lid: Invoer) -> Iterator[str]:
    if lid.begeleiding:
        yield f"Begeleiding vóór de livegang: {lid.begeleiding}"
    if lid.uren_taal is not None:
        yield f"Uren taal en KNM vóór de livegang: {lid.uren_taal}."
    if lid.uren_participatie is not None:
        yield f"Uren participatie vóór de livegang: {lid.uren_participatie}."
