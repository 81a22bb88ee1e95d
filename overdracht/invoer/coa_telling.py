"""COA's own list of who was housed here, to compare ours with: a whole list is one count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from inburgering.geweigerd import Geweigerd
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht
from opdrachten import lezers
from opdrachten.soorten import Bevinding, Eenheid, Importsoort, Kolom, Oordeel, Rij, Spoor
from overdracht.policies.taakstelling import check_coa_telling
from overdracht.services.taakstelling import CoaRegel, coa_telling_vastleggen

_PEIL, _VANAF, _NUMMER, _OP = "peil_op", "vanaf_op", "v_nummer", "gehuisvest_op"
KOLOMMEN = (
    Kolom(
        naam=_PEIL,
        label="Telling tot en met",
        lees=lezers.datum,
        verplicht=True,
        ook=("peildatum", "stand op", "telling op"),
        uitleg="Op elke regel dezelfde dag: tot wanneer het COA telde.",
        voorbeeld="30-06-2026",
    ),
    Kolom(
        naam=_VANAF,
        label="Telling vanaf",
        lees=lezers.datum,
        ook=("vanaf",),
        uitleg="Als de lijst niet verder terug gaat dan deze dag.",
    ),
    Kolom(
        naam=_NUMMER,
        label="V-nummer",
        lees=lezers.v_nummer,
        verplicht=True,
        ook=("vreemdelingnummer", "vnr"),
        voorbeeld="0123456789",
    ),
    Kolom(naam="naam", label="Naam", lees=lezers.tekst(200), ook=("achternaam", "persoon")),
    Kolom(
        naam=_OP,
        label="Gehuisvest op",
        lees=lezers.datum,
        verplicht=True,
        ook=("datum uitplaatsing", "uitplaatsing", "datum huisvesting", "gehuisvest"),
        voorbeeld="15-03-2026",
    ),
)


def beoordeel(
    eenheden: Sequence[Eenheid], op: date, _door: Medewerker
) -> Mapping[str, Sequence[Bevinding]]:
    return {
        eenheid.sleutel: list(_per_rij(eenheid)) or list(_als_geheel(eenheid, op))
        for eenheid in eenheden
    }


def _per_rij(eenheid: Eenheid) -> Iterator[Bevinding]:
    gezien: dict[str, int] = {}
    for rij in eenheid.rijen:
        eerder = gezien.setdefault(rij.waarden[_NUMMER], rij.nummer)
        if eerder != rij.nummer:
            yield _fout(f"Dit V-nummer staat ook op regel {eerder}.", _NUMMER, rij)
        if rij.waarden[_OP] > rij.waarden[_PEIL]:
            yield _fout("Deze dag ligt na de dag tot en met welke is geteld.", _OP, rij)
        if rij.waarden[_OP] < rij.waarden.get(_VANAF, date.min):
            yield _fout("Deze dag ligt voor het begin van de telling.", _OP, rij)


def _als_geheel(eenheid: Eenheid, op: date) -> Iterator[Bevinding]:
    eerste = eenheid.rijen[0]
    try:
        check_coa_telling(
            _regels(eenheid),
            vanaf_op=eerste.waarden.get(_VANAF),
            peil_op=eerste.waarden[_PEIL],
            vandaag=op,
        )
    except Geweigerd as fout:
        yield _fout(fout.reden, fout.veld if fout.veld in (_VANAF, _PEIL) else "", eerste)


def _fout(reden: str, kolom: str | None, rij: Rij) -> Bevinding:
    return Bevinding(oordeel=Oordeel.FOUT, reden=reden, kolom=kolom or "", rij=rij.nummer)


def _regels(eenheid: Eenheid) -> list[CoaRegel]:
    return [
        CoaRegel(
            v_nummer=rij.waarden[_NUMMER],
            naam=rij.waarden.get("naam", ""),
            gehuisvest_op=rij.waarden[_OP],
        )
        for rij in eenheid.rijen
    ]


def voer_in(*, eenheid: Eenheid, keuze: str, door: Medewerker, nu: datetime) -> list[Spoor]:
    eerste = eenheid.rijen[0].waarden
    telling = coa_telling_vastleggen(
        op=eerste[_PEIL], vanaf_op=eerste.get(_VANAF), regels=_regels(eenheid), door=door, nu=nu
    )
    return [Spoor("overdracht.CoaTelling", telling.pk, None)]


COA_TELLING = Importsoort(
    naam="coa-telling",
    titel="Telling van het COA",
    uitleg=(
        "Wie er volgens het COA in de gemeente is gehuisvest. Bij Taakstelling ziet u daarna per "
        "persoon waar de tellingen verschillen."
    ),
    recht=Recht.TAAKSTELLING_BEHEREN,
    kolommen=KOLOMMEN,
    beoordeel=beoordeel,
    voer_in=voer_in,
    na_afloop="taakstelling-coa",
    toon=(_NUMMER, "naam"),
    groep=_PEIL,
    eenheid=("telling", "tellingen"),
)
