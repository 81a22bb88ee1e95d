"""From the text of a cell to a value, for what only this file holds."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from inburgering.enums import Geslacht, Gezinsrol, Regime, VerblijfsrechtSoort
from inburgering.geweigerd import Geweigerd
from opdrachten.lezers import geheel_getal, keuze
from opdrachten.vouwen import vouw_kop
from wet.doelgroepen import GedetailleerdeDoelgroep
from wet.leerroutes import Leerroute, Niveau

_S = TypeVar("_S", bound=StrEnum)


def _woord(keuzes: type[_S], **ook: _S) -> Callable[[str], _S]:
    """One of the law's own words, by its value or by a word people use for it."""
    bekend = {vouw_kop(lid.value): lid for lid in keuzes}
    bekend |= {vouw_kop(getattr(lid, "label", lid.value)): lid for lid in keuzes}
    bekend |= {vouw_kop(woord): lid for woord, lid in ook.items()}
    waarden = ", ".join(lid.value for lid in keuzes)

    def lees(waarde: str) -> _S:
        gevonden = bekend.get(vouw_kop(waarde))
        if gevonden is None:
            raise Geweigerd(f"Dit is geen bekende keuze. Het kan zijn: {waarden}.")
        return gevonden

    return lees


def email(waarde: str) -> str:
    adres = waarde.strip()
    try:
        validate_email(adres)
    except ValidationError as fout:
        raise Geweigerd("Dit is geen e-mailadres.") from fout
    return adres


rol = keuze(
    Gezinsrol,
    hoofd=Gezinsrol.REFERENT,
    echtgenoot=Gezinsrol.PARTNER,
    echtgenote=Gezinsrol.PARTNER,
    zoon=Gezinsrol.KIND,
    dochter=Gezinsrol.KIND,
)
geslacht = keuze(
    Geslacht,
    man=Geslacht.MAN,
    vrouw=Geslacht.VROUW,
    onbekend=Geslacht.ANDERS,
    anders=Geslacht.ANDERS,
)
stelsel = keuze(
    Regime,
    wet2021=Regime.WI2021,
    wet2013=Regime.WI2013,
    ondertussengroep=Regime.WI2013,
    **{"2021": Regime.WI2021, "2013": Regime.WI2013},
)
vergunning = keuze(
    VerblijfsrechtSoort,
    asiel=VerblijfsrechtSoort.ASIEL_BEPAALD,
    asielbepaaldetijd=VerblijfsrechtSoort.ASIEL_BEPAALD,
    asielonbepaaldetijd=VerblijfsrechtSoort.ASIEL_ONBEPAALD,
    gezin=VerblijfsrechtSoort.REGULIER_GEZIN,
    regulier=VerblijfsrechtSoort.REGULIER_OVERIG,
)
doelgroep = _woord(
    GedetailleerdeDoelgroep,
    asiel=GedetailleerdeDoelgroep.ASIELSTATUSHOUDER,
    statushouder=GedetailleerdeDoelgroep.ASIELSTATUSHOUDER,
)
leerroute = _woord(
    Leerroute,
    b1=Leerroute.B,
    onderwijs=Leerroute.O,
    zroute=Leerroute.Z,
    zelfredzaamheidsroute=Leerroute.Z,
)
uren = geheel_getal(minstens=0, hoogstens=9999)
niveau = _woord(Niveau)
