"""What DUO and the BRP say, recorded and corrected, with the ten-week term that follows from it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import partial
from typing import Any

from django.db.models import Min, Q, QuerySet

from inburgering.enums import (
    GebeurtenisSoort,
    Herkomst,
    RedenGeenPlicht,
    Regime,
    SchakelNummer,
    SchakelStatus,
    TermijnSoort,
    VerblijfSoort,
    VerblijfsrechtSoort,
)
from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar, Plicht, Schakel, Verblijf, Verblijfsrecht, VorigPip
from inburgering.policies import (
    check_inschrijving,
    check_loopt,
    check_niet_later,
    check_periode,
)
from inburgering.queries.personen import gemeentecode
from inburgering.services.schakels import heropenen, schakel_afronden, schakel_openen
from inburgering.services.termijnen import termijn_vastleggen
from medewerkers.models import Medewerker
from wet.doelgroepen import GedetailleerdeDoelgroep, doelgroep_van
from wet.termijnen import Looptijd, pip_termijn, pip_termijn_na_verhuizing
from wet.uitkomst import Uitkomst


@dataclass(frozen=True, kw_only=True)
class PlichtGegevens:
    start_op: date
    gedetailleerde_doelgroep: GedetailleerdeDoelgroep
    kennisgeving_op: date | None = None
    eind_op: date | None = None
    reden_geen: RedenGeenPlicht | None = None
    herkomst: Herkomst = Herkomst.DUO


def plicht_vastleggen(
    *, dossier_id: int, gegevens: PlichtGegevens, door: Medewerker, nu: datetime
) -> Plicht:
    """Record DUO's determination; its kennisgeving closes schakel 1 and starts the ten weeks."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = act.vergrendel(Inburgeraar, dossier_id)
        check_loopt(dossier)
        if Plicht.objects.filter(inburgeraar=dossier, eind_op=None).exists():
            raise Geweigerd("Er is al een plicht vastgelegd: corrigeer die, of vul het einde in.")
        plicht = Plicht(inburgeraar=dossier)
        _check_plicht(plicht, gegevens, vandaag=act.op)
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
        _check_plicht(plicht, gegevens, vandaag=act.op)
        _zet_plicht(plicht, gegevens)
        plicht.save()
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, "Inburgeringsplicht gecorrigeerd")
        _na_plicht(act, act.vergrendel(Inburgeraar, dossier_id), plicht)
    return plicht


@dataclass(frozen=True, kw_only=True)
class VerblijfGegevens:
    """An address as it was typed; `gemeentecode` is empty for another municipality."""

    soort: VerblijfSoort
    plaats: str
    start_op: date
    eind_op: date | None = None
    straat: str = ""
    huisnummer: str = ""
    postcode: str = ""
    gemeentecode: str = ""
    brp_op: date | None = None
    geheim: bool = False


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
        check_inschrijving(brp_op, start_op=start_op, vandaag=act.op)
        verblijven = Verblijf.objects.filter(persoon=persoon_id)
        _sluit_vorige(verblijven, start_op, wat="adres")
        check_periode(start_op, None, andere=verblijven.all(), wat="adres")
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
        check_inschrijving(brp_op, start_op=verblijf.start_op, vandaag=act.op)
        verblijf.brp_op = brp_op
        verblijf.save()
        for dossier_id in dossier_ids:
            act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, "Ingeschreven in de BRP", op=brp_op)
            pip_termijn_bijwerken(act, dossier_id)
    return verblijf


def verblijf_corrigeren(
    *,
    verblijf_id: int,
    versie: int,
    gegevens: VerblijfGegevens,
    door: Medewerker,
    nu: datetime,
    reden: str = "",
) -> Verblijf:
    """Put right what was typed wrong at an address; the ten weeks move in the same act."""
    persoon_id = Verblijf.objects.values_list("persoon", flat=True).get(pk=verblijf_id)
    dossier_ids = _dossiers_van(persoon_id)
    with handeling(door=door, nu=nu, dossiers=dossier_ids, reden=reden) as act:
        verblijf = act.vergrendel(Verblijf, verblijf_id, versie=versie)
        check_inschrijving(gegevens.brp_op, start_op=gegevens.start_op, vandaag=act.op)
        andere = Verblijf.objects.filter(persoon=persoon_id).exclude(pk=verblijf_id)
        check_periode(gegevens.start_op, gegevens.eind_op, andere=andere, wat="adres")
        for veld in fields(gegevens):
            setattr(verblijf, veld.name, getattr(gegevens, veld.name))
        verblijf.save()
        for dossier_id in dossier_ids:
            act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, "Verblijf gecorrigeerd")
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
    """A permit from `start_op`; one that still ran without an end, ends the day before."""
    dossier_ids = _dossiers_van(persoon_id)
    with handeling(door=door, nu=nu, dossiers=dossier_ids) as act:
        rechten = Verblijfsrecht.objects.filter(persoon=persoon_id)
        _sluit_vorige(rechten, start_op, wat="verblijfsrecht")
        check_periode(start_op, eind_op, andere=rechten.all(), wat="verblijfsrecht")
        recht = Verblijfsrecht(
            persoon_id=persoon_id, soort=soort, start_op=start_op, eind_op=eind_op
        )
        recht.save()
        for dossier_id in dossier_ids:
            tekst = f"Verblijfsrecht: {soort.label}"
            act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, tekst, op=start_op)
    return recht


def verblijfsrecht_corrigeren(
    *,
    verblijfsrecht_id: int,
    versie: int,
    soort: VerblijfsrechtSoort,
    start_op: date,
    door: Medewerker,
    nu: datetime,
    eind_op: date | None = None,
    reden: str = "",
) -> Verblijfsrecht:
    """Put right what was typed wrong of a permit."""
    persoon_id = Verblijfsrecht.objects.values_list("persoon", flat=True).get(pk=verblijfsrecht_id)
    dossier_ids = _dossiers_van(persoon_id)
    with handeling(door=door, nu=nu, dossiers=dossier_ids, reden=reden) as act:
        recht = act.vergrendel(Verblijfsrecht, verblijfsrecht_id, versie=versie)
        andere = Verblijfsrecht.objects.filter(persoon=persoon_id).exclude(pk=verblijfsrecht_id)
        check_periode(start_op, eind_op, andere=andere, wat="verblijfsrecht")
        recht.soort, recht.start_op, recht.eind_op = soort, start_op, eind_op
        recht.save()
        for dossier_id in dossier_ids:
            act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, "Verblijfsrecht gecorrigeerd")
    return recht


def pip_termijn_bijwerken(act: Handeling, dossier_id: int) -> None:
    """The ten weeks from what is now known: kennisgeving, and the registration where it counts."""
    dossier = Inburgeraar.objects.select_related("persoon").get(pk=dossier_id)
    if dossier.regime != Regime.WI2021 or not dossier.loopt:
        return
    geldig = Q(eind_op=None) | Q(eind_op__gte=act.op)
    plicht = Plicht.objects.filter(geldig, inburgeraar=dossier).first()
    brp = brp_datum(dossier.persoon_id)
    vraag: partial[Uitkomst[Looptijd]] = partial(
        pip_termijn,
        kennisgeving=plicht.kennisgeving_op if plicht else None,
        brp=brp,
        huisvesting_art28=dossier.wordt_gehuisvest,
    )
    if VorigPip.objects.filter(inburgeraar=dossier).exists():
        vraag = partial(pip_termijn_na_verhuizing, brp=brp)
    termijn_vastleggen(act, dossier_id=dossier_id, soort=TermijnSoort.PIP, vraag=vraag)


def brp_datum(persoon_id: int) -> date | None:
    """The first registration of the latest unbroken stay in our own municipality.

    Who left and came back registered anew: what counts is what came after the last address
    elsewhere. An address of which the municipality is unknown breaks nothing.
    """
    code = gemeentecode()
    if not code:
        return None
    verblijven = Verblijf.objects.filter(persoon=persoon_id)
    hier = verblijven.filter(gemeentecode=code)
    laatste = hier.order_by("start_op").last()
    if laatste is None:
        return None
    elders = (
        verblijven.exclude(gemeentecode__in=["", code])
        .filter(start_op__lt=laatste.start_op)
        .order_by("start_op")
        .last()
    )
    if elders is not None:
        hier = hier.filter(start_op__gt=elders.start_op)
    eerste: date | None = hier.aggregate(eerste=Min("brp_op"))["eerste"]
    return eerste


def _check_plicht(plicht: Plicht, gegevens: PlichtGegevens, *, vandaag: date) -> None:
    if gegevens.kennisgeving_op:
        check_niet_later(
            gegevens.kennisgeving_op,
            vandaag=vandaag,
            veld="kennisgeving_op",
            wat="De kennisgeving",
        )
    if gegevens.reden_geen and not gegevens.eind_op:
        raise Geweigerd("Vul in tot en met welke dag de plicht duurde.", veld="eind_op")
    andere = Plicht.objects.filter(inburgeraar=plicht.inburgeraar_id).exclude(pk=plicht.pk)
    check_periode(gegevens.start_op, gegevens.eind_op, andere=andere, wat="besluit over de plicht")


def _zet_plicht(plicht: Plicht, gegevens: PlichtGegevens) -> None:
    plicht.start_op, plicht.eind_op = gegevens.start_op, gegevens.eind_op
    plicht.kennisgeving_op = gegevens.kennisgeving_op
    plicht.reden_geen = gegevens.reden_geen or ""
    plicht.gedetailleerde_doelgroep = gegevens.gedetailleerde_doelgroep.value
    plicht.herkomst = gegevens.herkomst


def _na_plicht(act: Handeling, dossier: Inburgeraar, plicht: Plicht) -> None:
    """DUO's doelgroep leads; the kennisgeving closes schakel 1 and may open 3."""
    groep = _groep(plicht)
    if dossier.doelgroep != groep:
        dossier.doelgroep = groep
        dossier.save()
        act.meld(dossier.pk, GebeurtenisSoort.WIJZIGING, "Doelgroep gewijzigd volgens DUO")
    wie: Any = {"dossier_id": dossier.pk, "door": act.door, "nu": act.nu}
    if plicht.kennisgeving_op:
        schakel_afronden(nummer=SchakelNummer.PLICHT, **wie)
        if not dossier.wordt_gehuisvest and dossier.regime == Regime.WI2021:
            schakel_openen(nummer=SchakelNummer.INTAKE_EN_PIP, **wie)
    elif dossier.regime == Regime.WI2021 and not _kennisgeving_bekend(dossier):
        _heropen_vaststellen(dossier, wie)
    pip_termijn_bijwerken(act, dossier.pk)


def _kennisgeving_bekend(dossier: Inburgeraar) -> bool:
    return Plicht.objects.filter(inburgeraar=dossier, kennisgeving_op__isnull=False).exists()


def _heropen_vaststellen(dossier: Inburgeraar, wie: Any) -> None:
    """The kennisgeving was typed by mistake: what it closed waits for DUO again."""
    afgerond = Schakel.objects.filter(
        inburgeraar=dossier, nummer=SchakelNummer.PLICHT, status=SchakelStatus.AFGEROND
    )
    if afgerond.exists():
        reden = "De kennisgeving van DUO is er toch nog niet."
        heropenen(nummer=SchakelNummer.PLICHT, reden=reden, **wie)


def _sluit_vorige(rijen: QuerySet[Any], start_op: date, *, wat: str) -> None:
    """The one that still runs ends the day before the new one starts."""
    vorige = rijen.select_for_update().filter(eind_op=None).first()
    if vorige is None:
        return
    if vorige.start_op >= start_op:
        raise Geweigerd(
            f"Het huidige {wat} begon op {vorige.start_op:%d-%m-%Y}: "
            f"een nieuw {wat} moet daarna beginnen.",
            veld="start_op",
        )
    vorige.eind_op = date.fromordinal(start_op.toordinal() - 1)
    vorige.save()


def _dossiers_van(persoon_id: int) -> list[int]:
    return list(Inburgeraar.objects.filter(persoon=persoon_id).values_list("pk", flat=True))


def _groep(plicht: Plicht) -> str:
    antwoord = doelgroep_van(GedetailleerdeDoelgroep(plicht.gedetailleerde_doelgroep))
    assert antwoord.bekend is not None  # every value of the enum has its group
    return antwoord.bekend.value
