"""When a client diagnosis may be taken in, and whether it is about this person."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from inburgering.datums import OnzekereDatum
from inburgering.geweigerd import Geweigerd
from inburgering.models import Persoon
from inburgering.policies import check_niet_later, check_reden
from intake.models import Diagnose, DiagnoseStatus

_NAMEN = {"v_nummer": "V-nummer", "bsn": "BSN", "geboortedatum": "geboortedatum"}
_EIGEN_NUMMERS = {"v_nummer", "bsn"}


def check_diagnose(op: date | None, *, vandaag: date, iets: bool) -> None:
    """It has a day that is past, and something in it."""
    if op is None:
        raise Geweigerd(
            "Vul in van welke dag de diagnose is: die staat niet in het bestand.", veld="op"
        )
    check_niet_later(op, vandaag=vandaag, veld="op", wat="De diagnose")
    if not iets:
        raise Geweigerd(
            "Er is niets in deze diagnose herkend. Klopt de gekozen soort?", veld="bestand"
        )


def check_zelfde_persoon(wie: Mapping[str, str], persoon: Persoon, *, gecontroleerd: bool) -> None:
    """The file says whom it is about, and it is this person: nothing differs, something agrees.

    People share a day of birth. Without a number a colleague says to have looked (`gecontroleerd`).
    """
    hier = {
        "v_nummer": persoon.v_nummer or "",
        "bsn": persoon.bsn or "",
        "geboortedatum": str(persoon.geboortedatum),
    }
    vergeleken: set[str] = set()
    for soort, tekst in wie.items():
        if not tekst or not hier[soort]:
            continue
        if _kaal(soort, tekst) != _kaal(soort, hier[soort]):
            raise Geweigerd(
                f"Dit bestand gaat over iemand anders: het {_NAMEN[soort]} is niet hetzelfde."
                if soort != "geboortedatum"
                else "Dit bestand gaat over iemand anders: de geboortedatum is niet hetzelfde.",
                veld="bestand",
            )
        vergeleken.add(soort)
    if not vergeleken:
        raise Geweigerd(
            "Het bestand zegt niet over wie het gaat: er is geen V-nummer, BSN of geboortedatum "
            "om te vergelijken.",
            veld="bestand",
        )
    if not gecontroleerd and not vergeleken & _EIGEN_NUMMERS:
        raise Geweigerd(
            "In het bestand klopt alleen de geboortedatum. Die kan van meer mensen zijn. "
            "Controleer of het bestand over deze persoon gaat en kruis dat aan.",
            veld="gecontroleerd",
        )


def _kaal(soort: str, tekst: str) -> str:
    if soort == "geboortedatum":
        return _datum(tekst)
    return "".join(teken for teken in tekst if teken.isdigit()).zfill(10)


def _datum(tekst: str) -> str:
    """Day, month and year, however they are written; unreadable stays as it is, and so differs."""
    kort = tekst.strip().replace("/", "-").replace(".", "-").replace("T", " ").split(" ")[0]
    delen = kort.split("-")
    if len(delen) == 3 and len(delen[0]) == 4:
        kort = "-".join(reversed(delen))
    try:
        return str(OnzekereDatum.lees(kort))
    except ValueError:
        return kort


def check_over_te_nemen(diagnose: Diagnose, *, gekozen: Collection[int]) -> None:
    check_nog_open(diagnose)
    if not gekozen:
        raise Geweigerd(
            "Kies ten minste één gegeven, of leg vast dat u de diagnose niet gebruikt.",
            veld="gekozen",
        )


def check_nog_open(diagnose: Diagnose) -> None:
    if diagnose.status != DiagnoseStatus.INGELEZEN:
        status = str(diagnose.get_status_display()).lower()
        raise Geweigerd(f"Deze diagnose is al {status}.")


def check_verwerpen(diagnose: Diagnose, *, reden: str) -> None:
    check_nog_open(diagnose)
    check_reden(reden)
