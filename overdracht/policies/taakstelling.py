"""Whether what the province or COA says can be recorded, with the reason in Dutch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from inburgering.geweigerd import Geweigerd
from inburgering.policies import check_niet_later
from overdracht.models.taakstelling import Beginstand, Opgave
from wet.taakstelling import Tijdvak

if TYPE_CHECKING:
    from overdracht.services.taakstelling import CoaRegel


def check_tijdvak_vrij(tijdvak: Tijdvak, andere: Iterable[Opgave]) -> None:
    """A period has one opgave; a year has its own, or its halves do."""
    for opgave in andere:
        if opgave.tijdvak == tijdvak:
            raise Geweigerd(f"Er is al een opgave voor {_in_zin(tijdvak)}.", veld="helft")
        if opgave.jaar == tijdvak.jaar and 0 in (opgave.helft, tijdvak.helft):
            raise Geweigerd(
                f"Er is al een opgave voor {_in_zin(opgave.tijdvak)}. Van een jaar legt u het "
                "geheel vast, of de helften.",
                veld="helft",
            )


def check_uiterlijk(uiterlijk_op: date | None, *, tijdvak: Tijdvak) -> None:
    if uiterlijk_op is not None and uiterlijk_op < tijdvak.start_op:
        raise Geweigerd(
            f"Deze dag ligt voor het begin van {_in_zin(tijdvak)}.", veld="uiterlijk_op"
        )


def check_som(landelijk: int | None, gemeente: int | None, nederland: int | None) -> None:
    """All three numbers of the sum, or none; and a municipality is smaller than the country."""
    if landelijk is None and gemeente is None and nederland is None:
        return
    if landelijk is None or gemeente is None or nederland is None:
        raise Geweigerd(
            "Vul het landelijke aantal en beide inwonertallen in, of laat ze alle drie leeg.",
            veld="landelijk",
        )
    if not 0 < nederland >= gemeente:
        raise Geweigerd(
            "Een gemeente heeft nooit meer inwoners dan Nederland.", veld="inwoners_nederland"
        )


def check_beginstand(op: date, *, eerste_correctie: date | None, vandaag: date) -> None:
    """A correction on a day of the beginstand would be swallowed by it."""
    check_niet_later(op, vandaag=vandaag, veld="op", wat="De laatste dag van de beginstand")
    if eerste_correctie is not None and eerste_correctie <= op:
        raise Geweigerd(
            f"Er is al een correctie vanaf {eerste_correctie:%d-%m-%Y}: de beginstand moet eerder "
            "eindigen.",
            veld="op",
        )


def check_correctie(op: date, aantal: int, *, vandaag: date, beginstand: Beginstand | None) -> None:
    check_niet_later(op, vandaag=vandaag, veld="op", wat="De correctie")
    if beginstand is not None and op <= beginstand.op:
        raise Geweigerd(
            f"Deze dag valt in de beginstand (tot en met {beginstand.op:%d-%m-%Y}). Pas dan het "
            "aantal van de beginstand aan.",
            veld="op",
        )
    if aantal == 0:
        raise Geweigerd("Een correctie van nul verandert niets.", veld="aantal")


def check_correctie_van_persoon(aantal: int, *, telt: bool) -> None:
    """A person counts once: who counts can only stop counting, and the other way round."""
    if aantal not in (-1, 1):
        raise Geweigerd("Bij één persoon is de correctie 1 of -1.", veld="aantal")
    if telt and aantal > 0:
        raise Geweigerd("Deze persoon telt op die dag al mee.", veld="v_nummer")
    if not telt and aantal < 0:
        raise Geweigerd("Deze persoon telt op die dag niet mee.", veld="v_nummer")


def check_coa_telling(
    regels: Sequence[CoaRegel], *, vanaf_op: date | None, peil_op: date, vandaag: date
) -> None:
    """The list is of a day that was, names everybody once, and stays within its own days."""
    check_niet_later(peil_op, vandaag=vandaag, veld="peil_op", wat="De peildatum")
    if vanaf_op is not None and vanaf_op > peil_op:
        raise Geweigerd("De lijst begint na de peildatum.", veld="vanaf_op")
    if not regels:
        raise Geweigerd("De lijst is leeg.", veld="regels")
    dubbel = [nummer for nummer, keer in Counter(r.v_nummer for r in regels).items() if keer > 1]
    if dubbel:
        plaatsen = [n for n, regel in enumerate(regels, 1) if regel.v_nummer == dubbel[0]]
        raise Geweigerd(
            f"De regels {' en '.join(map(str, plaatsen))} hebben hetzelfde V-nummer.", veld="regels"
        )
    for nummer, regel in enumerate(regels, 1):
        if regel.gehuisvest_op > peil_op:
            raise Geweigerd(f"Regel {nummer}: de dag ligt na de peildatum.", veld="regels")
        if vanaf_op is not None and regel.gehuisvest_op < vanaf_op:
            raise Geweigerd(
                f"Regel {nummer}: de dag ligt voor het begin van de lijst.", veld="regels"
            )


def _in_zin(tijdvak: Tijdvak) -> str:
    return f"{tijdvak}" if not tijdvak.helft else f"de {tijdvak}"
