"""What others do for the household: social guidance by the partner; what COA told of health."""

from __future__ import annotations

from datetime import date, datetime

from inburgering.services.dossiers import partner_toewijzen
from medewerkers.models import Medewerker, Partnerorganisatie
from overdracht.models import MedischeNotitie, Overdracht
from overdracht.policies.datums import check_niet_in_toekomst, check_niet_voor
from overdracht.policies.overdracht import check_begeleiding, check_wijzigen
from overdracht.services.overdrachten import meld_gezin, overdrachtshandeling


def begeleiding_starten(
    *, overdracht_id: int, partner: Partnerorganisatie, op: date, door: Medewerker, nu: datetime
) -> Overdracht:
    """The partner hears of the household: from now on it sees these people and their move."""
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu) as zaak:
        act, stand = zaak
        check_begeleiding(stand.overdracht)
        check_niet_in_toekomst(op, vandaag=act.op)
        check_niet_voor(op, stand.overdracht.koppeling_op, "de koppeling")
        stand.overdracht.partner, stand.overdracht.begeleiding_op = partner, op
        stand.overdracht.save()
        meld_gezin(
            act, stand, f"Aangemeld voor maatschappelijke begeleiding: {partner.naam}", op=op
        )
        for dossier in stand.dossiers:
            if dossier.partner_id != partner.pk:
                partner_toewijzen(dossier_id=dossier.pk, partner=partner, door=door, nu=nu)
    return stand.overdracht


def medische_notitie_schrijven(
    *, overdracht_id: int, tekst: str, door: Medewerker, nu: datetime
) -> MedischeNotitie | None:
    """Replace what COA told of health; empty text takes it away. What it says is never told on."""
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu) as zaak:
        act, stand = zaak
        check_wijzigen(stand.overdracht)
        notitie = MedischeNotitie.objects.filter(overdracht=overdracht_id).first()
        if not tekst.strip():
            if notitie is not None:
                notitie.delete()
                meld_gezin(act, stand, "Medische notitie verwijderd")
            return None
        notitie = notitie or MedischeNotitie(overdracht_id=overdracht_id)
        notitie.tekst = tekst.strip()
        notitie.save()
        meld_gezin(act, stand, "Medische notitie bijgewerkt")
    return notitie
