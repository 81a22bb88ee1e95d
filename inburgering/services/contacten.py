"""Notes, contacts and appointments."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from inburgering.enums import AfspraakSoort, ContactSoort, GebeurtenisSoort
from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import handeling
from inburgering.models import Afspraak, Contactmoment, Notitie
from inburgering.policies import check_afspraak_afzeggen
from medewerkers.models import Medewerker

EEN_UUR = 60


def notitie_schrijven(*, dossier_id: int, tekst: str, door: Medewerker, nu: datetime) -> Notitie:
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        notitie = Notitie(inburgeraar_id=dossier_id, tekst=tekst, at=nu, door=door)
        notitie.save()
        act.meld(dossier_id, GebeurtenisSoort.CONTACT, "Notitie toegevoegd")
    return notitie


def contact_vastleggen(
    *, dossier_id: int, soort: ContactSoort, op: date, tekst: str, door: Medewerker, nu: datetime
) -> Contactmoment:
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        if op > act.op:
            raise Geweigerd("Het contact ligt in de toekomst: maak een afspraak.", veld="op")
        contact = Contactmoment(
            inburgeraar_id=dossier_id, soort=soort, op=op, tekst=tekst, door=door
        )
        contact.save()
        act.meld(dossier_id, GebeurtenisSoort.CONTACT, f"Contact: {soort.label}", op=op)
    return contact


def afspraak_maken(
    *,
    dossiers: Collection[int],
    soort: AfspraakSoort,
    begint_at: datetime,
    plaats: str,
    door: Medewerker,
    nu: datetime,
    minuten: int = EEN_UUR,
    met: str = "",
    tolktaal: str = "",
    consulent: Medewerker | None = None,
) -> Afspraak:
    with handeling(door=door, nu=nu, dossiers=dossiers) as act:
        afspraak = Afspraak(
            soort=soort,
            begint_at=begint_at,
            minuten=minuten,
            plaats=plaats,
            met=met,
            tolktaal=tolktaal,
            consulent=consulent,
        )
        afspraak.save()
        afspraak.dossiers.set(dossiers)
        for dossier_id in dossiers:
            act.meld(
                dossier_id,
                GebeurtenisSoort.CONTACT,
                f"Afspraak gepland: {soort.label} op {begint_at:%d-%m-%Y}",
            )
    return afspraak


def afspraak_afzeggen(*, afspraak_id: int, reden: str, door: Medewerker, nu: datetime) -> Afspraak:
    dossiers = list(
        Afspraak.dossiers.through.objects.filter(afspraak=afspraak_id).values_list(
            "inburgeraar", flat=True
        )
    )
    with handeling(door=door, nu=nu, dossiers=dossiers, reden=reden) as act:
        afspraak = act.vergrendel(Afspraak, afspraak_id)
        check_afspraak_afzeggen(afspraak)
        afspraak.afzeggen(reden=reden)
        afspraak.save()
        for dossier_id in dossiers:
            act.meld(
                dossier_id, GebeurtenisSoort.CONTACT, f"Afgezegd: {afspraak.get_soort_display()}"
            )
    return afspraak
