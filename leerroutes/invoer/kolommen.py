"""The columns of an attendance list, and the words schools use in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from inburgering.geweigerd import Geweigerd
from leerroutes.enums import Aanwezigheid
from leerroutes.models.uren import UREN_PER_DAG
from opdrachten import lezers
from opdrachten.soorten import Kolom
from opdrachten.vouwen import vouw_kop
from wet.leerroutes import Urensoort

WIE, NAAM, OP, UREN = "wie", "naam", "op", "uren"
AANWEZIGHEID, SOORT, AANBIEDER, OPMERKING = "aanwezigheid", "soort", "aanbieder", "opmerking"

_DOSSIERNUMMER = re.compile(r"\d{4}-\d{1,8}")
_TIJDSDUUR = re.compile(r"(\d{1,2}):([0-5]\d)(:00)?")
_SOORTEN = (
    (Urensoort.NEDERLANDS, ("nederlands", "taal", "nt2", "taalles", "les", "les in nederlands")),
    (Urensoort.ALFABETISERING, ("alfabetisering", "alfa", "alfabetiseren")),
    (Urensoort.KNM, ("knm", "kennis nederlandse maatschappij", "les in knm")),
    (Urensoort.MAP_LES, ("map", "map les", "les van de map")),
)
_AANWEZIG = ("aanwezig", "ja", "j", "a", "x", "1", "1.0", "p", "present", "v")
_GEOORLOOFD = (
    "afwezig met reden",
    "geoorloofd",
    "geoorloofd afwezig",
    "g",
    "ga",
    "ziek",
    "afgemeld",
    "met reden",
)
_ONGEOORLOOFD = (
    "afwezig zonder reden",
    "ongeoorloofd",
    "ongeoorloofd afwezig",
    "o",
    "oa",
    "nee",
    "n",
    "0",
    "0.0",
    "afwezig",
    "zonder reden",
)


def wie(waarde: str) -> str:
    """A dossier number as it is, or a V-nummer in ten digits."""
    kaal = waarde.strip()
    return kaal if _DOSSIERNUMMER.fullmatch(kaal) else lezers.v_nummer(kaal)


def uren(waarde: str) -> Decimal:
    """`2,5`, `2.5` or `2:30`; whether that many fit in a day is judged with the day."""
    kaal = waarde.strip().replace(",", ".")
    if gevonden := _TIJDSDUUR.fullmatch(kaal):
        minuten = int(gevonden[1]) * 60 + int(gevonden[2])
        return round(Decimal(minuten) / 60, 2)
    try:
        aantal = Decimal(kaal)
    except InvalidOperation:
        aantal = Decimal("NaN")
    if not aantal.is_finite() or abs(aantal) > UREN_PER_DAG * 100:
        raise Geweigerd("Dit is geen aantal uren. Schrijf bijvoorbeeld 2,5.")
    return aantal


def _een_van(woorden: dict[str, Aanwezigheid], uitleg: str) -> Callable[[str], Aanwezigheid]:
    bekend = {vouw_kop(woord): waarde for woord, waarde in woorden.items()}

    def lees(waarde: str) -> Aanwezigheid:
        try:
            return bekend[vouw_kop(waarde)]
        except KeyError:
            raise Geweigerd(uitleg) from None

    return lees


aanwezigheid = _een_van(
    {
        **dict.fromkeys(_AANWEZIG, Aanwezigheid.AANWEZIG),
        **dict.fromkeys(_GEOORLOOFD, Aanwezigheid.GEOORLOOFD),
        **dict.fromkeys(_ONGEOORLOOFD, Aanwezigheid.ONGEOORLOOFD),
    },
    "Schrijf aanwezig, afwezig met reden of afwezig zonder reden (of A, G, O).",
)


def soort(waarde: str) -> Urensoort:
    woord = vouw_kop(waarde)
    for lid, woorden in _SOORTEN:
        if woord in {vouw_kop(ander) for ander in woorden}:
            return lid
    raise Geweigerd("Schrijf Nederlands, alfabetisering, KNM of MAP.")


KOLOMMEN = (
    Kolom(
        naam=WIE,
        label="Dossiernummer of V-nummer",
        lees=wie,
        verplicht=True,
        ook=("dossiernummer", "v-nummer", "vnummer", "vnr", "dossier", "cliëntnummer", "nummer"),
        voorbeeld="2026-0001",
    ),
    Kolom(
        naam=NAAM,
        label="Naam",
        lees=lezers.tekst(200),
        ook=("cursist", "deelnemer", "achternaam"),
        uitleg="Om te controleren of het nummer klopt.",
        voorbeeld="Tesfay",
    ),
    Kolom(
        naam=OP,
        label="Datum",
        lees=lezers.datum,
        verplicht=True,
        ook=("dag", "lesdatum", "datum les"),
        voorbeeld="02-03-2026",
    ),
    Kolom(
        naam=UREN,
        label="Uren",
        lees=uren,
        verplicht=True,
        ook=("aantal uren", "lesuren", "duur"),
        uitleg="Ook bij afwezigheid: hoeveel uren er les was.",
        voorbeeld="2,5",
    ),
    Kolom(
        naam=AANWEZIGHEID,
        label="Aanwezigheid",
        lees=aanwezigheid,
        ook=("aanwezig", "presentie", "status"),
        uitleg="Leeg: aanwezig. Anders A (aanwezig), G (met reden) of O (zonder reden).",
        voorbeeld="aanwezig",
    ),
    Kolom(
        naam=SOORT,
        label="Soort",
        lees=soort,
        ook=("vak", "soort les", "onderdeel"),
        uitleg="Leeg: wat bij de lessen van deze persoon hoort.",
        voorbeeld="Nederlands",
    ),
    Kolom(
        naam=AANBIEDER,
        label="Aanbieder",
        lees=lezers.tekst(120),
        ook=("school", "taalschool", "taalaanbieder"),
        uitleg="Nodig als iemand bij meer scholen les heeft.",
    ),
    Kolom(
        naam=OPMERKING, label="Opmerking", lees=lezers.tekst(200), ook=("toelichting", "notitie")
    ),
)
