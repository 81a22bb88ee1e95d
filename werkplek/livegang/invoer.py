"""A row of the file as one person, and the household it belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from inburgering.datums import OnzekereDatum
from inburgering.enums import Geslacht, Gezinsrol, Regime, VerblijfsrechtSoort
from inburgering.services.overnemen import ASIELVERGUNNINGEN
from opdrachten.soorten import Eenheid
from wet.doelgroepen import GedetailleerdeDoelgroep
from wet.leerroutes import Leerroute, Niveau
from wet.normen import norm

ADRES = ("straat", "huisnummer", "postcode", "plaats", "woont_hier_sinds", "geheim_adres")
ZAAK = (
    "begin_plicht",
    "kennisgeving_op",
    "intake_op",
    "uren_taal",
    "uren_participatie",
    "ontzorgen_op",
    "ontzorgen_tot",
    "besluit_op",
    "machtiging_op",
)
"""Columns that say something of a case, so never of somebody without a dossier."""

OOK_VAN_HET_GEZIN = (
    "stelsel",
    "doelgroep",
    "consulent",
    "partner",
    "bijstand_op",
    "bijstand_tot",
    "begeleiding",
)
"""Columns that lists fill in for the whole household; only a dossier has a place for them."""

PIP = (
    "pip_op",
    "eerste_pip_op",
    "pip_bekend_op",
    "leerroute",
    "niveau",
    "uren_leerroute",
    "laatste_dag",
    "verlengd_op",
    "verlenging_grond",
)


@dataclass(frozen=True, kw_only=True)
class Invoer:
    """What the file says of one person; the fields are the columns. Empty is not known."""

    nummer: int
    geboortedatum: OnzekereDatum
    gezin: str = ""
    rol: Gezinsrol | None = None
    voornamen: str = ""
    voorvoegsel: str = ""
    achternaam: str = ""
    geslacht: Geslacht = Geslacht.ANDERS
    nationaliteit: str = ""
    taal: str = ""
    tolktaal: str = ""
    telefoon: str = ""
    email: str = ""
    v_nummer: str = ""
    bsn: str = ""
    straat: str = ""
    huisnummer: str = ""
    postcode: str = ""
    plaats: str = ""
    woont_hier_sinds: date | None = None
    brp_op: date | None = None
    geheim_adres: bool = False
    vergunning: VerblijfsrechtSoort | None = None
    vergunning_vanaf: date | None = None
    dossier: bool | None = None
    stelsel: Regime | None = None
    doelgroep: GedetailleerdeDoelgroep | None = None
    begin_plicht: date | None = None
    kennisgeving_op: date | None = None
    consulent: str = ""
    partner: str = ""
    intake_op: date | None = None
    pip_op: date | None = None
    eerste_pip_op: date | None = None
    pip_bekend_op: date | None = None
    leerroute: Leerroute | None = None
    niveau: Niveau | None = None
    uren_leerroute: int | None = None
    laatste_dag: date | None = None
    verlengd_op: date | None = None
    verlenging_grond: str = ""
    uren_taal: int | None = None
    uren_participatie: int | None = None
    begeleiding: str = ""
    bijstand_op: date | None = None
    bijstand_tot: date | None = None
    ontzorgen_op: date | None = None
    ontzorgen_tot: date | None = None
    besluit_op: date | None = None
    machtiging_op: date | None = None

    @property
    def heeft_dossier(self) -> bool:
        """When the file does not say: everybody but a child."""
        return self.rol != Gezinsrol.KIND if self.dossier is None else self.dossier

    @property
    def wi2021(self) -> bool:
        return self.heeft_dossier and self.stelsel == Regime.WI2021

    @property
    def asielvergunning(self) -> bool:
        return self.vergunning in ASIELVERGUNNINGEN

    @property
    def eerste_pip(self) -> date | None:
        """The plan on which the three years hang."""
        return self.eerste_pip_op or self.pip_op

    def gevuld(self, velden: Sequence[str]) -> list[str]:
        return [veld for veld in velden if getattr(self, veld) not in (None, "")]

    def volwassen(self, op: date) -> bool:
        return self.geboortedatum.leeftijd_op(op) >= norm("meerderjarig_jaren", op).aantal


def huishouden(eenheid: Eenheid) -> list[Invoer]:
    """Everybody in one household. Who is alone is the main person; who has no dossier and no
    address lives where the main person lives.
    """
    leden = [_lees(rij.nummer, rij.waarden) for rij in eenheid.rijen]
    if len(leden) == 1 and leden[0].rol is None:
        leden = [replace(leden[0], rol=Gezinsrol.REFERENT)]
    hoofd = next((lid for lid in leden if lid.rol == Gezinsrol.REFERENT), None)
    return [_woont_bij(lid, hoofd) for lid in leden]


def _lees(nummer: int, waarden: Mapping[str, object]) -> Invoer:
    gelezen: dict[str, object] = dict(waarden)
    return Invoer(nummer=nummer, **gelezen)  # type: ignore[arg-type]  # typed by the columns


def _woont_bij(lid: Invoer, hoofd: Invoer | None) -> Invoer:
    if hoofd is None or lid.heeft_dossier or lid.gevuld(ADRES[:5]):
        return lid
    adres = {veld: getattr(hoofd, veld) for veld in ADRES}
    geboren = lid.geboortedatum.vroegst
    sinds = hoofd.woont_hier_sinds
    adres["woont_hier_sinds"] = max(sinds, geboren) if sinds else None
    if lid.brp_op is None and hoofd.brp_op is not None and geboren <= hoofd.brp_op:
        adres["brp_op"] = hoofd.brp_op
    return replace(lid, **adres)
