"""The letters about what we pay: at the start, and to everybody before the end."""

from __future__ import annotations

from datetime import datetime

from besluiten.briefhoofd import Geadresseerde, adres_in_brieven
from besluiten.models import Brief, BriefSoort
from besluiten.services.briefteksten import teksten
from besluiten.services.brieven import brief_maken
from inburgering.enums import GebeurtenisSoort
from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from medewerkers.models import Medewerker
from ontzorgen.models import Crediteur
from ontzorgen.queries.brieven import Brievenstand, brievenstand, kenmerk_einde
from ontzorgen.queries.einde import per_crediteur
from ontzorgen.queries.startbrief import startregels

_START = "Wat de gemeente voor u betaalt"
_EINDE = "U gaat zelf uw vaste lasten betalen"
_TITEL_TEKENS = 120


def startbrief_maken(*, dossier_id: int, door: Medewerker, nu: datetime) -> Brief:
    """Confirms to the person what we pay; another one when that changed."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        stand = _stand(act, dossier_id)
        _weiger(stand.geen_start)
        brief = brief_maken(
            act,
            dossier=stand.dossier,
            soort=BriefSoort.ONTZORGEN_START,
            template="ontzorgen/brief_start.html",
            context={
                "stand": stand,
                "regels": startregels(stand.lasten, op=act.op),
                "uitleg": teksten()["ontzorgen_start_uitleg"],
            },
            titel=_START,
            kenmerk=stand.start_kenmerk,
        )
        act.meld(dossier_id, GebeurtenisSoort.CONTACT, f"Brief gemaakt: {_START}")
    return brief


def eindbrieven_maken(*, dossier_id: int, door: Medewerker, nu: datetime) -> list[Brief]:
    """To the person, and to every creditor that we pay now; what there is already stays."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        stand = _stand(act, dossier_id)
        _weiger(stand.geen_einde)
        brieven = [_eindbrief(act, stand, wie) for wie in stand.eind_te_maken]
        tekst = "Brieven gemaakt over het einde van het betalen"
        act.meld(dossier_id, GebeurtenisSoort.CONTACT, f"{tekst}: {len(brieven)}")
    return brieven


def _eindbrief(act: Handeling, stand: Brievenstand, aan: Crediteur | None) -> Brief:
    if aan is not None:
        return _aan_crediteur(act, stand, aan)
    assert stand.stuk is not None  # asked before
    return brief_maken(
        act,
        dossier=stand.dossier,
        soort=BriefSoort.ONTZORGEN_EINDE,
        template="ontzorgen/brief_einde.html",
        context={"stand": stand, "wat_doen": teksten()["ontzorgen_einde_wat_doen"]},
        titel=_EINDE,
        kenmerk=kenmerk_einde(stand.dossier, stand.stuk.eind_op),
    )


def _aan_crediteur(act: Handeling, stand: Brievenstand, crediteur: Crediteur) -> Brief:
    """Who pays from when, with name and address: no reason, no number of the person."""
    assert stand.stuk is not None  # asked before
    return brief_maken(
        act,
        dossier=stand.dossier,
        soort=BriefSoort.CREDITEUR,
        template="ontzorgen/brief_crediteur.html",
        context={
            "overgangen": per_crediteur(stand.overgangen)[crediteur],
            "stuk": stand.stuk,
            "klant": stand.dossier.persoon.volledige_naam,
            "klant_adres": adres_in_brieven(stand.dossier, op=act.op),
        },
        titel=f"Bericht aan {crediteur.naam}"[:_TITEL_TEKENS],
        kenmerk=kenmerk_einde(stand.dossier, stand.stuk.eind_op, crediteur),
        aan=Geadresseerde(
            naam=crediteur.naam,
            adresregels=_adres(crediteur),
            aanhef=crediteur.contactpersoon or crediteur.naam,
        ),
    )


def _adres(crediteur: Crediteur) -> tuple[str, ...]:
    ter_attentie = f"t.a.v. {crediteur.contactpersoon}" if crediteur.contactpersoon else ""
    plaats = f"{crediteur.postcode} {crediteur.plaats}".strip()
    return tuple(regel for regel in (ter_attentie, crediteur.adres, plaats) if regel)


def _stand(act: Handeling, dossier_id: int) -> Brievenstand:
    dossier = Inburgeraar.objects.select_related("persoon", "consulent").get(pk=dossier_id)
    return brievenstand(dossier, op=act.op)


def _weiger(reden: str) -> None:
    if reden:
        raise Geweigerd(reden)
