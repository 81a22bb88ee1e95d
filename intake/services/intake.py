"""The brede intake: started, filled in over several sittings, closed, opened again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from inburgering.enums import GebeurtenisSoort, Regime, SchakelNummer
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from inburgering.policies import check_reden
from inburgering.services.schakels import schakel_openen
from intake.models import (
    BredeIntake,
    Leerbaarheidstoets,
    Onderdeel,
    OnderdeelSoort,
    Oproep,
    OproepVoor,
    Profiel,
)
from intake.policies.intake import (
    check_afronden,
    check_alleen_spreken,
    check_bij_afwezigheid,
    check_feiten,
    check_heropenen,
    check_invullen,
    check_onderdeel,
    check_overnemen,
    check_starten,
)
from intake.policies.oproepen import derde_zonder_gevolg
from intake.queries.intake import schakel3, stand_van
from intake.services.toets import vervalt_bij_afwezigheid, weer_nodig_na_heropenen
from intake.services.verslag import verslag_bij_dossier
from medewerkers.models import Medewerker, maak_aan
from wet.pip import wat_ontbreekt_in_intake


def intake_starten(*, dossier_id: int, door: Medewerker, nu: datetime) -> BredeIntake:
    """Begin the intake: its parts lie ready empty, with the test beside them.

    The interpreter's language is taken from the person, to be changed for these talks alone.
    """
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = act.vergrendel(Inburgeraar, dossier_id)
        intake = BredeIntake.objects.filter(inburgeraar=dossier).first()
        check_starten(dossier, intake=intake, schakel3=schakel3(dossier_id))
        if intake is None:
            intake = BredeIntake(inburgeraar=dossier, tolktaal=dossier.persoon.tolktaal)
            intake.save()
        intake.starten(op=act.op)
        intake.save()
        _leg_klaar(intake)
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, "Brede intake gestart")
    return intake


def intake_overnemen(
    *, dossier_id: int, afgerond_op: date, door: Medewerker, nu: datetime
) -> BredeIntake:
    """An intake that was closed on `afgerond_op`, before this system; its report is elsewhere.

    Opens schakel 3 when that still waits: the intake is evidence that it was open.
    """
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = act.vergrendel(Inburgeraar, dossier_id)
        bestaand = BredeIntake.objects.filter(inburgeraar=dossier).first()
        check_overnemen(dossier, intake=bestaand, afgerond_op=afgerond_op, vandaag=act.op)
        intake = BredeIntake(inburgeraar=dossier, overgenomen=True)
        intake.save()
        intake.starten(op=afgerond_op)
        intake.afronden(op=afgerond_op, door=door)
        intake.save()
        if dossier.regime == Regime.WI2021:
            nummer = SchakelNummer.INTAKE_EN_PIP
            schakel_openen(dossier_id=dossier_id, nummer=nummer, door=door, nu=nu, op=afgerond_op)
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, "Brede intake afgerond", op=afgerond_op)
    return intake


def onderdeel_invullen(
    *,
    onderdeel_id: int,
    versie: int | None,
    tekst: str,
    door: Medewerker,
    nu: datetime,
    niet_van_toepassing: bool = False,
    feiten: Mapping[str, object] | None = None,
) -> Onderdeel:
    """Write one part: what was told, and the facts in it (`feiten`, fields of the Profiel).

    Only the VVE can be declared not applicable: not everybody has children. A fact belongs to one
    part, so the version of the part guards it too.
    """
    gelezen = Onderdeel.objects.values_list("intake__inburgeraar", flat=True)
    with handeling(door=door, nu=nu, dossiers=[gelezen.get(pk=onderdeel_id)]) as act:
        onderdeel = act.vergrendel(Onderdeel, onderdeel_id, versie=versie)
        check_invullen(onderdeel.intake)
        check_onderdeel(onderdeel.soort, tekst=tekst, niet_van_toepassing=niet_van_toepassing)
        if feiten:
            _leg_feiten_vast(onderdeel, feiten)
        onderdeel.tekst = "" if niet_van_toepassing else tekst
        onderdeel.niet_van_toepassing = niet_van_toepassing
        onderdeel.save()
        act.meld(
            onderdeel.intake.inburgeraar_id,
            GebeurtenisSoort.WIJZIGING,
            f"Brede intake, ingevuld: {onderdeel}",
        )
    return onderdeel


def intakegegevens_vastleggen(
    *,
    intake_id: int,
    versie: int | None,
    tolktaal: str,
    alleen_spreken_op: date | None,
    verslag: str,
    door: Medewerker,
    nu: datetime,
) -> BredeIntake:
    """The interpreter, the notice of the right to speak alone, and the report."""
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(intake_id)]) as act:
        intake = act.vergrendel(BredeIntake, intake_id, versie=versie)
        check_invullen(intake)
        check_alleen_spreken(alleen_spreken_op, dossier=intake.inburgeraar, vandaag=act.op)
        intake.tolktaal, intake.verslag = tolktaal, verslag
        intake.alleen_spreken_op = alleen_spreken_op
        intake.save()
        _meld(act, intake, "Brede intake: tolk en verslag bijgewerkt")
    return intake


def intake_afronden(
    *, intake_id: int, versie: int | None, door: Medewerker, nu: datetime
) -> BredeIntake:
    """Close the intake. Raises Geweigerd with everything the law asks for that is not there."""
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(intake_id)]) as act:
        intake = act.vergrendel(BredeIntake, intake_id, versie=versie)
        dossier_id = intake.inburgeraar_id
        check_afronden(
            intake,
            ontbreekt=wat_ontbreekt_in_intake(stand_van(dossier_id)),
            schakel3=schakel3(dossier_id),
        )
        intake.afronden(op=act.op, door=door)
        intake.save()
        verslag_bij_dossier(act, intake)
        _meld(act, intake, "Brede intake afgerond")
    return intake


def intake_afronden_bij_afwezigheid(
    *, intake_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> BredeIntake:
    """Close it without the person, after the third summons (Wi 14.2); what lacks is kept by name.

    The leerbaarheidstoets is among that when it was not taken; it counts as skipped then. Who was
    summoned for the test alone did tell the rest: then only the test may lack, and it is closed as
    any other.
    """
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(intake_id)], reden=reden) as act:
        intake = act.vergrendel(BredeIntake, intake_id, versie=versie)
        dossier_id = intake.inburgeraar_id
        stand = stand_van(dossier_id)
        weg = derde_zonder_gevolg(list(Oproep.objects.filter(inburgeraar=dossier_id)))
        zonder_gesprek = OproepVoor.GESPREK in weg
        zonder = (
            replace(stand, bij_afwezigheid=True)
            if zonder_gesprek
            else replace(stand, toets_ontheven=True)
        )
        check_bij_afwezigheid(
            intake,
            ontbreekt=wat_ontbreekt_in_intake(zonder),
            zonder_gevolg=weg,
            schakel3=schakel3(dossier_id),
        )
        check_reden(reden)
        if zonder_gesprek:
            ontbrak = [deel.onderdeel for deel in wat_ontbreekt_in_intake(stand)]
            intake.afronden_bij_afwezigheid(op=act.op, door=door, ontbrak=ontbrak)
        else:
            intake.afronden(op=act.op, door=door)
        intake.save()
        vervalt_bij_afwezigheid(act, dossier_id, reden=reden)
        verslag_bij_dossier(act, intake)
        wat = "bij afwezigheid" if zonder_gesprek else "zonder leerbaarheidstoets"
        _meld(act, intake, f"Brede intake afgerond {wat}")
    return intake


def intake_heropenen(
    *, intake_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> BredeIntake:
    """Open it again while no plan stands on it; one that was taken over gets its empty parts."""
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(intake_id)], reden=reden) as act:
        intake = act.vergrendel(BredeIntake, intake_id, versie=versie)
        check_heropenen(intake, schakel3=schakel3(intake.inburgeraar_id), reden=reden)
        intake.heropenen()
        intake.save()
        weer_nodig_na_heropenen(intake.inburgeraar_id)
        _leg_klaar(intake)
        _meld(act, intake, "Brede intake heropend")
    return intake


def _leg_feiten_vast(onderdeel: Onderdeel, feiten: Mapping[str, object]) -> None:
    """Before the part itself, so that its history finds the facts that went with each version."""
    check_feiten(onderdeel.soort, feiten)
    profiel = Profiel.objects.select_for_update().filter(intake=onderdeel.intake_id).first()
    profiel = profiel or Profiel(intake=onderdeel.intake)
    for naam, waarde in feiten.items():
        setattr(profiel, naam, waarde)
    profiel.save()


def _leg_klaar(intake: BredeIntake) -> None:
    """The parts that are not there yet and the profile, empty, with the test beside them."""
    er_al = set(Onderdeel.objects.filter(intake=intake).values_list("soort", flat=True))
    maak_aan(
        [
            Onderdeel(intake=intake, soort=soort)
            for soort in OnderdeelSoort.values
            if soort not in er_al
        ]
    )
    if not Profiel.objects.filter(intake=intake).exists():
        Profiel(intake=intake).save()
    if intake.inburgeraar.regime == Regime.WI2013:
        return  # the test came with the law of 2021
    if not Leerbaarheidstoets.objects.filter(inburgeraar=intake.inburgeraar_id).exists():
        Leerbaarheidstoets(inburgeraar_id=intake.inburgeraar_id).save()


def _meld(act: Handeling, intake: BredeIntake, tekst: str) -> None:
    act.meld(intake.inburgeraar_id, GebeurtenisSoort.WIJZIGING, tekst)


def _dossier_van(intake_id: int) -> int:
    dossier_id: int = BredeIntake.objects.values_list("inburgeraar", flat=True).get(pk=intake_id)
    return dossier_id
