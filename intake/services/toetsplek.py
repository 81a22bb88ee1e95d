"""A seat at a moment of the leerbaarheidstoets: taken, moved, given back, left empty.

A seat is never given twice: who wants one locks the moment first, and the database knows each seat
once.
"""

from __future__ import annotations

from datetime import datetime

from inburgering.datums import lokale_datum
from inburgering.enums import AfspraakSoort, AfspraakStatus, GebeurtenisSoort
from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Afspraak
from inburgering.services.contacten import afspraak_maken
from intake.models import Leerbaarheidstoets, Toetsmoment, ToetsStatus
from intake.policies.toets import check_afmelden, check_niet_gekomen, check_plek
from intake.services.toets import toetshandeling, zeg_af
from medewerkers.models import Medewerker
from medewerkers.sporen import huidig_spoor


def toets_plannen(
    *, toets_id: int, versie: int | None, moment_id: int, door: Medewerker, nu: datetime
) -> Leerbaarheidstoets:
    """Take a seat; who sat elsewhere already gives that one back."""
    with toetshandeling(toets_id=toets_id, versie=versie, door=door, nu=nu) as (act, toets):
        moment = act.vergrendel(Toetsmoment, moment_id)
        bezet = set(moment.toetsen.values_list("plek", flat=True))
        check_plek(toets, moment, bezet=len(bezet), nu=nu)
        if toets.status == ToetsStatus.GEPLAND:
            laat_los(act, toets, reden="Verplaatst naar een ander moment")
        plek = next(plek for plek in range(1, moment.plaatsen + 1) if plek not in bezet)
        toets.plannen(moment=moment, plek=plek, afspraak=_afspraak(act, toets, moment))
        toets.save()
    return toets


def toets_afmelden(
    *, toets_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> Leerbaarheidstoets:
    """Give the seat back beforehand; the test is still to do."""
    with toetshandeling(toets_id=toets_id, versie=versie, door=door, nu=nu, reden=reden) as zaak:
        act, toets = zaak
        check_afmelden(toets, reden=reden, nu=nu)
        laat_los(act, toets, reden=reden)
        _meld(act, toets, "Afgemeld voor de leerbaarheidstoets")
    return toets


def toets_niet_gekomen(
    *, toets_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> Leerbaarheidstoets:
    """Somebody did not come. Whether that needs a summons is for the consulent to judge."""
    with toetshandeling(toets_id=toets_id, versie=versie, door=door, nu=nu, reden=reden) as zaak:
        act, toets = zaak
        check_niet_gekomen(toets, reden=reden, nu=nu)
        kwam_niet(act, toets, reden=reden)
    return toets


def kwam_niet(act: Handeling, toets: Leerbaarheidstoets, *, reden: str) -> None:
    """Recorded on the appointment, which stays; the seat goes."""
    assert toets.afspraak_id is not None  # the state says so
    afspraak = act.vergrendel(Afspraak, toets.afspraak_id)
    if afspraak.status == AfspraakStatus.GEPLAND:
        afspraak.niet_verschijnen(reden=reden[:200])
        afspraak.save()
    toets.loslaten()
    toets.save()
    act.meld(
        toets.inburgeraar_id,
        GebeurtenisSoort.CONTACT,
        "Niet gekomen naar de leerbaarheidstoets",
        op=lokale_datum(afspraak.begint_at),
        reden=reden,
    )


def laat_los(act: Handeling, toets: Leerbaarheidstoets, *, reden: str) -> None:
    """The appointment is called off and the seat is free."""
    zeg_af(act, toets, reden=reden)
    toets.loslaten()
    toets.save()


def dossier_stopt(dossier_id: int) -> None:
    """Hooked to the end or rest of a dossier: its seat goes to somebody else."""
    spoor = huidig_spoor()
    with handeling(door=spoor.door, nu=spoor.nu, dossiers=[dossier_id]) as act:
        toets = (
            Leerbaarheidstoets.objects.select_for_update(of=("self",))
            .filter(inburgeraar=dossier_id, status=ToetsStatus.GEPLAND)
            .first()
        )
        if toets is not None:
            laat_los(act, toets, reden="Het dossier loopt niet meer")
            _meld(act, toets, "Afgemeld voor de leerbaarheidstoets")


def vergrendel_toetsen(act: Handeling, moment: Toetsmoment) -> list[Leerbaarheidstoets]:
    """Everybody at a moment whose dossiers the act has locked before the moment itself."""
    toetsen = list(
        Leerbaarheidstoets.objects.select_for_update(of=("self",))
        .filter(moment=moment)
        .order_by("pk")
    )
    if not {toets.inburgeraar_id for toets in toetsen} <= act.dossiers:
        raise Geweigerd("Intussen is iemand op dit toetsmoment ingepland. Probeer het opnieuw.")
    return toetsen


def _afspraak(act: Handeling, toets: Leerbaarheidstoets, moment: Toetsmoment) -> Afspraak:
    return afspraak_maken(
        dossiers=[toets.inburgeraar_id],
        soort=AfspraakSoort.TOETS,
        begint_at=moment.begint_at,
        minuten=moment.minuten,
        plaats=moment.plaats,
        met=moment.begeleider,
        door=act.door,
        nu=act.nu,
    )


def _meld(act: Handeling, toets: Leerbaarheidstoets, tekst: str) -> None:
    act.meld(toets.inburgeraar_id, GebeurtenisSoort.CONTACT, tekst)
