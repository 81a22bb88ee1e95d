"""What a test begins with: colleagues, the municipality, and dossiers made by the real services."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from itertools import count
from typing import Any

import factory
from django.contrib.auth.models import Group
from factory.django import DjangoModelFactory

from inburgering.datums import AMSTERDAM, OnzekereDatum, lokale_datum
from inburgering.models import Inburgeraar
from inburgering.services.dossiers import dossier_openen
from inburgering.services.personen import PersoonGegevens, persoon_vastleggen
from inburgering.services.plichten import PlichtGegevens, plicht_vastleggen
from intake.models import BredeIntake, OnderdeelSoort, ToetsUitslag
from intake.services.intake import (
    intake_afronden,
    intake_starten,
    intakegegevens_vastleggen,
    onderdeel_invullen,
)
from intake.services.toets import toets_uitslag_vastleggen
from leerroutes.enums import AanbiederSoort, AanbodStatus, KeurmerkSoort, Lessoort
from leerroutes.models import Aanbieder, Deelname, Inburgeringsaanbod, Keurmerk, Traject
from leerroutes.policies.aanbod import AanbodGegevens
from leerroutes.policies.deelname import DeelnameGegevens
from leerroutes.services.aanbod import aanbod_aanvaarden, aanbod_doen, aanbod_starten
from leerroutes.services.deelname import deelname_starten
from leerroutes.services.traject import traject_starten
from medewerkers.enums import Rol
from medewerkers.models import Gemeente, Medewerker, Partnerorganisatie
from medewerkers.sporen import spoor
from wet.doelgroepen import Doelgroep, GedetailleerdeDoelgroep
from wet.leerroutes import Leerroute

NU = datetime(2026, 3, 2, 9, 30, tzinfo=AMSTERDAM)  # an ordinary Monday
VANDAAG = NU.date()
WACHTWOORD = "correct paard batterij nietje"
GEMEENTECODE = "1969"

_reeks = count(1)


# --- Who works here ----------------------------------------------------------------------------
class RijFactory(DjangoModelFactory):
    """Rows with a history are saved in the name of the system, at `NU`."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Any:
        with spoor(door=Medewerker.objects.systeem(), nu=NU):
            return super()._create(model_class, *args, **kwargs)


class PartnerorganisatieFactory(RijFactory):
    class Meta:
        model = Partnerorganisatie

    naam = factory.Sequence(lambda n: f"Partner {n}")


class GemeenteFactory(RijFactory):
    """The one row: making it twice changes it."""

    class Meta:
        model = Gemeente

    naam = "Westerkwartier"
    code = GEMEENTECODE
    postadres = "Postbus 100"
    postcode = "9350 AC"
    plaats = "Leek"
    telefoon = "14 0594"
    email = "info@westerkwartier.example"
    mandaat = "Namens burgemeester en wethouders van Westerkwartier,"
    bezwaar_organisatie = "College van burgemeester en wethouders van Westerkwartier"


class MedewerkerFactory(RijFactory):
    """`MedewerkerFactory(rol=Rol.OOV)`, or `rollen=[…]`; a partner comes with an organisation."""

    class Meta:
        model = Medewerker

    class Params:
        rol = None

    naam = factory.Sequence(lambda n: f"Collega {n}")
    email = factory.Sequence(lambda n: f"collega{n}@westerkwartier.example")
    password = factory.django.Password(WACHTWOORD)
    rollen = factory.LazyAttribute(lambda vast: [vast.rol] if vast.rol else [])
    partnerorganisatie = factory.Maybe(
        factory.LazyAttribute(lambda vast: Rol.PARTNER in vast.rollen),
        yes_declaration=factory.SubFactory(PartnerorganisatieFactory),
        no_declaration=None,
    )

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Medewerker:
        rollen = kwargs.pop("rollen")
        medewerker: Medewerker = super()._create(model_class, *args, **kwargs)
        medewerker.groups.set(Group.objects.filter(name__in=rollen))
        return medewerker


# --- Who gives lessons ---------------------------------------------------------------------------
class AanbiederFactory(RijFactory):
    """A language school, without a mark; `KeurmerkFactory(aanbieder=…)` gives it one."""

    class Meta:
        model = Aanbieder

    naam = factory.Sequence(lambda n: f"School voor taal {n}")
    soorten = factory.LazyFunction(lambda: [AanbiederSoort.TAAL.value])


class KeurmerkFactory(RijFactory):
    """Blik op Werk since long before `NU`, without an end."""

    class Meta:
        model = Keurmerk

    aanbieder = factory.SubFactory(AanbiederFactory)
    soort = KeurmerkSoort.BLIK_OP_WERK
    start_op = date(2020, 1, 1)


# --- People and dossiers -----------------------------------------------------------------------
def geldig_bsn() -> str:
    """A BSN nobody has in this test: nine digits that pass the 11-proof."""
    while True:
        eerste = f"{10_000_000 + next(_reeks)}"
        controle = sum(int(cijfer) * (9 - plek) for plek, cijfer in enumerate(eerste)) % 11
        if controle < 10:
            return f"{eerste}{controle}"


def geldig_v_nummer() -> str:
    return f"{next(_reeks):010}"


def persoongegevens(**velden: Any) -> PersoonGegevens:
    """Somebody with a name, a birth date, a V-nummer and a BSN of their own, or what you give."""
    nummer = next(_reeks)
    gewoon = {
        "voornamen": "Selam",
        "achternaam": f"Tesfay-{nummer}",
        "geboortedatum": OnzekereDatum(1995, 4, 12),
        "v_nummer": geldig_v_nummer(),
        "bsn": geldig_bsn(),
        "tolktaal": "Tigrinya",
    }
    return PersoonGegevens(**(gewoon | velden))


def een_dossier(
    *,
    door: Medewerker | None = None,
    consulent: Medewerker | None = None,
    nu: datetime = NU,
    gegevens: PersoonGegevens | None = None,
    doelgroep: Doelgroep = Doelgroep.ASIEL,
    wordt_gehuisvest: bool | None = None,
    kennisgeving_op: date | None = None,
    **velden: Any,
) -> Inburgeraar:
    """An open dossier; with `kennisgeving_op` the plicht is recorded too and schakel 1 is closed.

    An asylum migrant is housed by the municipality unless told otherwise. Other keywords go to
    `dossier_openen`.
    """
    door = door or consulent or MedewerkerFactory(rol=Rol.CONSULENT)
    asiel = doelgroep is Doelgroep.ASIEL
    dossier = dossier_openen(
        persoon=persoon_vastleggen(gegevens=gegevens or persoongegevens(), door=door, nu=nu),
        doelgroep=doelgroep,
        wordt_gehuisvest=asiel if wordt_gehuisvest is None else wordt_gehuisvest,
        consulent=consulent,
        door=door,
        nu=nu,
        **velden,
    )
    if kennisgeving_op is not None:
        groep = (
            GedetailleerdeDoelgroep.ASIELSTATUSHOUDER
            if asiel
            else GedetailleerdeDoelgroep.GEZINSHERENIGER
        )
        plicht_vastleggen(
            dossier_id=dossier.pk,
            gegevens=PlichtGegevens(
                start_op=kennisgeving_op,
                kennisgeving_op=kennisgeving_op,
                gedetailleerde_doelgroep=groep,
            ),
            door=door,
            nu=nu,
        )
    return Inburgeraar.objects.select_related("persoon").get(pk=dossier.pk)


# --- Intake --------------------------------------------------------------------------------------
def een_intake(
    dossier: Inburgeraar,
    *,
    door: Medewerker,
    nu: datetime = NU,
    afgerond: bool = False,
    zonder: str = "",
) -> BredeIntake:
    """An intake with everything the law asks for, but for the part named in `zonder`.

    The part is named as `wet.pip` names it. Schakel 3 of the dossier must be open.
    """
    intake = intake_starten(dossier_id=dossier.pk, door=door, nu=nu)
    for onderdeel in intake.onderdelen.exclude(soort=zonder):
        vve = onderdeel.soort == OnderdeelSoort.VVE
        onderdeel_invullen(
            onderdeel_id=onderdeel.pk,
            versie=None,
            tekst="" if vve else "Zo is het verteld.",
            niet_van_toepassing=vve,
            door=door,
            nu=nu,
        )
    intakegegevens_vastleggen(
        intake_id=intake.pk,
        versie=None,
        tolktaal=intake.tolktaal,
        alleen_spreken_op=None if zonder == "alleen_spreken" else lokale_datum(nu),
        verslag="" if zonder == "verslag" else "Verslag van drie gesprekken.",
        door=door,
        nu=nu,
    )
    if zonder != "leerbaarheidstoets":
        toets_uitslag_vastleggen(
            toets_id=dossier.leerbaarheidstoets.pk,
            versie=None,
            uitslag=ToetsUitslag.HAALBAAR,
            uitslag_op=lokale_datum(nu),
            door=door,
            nu=nu,
        )
    if afgerond:
        intake_afronden(intake_id=intake.pk, versie=None, door=door, nu=nu)
    intake.refresh_from_db()
    return intake


# --- Lessons -------------------------------------------------------------------------------------
def een_traject(
    dossier: Inburgeraar,
    *,
    door: Medewerker,
    nu: datetime = NU,
    leerroute: Leerroute = Leerroute.B,
    **afspraken: Any,
) -> Traject:
    """A route as a plan starts it, on the day of `nu`."""
    gewoon: dict[str, Any] = {
        "niveau": "" if leerroute is Leerroute.Z else "B1",
        "leerroute_uren": 600,
        "pvt_uren": 12,
        "map_uren": 40,
        "voortgangsgesprekken": 6,
    }
    return traject_starten(
        dossier_id=dossier.pk, leerroute=leerroute, door=door, nu=nu, **(gewoon | afspraken)
    )


def een_school(**velden: Any) -> Aanbieder:
    """A language school with the mark of Blik op Werk."""
    return KeurmerkFactory(aanbieder=AanbiederFactory(**velden)).aanbieder


def een_aanbod(
    dossier: Inburgeraar,
    *,
    door: Medewerker,
    nu: datetime = NU,
    school: Aanbieder | None = None,
    status: AanbodStatus = AanbodStatus.GEDAAN,
    **velden: Any,
) -> Inburgeringsaanbod:
    """An offer on the day of `nu`, accepted or begun on the same day when asked."""
    gewoon: dict[str, Any] = {
        "lessoort": Lessoort.TAAL,
        "uren_per_week": Decimal(12),
        "gedaan_op": lokale_datum(nu),
    }
    gegevens = AanbodGegevens(aanbieder=school or een_school(), **(gewoon | velden))
    reden = "De termijn van DUO volgt nog."
    aanbod = aanbod_doen(
        dossier_id=dossier.pk, gegevens=gegevens, duo_reden=reden, door=door, nu=nu
    )
    wie: dict[str, Any] = {"op": gegevens.gedaan_op, "door": door, "nu": nu, "versie": None}
    if status != AanbodStatus.GEDAAN:
        aanbod = aanbod_aanvaarden(aanbod_id=aanbod.pk, **wie)
    if status == AanbodStatus.GESTART:
        aanbod_starten(aanbod_id=aanbod.pk, **wie)
    return Inburgeringsaanbod.objects.select_related("aanbieder").get(pk=aanbod.pk)


def een_deelname(
    dossier: Inburgeraar, *, door: Medewerker, nu: datetime = NU, **velden: Any
) -> Deelname:
    """Lessons that began on the day of `nu`: from an offer, or found by who gets none."""
    if dossier.doelgroep == Doelgroep.ASIEL.value:
        aanbod = een_aanbod(dossier, door=door, nu=nu, status=AanbodStatus.GESTART, **velden)
        return Deelname.objects.get(aanbod=aanbod)
    gewoon: dict[str, Any] = {
        "lessoort": Lessoort.TAAL,
        "uren_per_week": Decimal(6),
        "start_op": lokale_datum(nu),
    }
    school = velden.pop("school", None) or een_school()
    gegevens = DeelnameGegevens(aanbieder=school, **(gewoon | velden))
    return deelname_starten(dossier_id=dossier.pk, gegevens=gegevens, door=door, nu=nu)
