"""The home: assigned, seen, accepted or refused, moved into; and the registration at it."""

from __future__ import annotations

from datetime import date, datetime

from inburgering.enums import Gezinsrol, VerblijfSoort
from inburgering.handelingen import Handeling
from inburgering.models import Gezinslid, Verblijf
from inburgering.policies import check_reden
from inburgering.queries.personen import gemeentecode
from inburgering.services.personen import gezinslid_toevoegen
from inburgering.services.plichten import brp_inschrijven, verblijf_vastleggen
from medewerkers.models import Medewerker
from overdracht.models import Huisvesting, Woning
from overdracht.policies.datums import check_niet_in_toekomst, check_niet_voor
from overdracht.policies.woning import (
    check_beslissen,
    check_bezichtigen,
    check_bij_referent,
    check_inschrijfdatum,
    check_inschrijven,
    check_intrekken_woning,
    check_toewijzen,
    check_verhuisdatum,
    check_verhuizen,
)
from overdracht.queries.standen import Stand
from overdracht.services.overdrachten import (
    afronden_als_het_kan,
    meld_gezin,
    overdrachtshandeling,
)
from overdracht.services.woningen import (
    WoningGegevens,
    woning_aanbieden,
    woning_houden,
    woning_terug,
)

_OVERNEMEN = ("straat", "huisnummer", "postcode", "plaats", "corporatie", "tijdelijk", "sleutel_op")


def woning_toewijzen(
    *,
    overdracht_id: int,
    op: date,
    door: Medewerker,
    nu: datetime,
    woning_id: int | None = None,
    woning: WoningGegevens | None = None,
) -> Huisvesting:
    """A home of the list, or one typed here, which then stands on the list as assigned."""
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu) as zaak:
        act, stand = zaak
        huis = _vergrendel(act, stand)
        check_toewijzen(stand.overdracht, huis)
        check_niet_in_toekomst(op, vandaag=act.op)
        check_niet_voor(op, stand.overdracht.koppeling_op, "de koppeling")
        if woning is not None:
            woning_id = woning_aanbieden(gegevens=woning, door=door, nu=nu).pk
        assert woning_id is not None  # one of the two is given
        _neem_over(huis, woning_houden(act, woning_id))
        huis.toewijzen(op=op)
        huis.save()
        meld_gezin(act, stand, f"Woning toegewezen: {huis.adres}", op=op)
    return huis


def bij_referent_wonen(
    *, overdracht_id: int, op: date, door: Medewerker, nu: datetime
) -> Huisvesting:
    """Who followed moves in with the family: its home is theirs, nothing has to be found."""
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu) as zaak:
        act, stand = zaak
        huis = _vergrendel(act, stand)
        adres = _adres_van_referent(stand)
        check_toewijzen(stand.overdracht, huis)
        check_bij_referent(stand.overdracht, adres)
        check_niet_in_toekomst(op, vandaag=act.op)
        check_niet_voor(op, stand.overdracht.koppeling_op, "de koppeling")
        assert adres is not None  # the check saw it
        _adres_over(huis, adres)
        huis.toewijzen(op=op)
        huis.accepteren(op=op, huur_vanaf=None, sleutel_op=None)
        huis.save()
        meld_gezin(act, stand, f"Gaat wonen bij de familie: {huis.adres}", op=op)
    return huis


def woning_bezichtigen(
    *,
    overdracht_id: int,
    op: date,
    door: Medewerker,
    nu: datetime,
    afspraken_verhuizing: str = "",
    afspraken_inschrijving: str = "",
    afspraken_uitkering: str = "",
) -> Huisvesting:
    """The home was seen; the talk of that day with the household, De Schans and the consulent."""
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu) as zaak:
        act, stand = zaak
        huis = _vergrendel(act, stand)
        check_bezichtigen(stand.overdracht, huis)
        _check_na_toewijzing(huis, op, vandaag=act.op)
        huis.afspraken_verhuizing = afspraken_verhuizing
        huis.afspraken_inschrijving = afspraken_inschrijving
        huis.afspraken_uitkering = afspraken_uitkering
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
    sleutel_op: date | None = None,
) -> Huisvesting:
    """The household takes the home: `huur_vanaf` of the contract, `sleutel_op` of the keys."""
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu) as zaak:
        act, stand = zaak
        huis = _vergrendel(act, stand)
        check_beslissen(stand.overdracht, huis)
        _check_na_toewijzing(huis, op, vandaag=act.op)
        for veld, dag in (("huur_vanaf", huur_vanaf), ("sleutel_op", sleutel_op)):
            if dag is not None:
                check_niet_voor(dag, huis.toegewezen_op, "de toewijzing", veld=veld)
        huis.accepteren(op=op, huur_vanaf=huur_vanaf, sleutel_op=sleutel_op or huis.sleutel_op)
        huis.save()
        meld_gezin(act, stand, "Woning geaccepteerd", op=op)
    return huis


def woning_weigeren(
    *,
    overdracht_id: int,
    op: date,
    reden: str,
    door: Medewerker,
    nu: datetime,
    procedure_coa: str = "",
) -> Huisvesting:
    """The household refused; COA hears why, and the search starts again. Returns the new one."""
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu, reden=reden) as zaak:
        act, stand = zaak
        huis = _vergrendel(act, stand)
        check_beslissen(stand.overdracht, huis)
        check_reden(reden)
        _check_na_toewijzing(huis, op, vandaag=act.op)
        huis.weigeren(op=op, reden=reden, procedure_coa=procedure_coa)
        huis.save()
        nieuw = _opnieuw_zoeken(act, stand, huis)
        meld_gezin(act, stand, f"Woning geweigerd: {huis.adres}", op=op)
    return nieuw


def woning_intrekken(
    *, overdracht_id: int, reden: str, door: Medewerker, nu: datetime
) -> Huisvesting:
    """The home falls through, also after it was accepted. Returns the new search."""
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu, reden=reden) as zaak:
        act, stand = zaak
        huis = _vergrendel(act, stand)
        check_intrekken_woning(stand.overdracht, huis)
        check_reden(reden)
        huis.intrekken(op=act.op, reden=reden)
        huis.save()
        nieuw = _opnieuw_zoeken(act, stand, huis)
        meld_gezin(act, stand, f"Woning gaat niet door: {huis.adres}")
    return nieuw


def verhuizen(*, overdracht_id: int, op: date, door: Medewerker, nu: datetime) -> Huisvesting:
    """The household moved in on `op`: everybody lives in the municipality from that day.

    From a temporary home the search for a lasting one goes on.
    """
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu) as zaak:
        act, stand = zaak
        huis = _vergrendel(act, stand)
        check_verhuizen(stand.overdracht, huis)
        check_niet_in_toekomst(op, vandaag=act.op)
        check_verhuisdatum(op, koppeling_op=stand.overdracht.koppeling_op, woning=huis)
        bij_familie = _adres_van_referent(stand) if huis.woning_id is None else None
        if bij_familie is not None:
            _adres_over(huis, bij_familie)  # the family may have moved since it was agreed
        huis.verhuizen(op=op)
        huis.save()
        if huis.woning_id is not None:
            woning = act.vergrendel(Woning, huis.woning_id)
            woning.bewonen()
            woning.save()
        _gaan_wonen(act, stand, huis)
        if huis.tijdelijk:
            Huisvesting(overdracht=stand.overdracht, gezocht_op=act.op).save()
        afronden_als_het_kan(act, overdracht_id)
    return huis


def inschrijven(*, overdracht_id: int, brp_op: date, door: Medewerker, nu: datetime) -> None:
    """Who was not registered in the BRP yet, was on `brp_op`; others keep the day they have.

    When everybody was, it corrects the last of those days. Starts or moves the ten weeks where the
    kennisgeving is known, and may complete the handover.
    """
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu) as zaak:
        act, stand = zaak
        check_inschrijven(stand.overdracht, stand.bewoond)
        assert stand.bewoond is not None  # the check saw it
        check_inschrijfdatum(brp_op, stand.bewoond, vandaag=act.op)
        hier = _hier(stand)
        nieuw = [verblijf for verblijf in hier if verblijf.brp_op is None]
        laatste = max((rij.brp_op for rij in hier if rij.brp_op), default=None)
        for verblijf in nieuw or [rij for rij in hier if rij.brp_op == laatste]:
            if verblijf.brp_op != brp_op:
                brp_inschrijven(verblijf_id=verblijf.pk, brp_op=brp_op, door=door, nu=nu)
        afronden_als_het_kan(act, overdracht_id)


def gaat_wonen(act: Handeling, persoon_id: int, huis: Huisvesting, *, vanaf: date) -> None:
    """One person at the address of the household."""
    verblijf_vastleggen(
        persoon_id=persoon_id,
        soort=VerblijfSoort.TIJDELIJK if huis.tijdelijk else VerblijfSoort.WONING,
        straat=huis.straat,
        huisnummer=huis.huisnummer,
        postcode=huis.postcode,
        plaats=huis.plaats,
        gemeentecode=gemeentecode(),
        geheim=huis.geheim,
        start_op=vanaf,
        door=act.door,
        nu=act.nu,
    )


def _vergrendel(act: Handeling, stand: Stand) -> Huisvesting:
    return act.vergrendel(Huisvesting, stand.woning.pk)


def _neem_over(huis: Huisvesting, woning: Woning) -> None:
    huis.woning = woning
    for veld in _OVERNEMEN:
        setattr(huis, veld, getattr(woning, veld))


def _adres_over(huis: Huisvesting, adres: Verblijf) -> None:
    """The home of the family, as secret and as temporary as it is for them."""
    for veld in ("straat", "huisnummer", "postcode", "plaats", "geheim"):
        setattr(huis, veld, getattr(adres, veld))
    huis.tijdelijk = adres.soort == VerblijfSoort.TIJDELIJK


def _opnieuw_zoeken(act: Handeling, stand: Stand, huis: Huisvesting) -> Huisvesting:
    woning_terug(act, huis)
    nieuw = Huisvesting(overdracht=stand.overdracht, gezocht_op=act.op)
    nieuw.save()
    return nieuw


def _check_na_toewijzing(huis: Huisvesting, op: date, *, vandaag: date) -> None:
    check_niet_in_toekomst(op, vandaag=vandaag)
    check_niet_voor(op, huis.toegewezen_op, "de toewijzing")
    check_niet_voor(op, huis.bezichtigd_op, "de bezichtiging")


def _gaan_wonen(act: Handeling, stand: Stand, huis: Huisvesting) -> None:
    """Everybody who is still part of the handover; who followed joins the family's household."""
    assert huis.verhuisd_op is not None  # just set
    thuis = _gezin_van_referent(stand) if huis.woning_id is None else None
    for lid in stand.leden:
        if not lid.woont_mee:
            continue
        vanaf = _niet_eerder_dan(lid.persoon.pk, huis.verhuisd_op)
        gaat_wonen(act, lid.persoon.pk, huis, vanaf=vanaf)
        if thuis is not None:
            gezinslid_toevoegen(
                gezin=thuis.gezin,
                persoon=lid.persoon,
                rol=lid.rol if lid.rol != Gezinsrol.REFERENT else Gezinsrol.ANDERS,
                start_op=vanaf,
                door=act.door,
                nu=act.nu,
            )


def _niet_eerder_dan(persoon_id: int, verhuisd_op: date) -> date:
    """Who joined the household after its move lives there from the day after that."""
    huidig = Verblijf.objects.filter(persoon=persoon_id, eind_op=None).first()
    if huidig is None or huidig.start_op < verhuisd_op:
        return verhuisd_op
    return date.fromordinal(huidig.start_op.toordinal() + 1)


def _gezin_van_referent(stand: Stand) -> Gezinslid | None:
    referent = stand.overdracht.referent
    if referent is None:
        return None
    leden = Gezinslid.objects.filter(persoon=referent.persoon_id, eind_op=None)
    return leden.select_related("gezin").first()


def _adres_van_referent(stand: Stand) -> Verblijf | None:
    """Where the family lives here, when it does."""
    referent = stand.overdracht.referent
    if referent is None:
        return None
    return (
        Verblijf.objects.filter(
            persoon=referent.persoon_id, eind_op=None, gemeentecode=gemeentecode()
        )
        .exclude(soort=VerblijfSoort.AZC)
        .first()
    )


def _hier(stand: Stand) -> list[Verblijf]:
    """The present stays of the household in our own municipality."""
    personen = [lid.persoon for lid in stand.leden if lid.woont_mee]
    verblijven = Verblijf.objects.filter(
        persoon__in=personen, eind_op=None, gemeentecode=gemeentecode()
    )
    return list(verblijven.order_by("pk"))
