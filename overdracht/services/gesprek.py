"""The driepartijengesprek: COA, the municipality and the household; it starts schakel 3."""

from __future__ import annotations

from datetime import date, datetime, time

from inburgering.datums import AMSTERDAM
from inburgering.enums import AfspraakSoort, ContactSoort, GebeurtenisSoort, SchakelNummer
from inburgering.handelingen import Handeling
from inburgering.models import Afspraak
from inburgering.policies import check_reden
from inburgering.services.contacten import afspraak_maken
from inburgering.services.schakels import schakel_openen
from medewerkers.models import Medewerker
from overdracht.policies.datums import check_niet_in_toekomst, check_niet_voor
from overdracht.policies.overdracht import (
    check_gesprek_houden,
    check_gesprek_plannen,
    check_gesprek_vervangen,
    check_vervanging,
    gesprek_gepland,
)
from overdracht.queries.standen import Stand
from overdracht.services.overdrachten import (
    afronden_als_het_kan,
    meld_gezin,
    overdrachtshandeling,
)

_NIET_OP_EEN_UUR = time(12)


def gesprek_plannen(
    *,
    overdracht_id: int,
    begint_at: datetime,
    plaats: str,
    door: Medewerker,
    nu: datetime,
    met: str = "",
    tolktaal: str = "",
) -> Afspraak:
    """One appointment for the whole household; after one that was called off, a new one."""
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu) as zaak:
        _act, stand = zaak
        check_gesprek_plannen(stand.overdracht, stand.gesprek)
        afspraak = afspraak_maken(
            dossiers=stand.dossier_ids,
            soort=AfspraakSoort.DRIEPARTIJENGESPREK,
            begint_at=begint_at,
            plaats=plaats,
            met=met,
            tolktaal=tolktaal,
            consulent=door,
            door=door,
            nu=nu,
        )
        stand.overdracht.gesprek = afspraak
        stand.overdracht.save()
    return afspraak


def gesprek_houden(
    *, overdracht_id: int, op: date, verslag: str, door: Medewerker, nu: datetime
) -> Afspraak:
    """The talk was held on `op`: the intake may begin."""
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu) as zaak:
        act, stand = zaak
        check_gesprek_houden(stand.overdracht, stand.gesprek, vandaag=act.op)
        _check_datum(stand, op, vandaag=act.op)
        assert stand.gesprek is not None  # the check saw it
        gesprek = act.vergrendel(Afspraak, stand.gesprek.pk)
        gesprek.houden(op=op, door=door, verslag=verslag)
        gesprek.save()
        _na_het_gesprek(act, stand, "Driepartijengesprek gehouden", op)
    return gesprek


def gesprek_vervangen(
    *,
    overdracht_id: int,
    wijze: ContactSoort,
    op: date,
    reden: str,
    door: Medewerker,
    nu: datetime,
    verslag: str = "",
) -> Afspraak:
    """By telephone, letter or mail with COA instead, planned or not: this counts as the talk."""
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu, reden=reden) as zaak:
        act, stand = zaak
        check_gesprek_vervangen(stand.overdracht, stand.gesprek)
        check_vervanging(wijze)
        check_reden(reden)
        _check_datum(stand, op, vandaag=act.op)
        gesprek = _geplande_of_nieuwe(act, stand, wijze, op)
        gesprek.vervangen(op=op, door=door, reden=f"{wijze.label}: {reden}"[:200], verslag=verslag)
        gesprek.save()
        stand.overdracht.gesprek = gesprek
        stand.overdracht.save()
        tekst = f"Driepartijengesprek vervangen: {wijze.label.lower()}"
        _na_het_gesprek(act, stand, tekst, op)
    return gesprek


def _check_datum(stand: Stand, op: date, *, vandaag: date) -> None:
    check_niet_in_toekomst(op, vandaag=vandaag)
    check_niet_voor(op, stand.overdracht.koppeling_op, "de koppeling")


def _geplande_of_nieuwe(act: Handeling, stand: Stand, wijze: ContactSoort, op: date) -> Afspraak:
    """The planned talk takes the replacement; without one there is an appointment of that day."""
    if stand.gesprek is not None and gesprek_gepland(stand.gesprek):
        return act.vergrendel(Afspraak, stand.gesprek.pk)
    afspraak = Afspraak(
        soort=AfspraakSoort.DRIEPARTIJENGESPREK,
        begint_at=datetime.combine(op, _NIET_OP_EEN_UUR, AMSTERDAM),
        plaats=wijze.label,
        consulent=act.door,
    )
    afspraak.save()
    afspraak.dossiers.set(stand.dossier_ids)
    return afspraak


def _na_het_gesprek(act: Handeling, stand: Stand, tekst: str, op: date) -> None:
    meld_gezin(act, stand, tekst, soort=GebeurtenisSoort.CONTACT, op=op)
    for dossier_id in stand.dossier_ids:
        schakel_openen(
            dossier_id=dossier_id, nummer=SchakelNummer.INTAKE_EN_PIP, door=act.door, nu=act.nu
        )
    afronden_als_het_kan(act, stand.overdracht.pk)
