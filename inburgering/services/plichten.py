"""What DUO and the BRP say, recorded and corrected, with the ten-week term that follows from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Min

from inburgering.enums import (
    GebeurtenisSoort,
    Herkomst,
    Regime,
    SchakelNummer,
    TermijnSoort,
    VerblijfsrechtSoort,
    VerblijfSoort,
)
from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar, Plicht, Verblijf, Verblijfsrecht
from inburgering.policies import check_loopt
from inburgering.services.schakels import schakel_afronden, schakel_openen
from inburgering.services.termijnen import termijn_vastleggen
from medewerkers.models import Gemeente, Medewerker
from wet.doelgroepen import GedetailleerdeDoelgroep, doelgroep_van
from wet.termijnen import pip_termijn


@dataclass(frozen=True, kw_only=True)
class PlichtGegevens:
    start_op: date
    gedetailleerde_doelgroep: GedetailleerdeDoelgroep
    kennisgeving_op: date | None = None
    eind_op: date | None = None
    herkomst: Herkomst = Herkomst.DUO


def plicht_vastleggen(
    *, dossier_id: int, gegevens: PlichtGegevens, door: Medewerker, nu: datetime
) -> Plicht:
    """Record DUO's determination. With the kennisgeving it closes schakel 1 and starts the ten weeks."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = act.vergrendel(Inburgeraar, dossier_id)
        check_loopt(dossier)
        _check_plicht(gegevens, vandaag=act.op)
        if Plicht.objects.filter(inburgeraar=dossier, eind_op=None).exists():
            raise Geweigerd("Er is al een plicht vastgelegd: corrigeer die, of vul het einde in.")
        plicht = Plicht(inburgeraar=dossier)
        _zet_plicht(plicht, gegevens)
        plicht.save()
        act.meld(
            dossier_id, GebeurtenisSoort.BESLUIT, "Inburgeringsplicht vastgelegd (besluit van DUO)"
        )
        _na_plicht(act, dossier, plicht)
    return plicht


def plicht_corrigeren(
    *,
    plicht_id: int,
    versie: int,
    gegevens: PlichtGegevens,
    door: Medewerker,
    nu: datetime,
    reden: str = "",
) -> Plicht:
    """Put right what was typed wrong; every date that hangs on it moves in the same act."""
    dossier_id = Plicht.objects.values_list("inburgeraar", flat=True).get(pk=plicht_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        plicht = act.vergrendel(Plicht, plicht_id, versie=versie)
        _check_plicht(gegevens, vandaag=act.op)
        _zet_plicht(plicht, gegevens)
        plicht.save()
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, "Inburgeringsplicht gecorrigeerd")
        _na_plicht(act, act.vergrendel(Inburgeraar, dossier_id), plicht)
    return plicht


def verblijf_vastleggen(
    *,
    persoon_id: int,
    soort: VerblijfSoort,
    plaats: str,
    start_op: date,
    door: Medewerker,
    nu: datetime,
    straat: str = "",
    huisnummer: str = "",
    postcode: str = "",
    gemeentecode: str = "",
    brp_op: date | None = None,
    geheim: bool = False,
) -> Verblijf:
    """A new address from `start_op`; what ran until then ends the day before."""
    dossier_ids = _dossiers_van(persoon_id)
    with handeling(door=door, nu=nu, dossiers=dossier_ids) as act:
        _sluit_vorig_verblijf(persoon_id, start_op)
        verblijf = Verblijf(
            persoon_id=persoon_id,
            soort=soort,
            straat=straat,
            huisnummer=huisnummer,
            postcode=postcode,
            plaats=plaats,
            gemeentecode=gemeentecode,
            start_op=start_op,
            brp_op=brp_op,
            geheim=geheim,
        )
        verblijf.save()
        for dossier_id in dossier_ids:
            wat = "geheim adres" if geheim else verblijf.adres
            act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, f"Verblijf: {wat}", op=start_op)
            pip_termijn_bijwerken(act, dossier_id)
    return verblijf


def brp_inschrijven(
    *, verblijf_id: int, brp_op: date, door: Medewerker, nu: datetime, versie: int | None = None
) -> Verblijf:
    """Record or correct the BRP registration at an address; it may start or move the ten weeks."""
    persoon_id = Verblijf.objects.values_list("persoon", flat=True).get(pk=verblijf_id)
    dossier_ids = _dossiers_van(persoon_id)
    with handeling(door=door, nu=nu, dossiers=dossier_ids) as act:
        verblijf = act.vergrendel(Verblijf, verblijf_id, versie=versie)
        if brp_op > act.op:
            raise Geweigerd("De inschrijving ligt in de toekomst.", veld="brp_op")
        if brp_op < verblijf.start_op:
            raise Geweigerd(
                f"De inschrijving ligt voor de verhuizing ({verblijf.start_op:%d-%m-%Y}).",
                veld="brp_op",
            )
        verblijf.brp_op = brp_op
        verblijf.save()
        for dossier_id in dossier_ids:
            act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, "Ingeschreven in de BRP", op=brp_op)
            pip_termijn_bijwerken(act, dossier_id)
    return verblijf


def verblijfsrecht_vastleggen(
    *,
    persoon_id: int,
    soort: VerblijfsrechtSoort,
    start_op: date,
    door: Medewerker,
    nu: datetime,
    eind_op: date | None = None,
) -> Verblijfsrecht:
    with handeling(door=door, nu=nu, dossiers=_dossiers_van(persoon_id)):
        recht = Verblijfsrecht(
            persoon_id=persoon_id, soort=soort, start_op=start_op, eind_op=eind_op
        )
        recht.save()
    return recht


def pip_termijn_bijwerken(act: Handeling, dossier_id: int) -> None:
    """The ten weeks from what is now known: kennisgeving, and the registration where it counts."""
    dossier = Inburgeraar.objects.select_related("persoon").get(pk=dossier_id)
    if dossier.regime != Regime.WI2021 or not dossier.loopt:
        return
    plicht = Plicht.objects.filter(inburgeraar=dossier, eind_op=None).first()
    antwoord = pip_termijn(
        kennisgeving=plicht.kennisgeving_op if plicht else None,
        brp=brp_datum(dossier.persoon_id),
        huisvesting_art28=dossier.wordt_gehuisvest,
    )
    termijn_vastleggen(act, dossier_id=dossier_id, soort=TermijnSoort.PIP, antwoord=antwoord)


def brp_datum(persoon_id: int) -> date | None:
    """The first registration at an address in our own municipality."""
    code = Gemeente.objects.values_list("code", flat=True).first()
    uitkomst: date | None = Verblijf.objects.filter(
        persoon=persoon_id, gemeentecode=code, brp_op__isnull=False
    ).aggregate(eerste=Min("brp_op"))["eerste"]
    return uitkomst


def _check_plicht(gegevens: PlichtGegevens, *, vandaag: date) -> None:
    if gegevens.kennisgeving_op and gegevens.kennisgeving_op > vandaag:
        raise Geweigerd("De kennisgeving ligt in de toekomst.", veld="kennisgeving_op")
    if gegevens.eind_op and gegevens.eind_op < gegevens.start_op:
        raise Geweigerd("Het einde ligt voor het begin.", veld="eind_op")


def _zet_plicht(plicht: Plicht, gegevens: PlichtGegevens) -> None:
    plicht.start_op, plicht.eind_op = gegevens.start_op, gegevens.eind_op
    plicht.kennisgeving_op = gegevens.kennisgeving_op
    plicht.gedetailleerde_doelgroep = gegevens.gedetailleerde_doelgroep.value
    plicht.herkomst = gegevens.herkomst


def _na_plicht(act: Handeling, dossier: Inburgeraar, plicht: Plicht) -> None:
    """DUO's doelgroep leads; the kennisgeving closes schakel 1 and may open 3."""
    groep = _groep(plicht)
    if dossier.doelgroep != groep:
        dossier.doelgroep = groep
        dossier.save()
        act.meld(dossier.pk, GebeurtenisSoort.WIJZIGING, "Doelgroep gewijzigd volgens DUO")
    if plicht.kennisgeving_op:
        schakel_afronden(
            dossier_id=dossier.pk, nummer=SchakelNummer.PLICHT, door=act.door, nu=act.nu
        )
        if not dossier.wordt_gehuisvest and dossier.regime == Regime.WI2021:
            schakel_openen(
                dossier_id=dossier.pk, nummer=SchakelNummer.INTAKE_EN_PIP, door=act.door, nu=act.nu
            )
    pip_termijn_bijwerken(act, dossier.pk)


def _sluit_vorig_verblijf(persoon_id: int, start_op: date) -> None:
    vorig = (
        Verblijf.objects.select_for_update().filter(persoon=persoon_id, eind_op=None).first()
    )
    if vorig is None:
        return
    if vorig.start_op >= start_op:
        raise Geweigerd(
            f"Het huidige verblijf begon op {vorig.start_op:%d-%m-%Y}: "
            "een nieuw verblijf moet daarna beginnen.",
            veld="start_op",
        )
    vorig.eind_op = date.fromordinal(start_op.toordinal() - 1)
    vorig.save()


def _dossiers_van(persoon_id: int) -> list[int]:
    return list(Inburgeraar.objects.filter(persoon=persoon_id).values_list("pk", flat=True))


def _groep(plicht: Plicht) -> str:
    antwoord = doelgroep_van(GedetailleerdeDoelgroep(plicht.gedetailleerde_doelgroep))
    assert antwoord.bekend is not None  # every value of the enum has its group
    return antwoord.bekend.value
