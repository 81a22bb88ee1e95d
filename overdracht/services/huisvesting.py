"""The home: assigned, seen, accepted or refused, moved into; and the registration at it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime

from inburgering.enums import VerblijfSoort
from inburgering.handelingen import Handeling
from inburgering.models import Verblijf
from inburgering.policies import check_reden
from inburgering.services.plichten import brp_inschrijven, verblijf_vastleggen
from medewerkers.models import Medewerker
from overdracht.models import Huisvesting
from overdracht.policies import (
    check_beslissen,
    check_bezichtigen,
    check_inschrijfdatum,
    check_inschrijven,
    check_niet_in_toekomst,
    check_niet_voor,
    check_toewijzen,
    check_verhuisdatum,
    check_verhuizen,
)
from overdracht.queries.standen import Stand, gemeentecode
from overdracht.services.overdrachten import (
    afronden_als_het_kan,
    meld_gezin,
    overdrachtshandeling,
)


@dataclass(frozen=True, kw_only=True)
class Woning:
    straat: str
    huisnummer: str
    postcode: str
    plaats: str
    corporatie: str = ""


def woning_toewijzen(
    *, overdracht_id: int, woning: Woning, op: date, door: Medewerker, nu: datetime
) -> Huisvesting:
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu) as zaak:
        act, stand = zaak
        huis = _vergrendel(act, stand)
        check_toewijzen(stand.overdracht, huis)
        check_niet_in_toekomst(op, vandaag=act.op)
        check_niet_voor(op, stand.overdracht.koppeling_op, "de koppeling")
        for veld, waarde in asdict(woning).items():
            setattr(huis, veld, waarde)
        huis.toewijzen(op=op)
        huis.save()
        meld_gezin(act, stand, f"Woning toegewezen: {huis.adres}", op=op)
    return huis


def woning_bezichtigen(
    *, overdracht_id: int, op: date, door: Medewerker, nu: datetime
) -> Huisvesting:
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu) as zaak:
        act, stand = zaak
        huis = _vergrendel(act, stand)
        check_bezichtigen(stand.overdracht, huis)
        _check_na_toewijzing(huis, op, vandaag=act.op)
        huis.bezichtigen(op=op)
        huis.save()
        meld_gezin(act, stand, "Woning bezichtigd", op=op)
    return huis


def woning_accepteren(
    *,
    overdracht_id: int,
    op: date,
    door: Medewerker,
    nu: datetime,
    huur_vanaf: date | None = None,
) -> Huisvesting:
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu) as zaak:
        act, stand = zaak
        huis = _vergrendel(act, stand)
        check_beslissen(stand.overdracht, huis)
        _check_na_toewijzing(huis, op, vandaag=act.op)
        if huur_vanaf is not None:
            check_niet_voor(huur_vanaf, huis.toegewezen_op, "de toewijzing", veld="huur_vanaf")
        huis.accepteren(op=op, huur_vanaf=huur_vanaf)
        huis.save()
        meld_gezin(act, stand, "Woning geaccepteerd", op=op)
    return huis


def woning_weigeren(
    *, overdracht_id: int, op: date, reden: str, door: Medewerker, nu: datetime
) -> Huisvesting:
    """The household refused; the search starts again. Returns the new search."""
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu, reden=reden) as zaak:
        act, stand = zaak
        huis = _vergrendel(act, stand)
        check_beslissen(stand.overdracht, huis)
        check_reden(reden)
        _check_na_toewijzing(huis, op, vandaag=act.op)
        huis.weigeren(op=op, reden=reden)
        huis.save()
        nieuw = Huisvesting(overdracht=stand.overdracht, gezocht_op=act.op)
        nieuw.save()
        meld_gezin(act, stand, f"Woning geweigerd: {huis.adres}", op=op)
    return nieuw


def verhuizen(*, overdracht_id: int, op: date, door: Medewerker, nu: datetime) -> Huisvesting:
    """The household moved in on `op`: everybody lives in the municipality from that day."""
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu) as zaak:
        act, stand = zaak
        huis = _vergrendel(act, stand)
        check_verhuizen(stand.overdracht, huis)
        check_niet_in_toekomst(op, vandaag=act.op)
        check_verhuisdatum(op, koppeling_op=stand.overdracht.koppeling_op, woning=huis)
        huis.verhuizen(op=op)
        huis.save()
        code = gemeentecode()
        for lid in stand.leden:
            if lid.woont_mee:
                _gaat_wonen(act, lid.persoon.pk, huis, code)
        afronden_als_het_kan(act, overdracht_id)
    return huis


def inschrijven(*, overdracht_id: int, brp_op: date, door: Medewerker, nu: datetime) -> None:
    """Everybody was registered in the BRP on `brp_op`; doing it again corrects the date.

    Starts or moves the ten weeks where the kennisgeving is known, and may complete the handover.
    """
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu) as zaak:
        act, stand = zaak
        check_inschrijven(stand.overdracht, stand.woning)
        check_inschrijfdatum(brp_op, stand.woning, vandaag=act.op)
        for verblijf in _hier(stand):
            if verblijf.brp_op != brp_op:
                brp_inschrijven(verblijf_id=verblijf.pk, brp_op=brp_op, door=door, nu=nu)
        afronden_als_het_kan(act, overdracht_id)


def _vergrendel(act: Handeling, stand: Stand) -> Huisvesting:
    return act.vergrendel(Huisvesting, stand.woning.pk)


def _check_na_toewijzing(huis: Huisvesting, op: date, *, vandaag: date) -> None:
    check_niet_in_toekomst(op, vandaag=vandaag)
    check_niet_voor(op, huis.toegewezen_op, "de toewijzing")
    check_niet_voor(op, huis.bezichtigd_op, "de bezichtiging")


def _gaat_wonen(act: Handeling, persoon_id: int, huis: Huisvesting, code: str) -> None:
    assert huis.verhuisd_op is not None  # just set
    verblijf_vastleggen(
        persoon_id=persoon_id,
        soort=VerblijfSoort.WONING,
        straat=huis.straat,
        huisnummer=huis.huisnummer,
        postcode=huis.postcode,
        plaats=huis.plaats,
        gemeentecode=code,
        start_op=huis.verhuisd_op,
        door=act.door,
        nu=act.nu,
    )


def _hier(stand: Stand) -> list[Verblijf]:
    """The present stays of the household in our own municipality."""
    code = gemeentecode()
    return [
        lid.verblijf
        for lid in stand.leden
        if lid.verblijf is not None and lid.woont_mee and lid.verblijf.gemeentecode == code
    ]
