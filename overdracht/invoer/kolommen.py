"""The columns of COA's list, and which of them say something of the person or of the household."""

from __future__ import annotations

from typing import Any

from inburgering.enums import Geslacht, Gezinsrol
from inburgering.geweigerd import Geweigerd
from opdrachten import lezers
from opdrachten.soorten import Kolom
from opdrachten.vouwen import vouw_kop
from overdracht.models import GRONDEN, Voorinburgering
from wet.taakstelling import Verblijfsgrond

_GRONDEN = {
    vouw_kop(woord): Verblijfsgrond(waarde)
    for waarde, label in GRONDEN
    for woord in (waarde, label)
}
_ROLLEN = {
    "hoofd": Gezinsrol.REFERENT,
    "gezinshoofd": Gezinsrol.REFERENT,
    "aanvrager": Gezinsrol.REFERENT,
    "echtgenoot": Gezinsrol.PARTNER,
    "echtgenote": Gezinsrol.PARTNER,
    "zoon": Gezinsrol.KIND,
    "dochter": Gezinsrol.KIND,
    "overig": Gezinsrol.ANDERS,
}
_VOORINBURGERING = {
    "ja": Voorinburgering.GEVOLGD,
    "nee": Voorinburgering.NIET,
    "onbekend": Voorinburgering.ONBEKEND,
    "afgerond": Voorinburgering.GEVOLGD,
}


def _grond(waarde: str) -> Verblijfsgrond:
    try:
        return _GRONDEN[vouw_kop(waarde)]
    except KeyError:
        labels = ", ".join(label for _waarde, label in GRONDEN)
        raise Geweigerd(f"Dit is geen bekende keuze. Het kan zijn: {labels}.") from None


def _talen(waarde: str) -> tuple[str, ...]:
    delen = [deel.strip() for deel in waarde.replace(";", ",").replace("/", ",").split(",")]
    return tuple(deel for deel in delen if deel)


def _tekst(naam: str, label: str, hoogstens: int, *ook: str, **rest: Any) -> Kolom:
    return Kolom(naam=naam, label=label, lees=lezers.tekst(hoogstens), ook=ook, **rest)


VAN_PERSOON = (
    _tekst("voornamen", "Voornamen", 120, "voornaam", "roepnaam", "given names", voorbeeld="Selam"),
    _tekst("voorvoegsel", "Voorvoegsel", 20, "tussenvoegsel", "tussen"),
    _tekst(
        "achternaam", "Achternaam", 120, "naam", "geslachtsnaam", "familienaam", voorbeeld="Tesfay"
    ),
    Kolom(
        naam="geboortedatum",
        label="Geboortedatum",
        lees=lezers.onzekere_datum,
        verplicht=True,
        ook=("geboren", "geb datum", "geboorte datum"),
        uitleg="dd-mm-jjjj, met 00 voor wat niet bekend is.",
        voorbeeld="00-00-1990",
    ),
    Kolom(
        naam="geslacht",
        label="Geslacht",
        lees=lezers.keuze(
            Geslacht,
            man=Geslacht.MAN,
            vrouw=Geslacht.VROUW,
            f=Geslacht.VROUW,
            onbekend=Geslacht.ANDERS,
        ),
        ook=("m/v",),
        uitleg="m, v of x.",
        voorbeeld="v",
    ),
    _tekst("nationaliteit", "Nationaliteit", 60, "land"),
    Kolom(
        naam="talen", label="Talen", lees=_talen, ook=("taal", "moedertaal"), uitleg="Met komma’s."
    ),
    _tekst("tolktaal", "Tolk nodig in", 40, "tolk", "tolktaal"),
    Kolom(
        naam="v_nummer",
        label="V-nummer",
        lees=lezers.v_nummer,
        ook=("vreemdelingnummer", "vnr"),
        voorbeeld="0123456789",
    ),
    Kolom(naam="bsn", label="BSN", lees=lezers.bsn, ook=("burgerservicenummer", "sofinummer")),
)
VAN_LID = (
    Kolom(
        naam="rol",
        label="Rol in het gezin",
        lees=lezers.keuze(Gezinsrol, **_ROLLEN),
        ook=("rol", "relatie", "gezinsrelatie"),
        uitleg="Hoofdpersoon, partner, kind of ander gezinslid.",
        voorbeeld="Hoofdpersoon",
    ),
    Kolom(
        naam="dossier",
        label="Inburgeringsplichtig",
        lees=lezers.ja_nee,
        ook=("krijgt dossier", "plichtig"),
        uitleg="Leeg: ja voor wie achttien is.",
    ),
    Kolom(
        naam="grond",
        label="Telt voor de taakstelling als",
        lees=_grond,
        ook=("telt als",),
        uitleg="Leeg: volgt uit de rol.",
    ),
    Kolom(
        naam="voorinburgering",
        label="Voorinburgering",
        lees=lezers.keuze(Voorinburgering, **_VOORINBURGERING),
    ),
    _tekst("voorinburgering_resultaat", "Resultaat voorinburgering", 160, "niveau voorinburgering"),
)
VAN_GEZIN = (
    _tekst(
        "azc",
        "AZC",
        80,
        "locatie",
        "opvang",
        "opvanglocatie",
        verplicht=True,
        voorbeeld="AZC Ter Apel",
    ),
    _tekst("azc_plaats", "Plaats van het AZC", 80, "plaats azc", "plaats"),
    Kolom(
        naam="koppeling_op",
        label="Gekoppeld op",
        lees=lezers.datum,
        verplicht=True,
        ook=("koppeldatum", "datum koppeling", "koppeling"),
        voorbeeld="15-01-2026",
    ),
    Kolom(
        naam="verwacht_op",
        label="Verwachte verhuizing",
        lees=lezers.datum,
        ook=("verwacht op", "verwachte datum"),
    ),
    Kolom(
        naam="vergunning_vanaf",
        label="Verblijfsvergunning vanaf",
        lees=lezers.datum,
        ook=("vergunning vanaf", "ingangsdatum vergunning"),
    ),
    _tekst("contact_coa", "Contactpersoon COA", 120, "contactpersoon", "casemanager"),
    _tekst("regioadvies", "Regioadvies", 2000),
    _tekst("familie", "Familie in de eerste graad", 160),
    Kolom(naam="medisch", label="Medische behandeling in de regio", lees=lezers.ja_nee),
    _tekst("arbeidscontract", "Kans op een arbeidscontract", 160, "arbeidscontract"),
    _tekst("arbeidsmarkt", "Geschikte arbeidsmarkt", 160, "arbeidsmarkt"),
    _tekst("wens", "Wens van het gezin", 160, "wens"),
    Kolom(
        naam="kamers",
        label="Slaapkamers nodig",
        lees=lezers.geheel_getal(1, 12),
        ook=("kamers", "slaapkamers"),
    ),
    Kolom(
        naam="begane_grond", label="Begane grond nodig", lees=lezers.ja_nee, ook=("begane grond",)
    ),
    Kolom(naam="rolstoel", label="Rolstoelgeschikt nodig", lees=lezers.ja_nee, ook=("rolstoel",)),
    _tekst("school", "School nodig", 160, "school"),
)
KOLOMMEN = (
    _tekst(
        "gezin",
        "Gezin",
        40,
        "gezinsnummer",
        "gezin nr",
        "huishouden",
        "zaaknummer",
        uitleg="Een nummer of woord dat bij iedereen in het gezin hetzelfde is.",
        voorbeeld="1",
    ),
    *VAN_LID[:1],
    *VAN_PERSOON,
    *VAN_LID[1:],
    *VAN_GEZIN,
    _tekst(
        "gemeente",
        "Gekoppelde gemeente",
        80,
        "gemeente",
        uitleg="Staat hier een andere gemeente, dan wordt de regel niet ingevoerd.",
    ),
)
NAMEN_PERSOON = tuple(kolom.naam for kolom in VAN_PERSOON)
NAMEN_GEZIN = tuple(kolom.naam for kolom in VAN_GEZIN)
LABELS = {kolom.naam: kolom.label for kolom in KOLOMMEN}
