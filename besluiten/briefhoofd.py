"""What stands at the head and the foot of every letter: who writes, to whom, about whom.

A value that can be compared: a letter rendered before the lock is put together again inside the
act, and counts only when it still says the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from besluiten.beeld import als_url
from besluiten.models import Logo
from inburgering.enums import VerblijfSoort
from inburgering.models import Inburgeraar, Verblijf
from medewerkers.models import Gemeente, Medewerker

OPVANG = "p/a opvang COA"
GEHEIM = (
    " Het adres is geheim en staat niet in de brief. Reik de brief uit, of zet het adres alleen op "
    "de envelop."
)


@dataclass(frozen=True, kw_only=True)
class Afzender:
    """The municipality as its letters name it. `logo` is the picture itself, as an address."""

    naam: str
    postadres: str
    postcode: str
    plaats: str
    telefoon: str
    email: str
    team: str
    mandaat: str
    bezwaar_organisatie: str
    logo: str = ""
    logo_omschrijving: str = ""


@dataclass(frozen=True, kw_only=True)
class Geadresseerde:
    """Somebody else than the inburgeraar to whom a letter of the dossier goes."""

    naam: str
    adresregels: tuple[str, ...]
    aanhef: str


@dataclass(frozen=True, kw_only=True)
class Briefhoofd:
    """`adresregels` is empty when no address is known, or when it is secret (`adres_geheim`).

    To another `geadresseerde` the head says nothing of the inburgeraar.
    """

    kenmerk: str
    dagtekening: date
    gemeente: Afzender
    geadresseerde: str
    aanhef: str
    adresregels: tuple[str, ...]
    adres_geheim: bool
    geboortedatum: str
    v_nummer: str
    consulent: str
    consulent_telefoon: str
    consulent_email: str
    ondertekenaar: str
    functie: str


def stel_hoofd_op(
    dossier: Inburgeraar, *, kenmerk: str, dagtekening: date, door: Medewerker
) -> Briefhoofd:
    """The head as it is on this dagtekening. `door` signs: who makes the letter."""
    persoon, consulent = dossier.persoon, dossier.consulent
    verblijf = _verblijf(dossier, dagtekening)
    return Briefhoofd(
        kenmerk=kenmerk,
        dagtekening=dagtekening,
        gemeente=_afzender(),
        geadresseerde=persoon.volledige_naam,
        aanhef=persoon.aanspreking or persoon.volledige_naam,
        adresregels=_adresregels(verblijf),
        adres_geheim=bool(verblijf and verblijf.geheim),
        geboortedatum=str(persoon.geboortedatum),
        v_nummer=persoon.v_nummer or "",
        consulent=consulent.naam if consulent else "",
        consulent_telefoon=consulent.telefoon if consulent else "",
        consulent_email=consulent.email if consulent else "",
        ondertekenaar=door.naam,
        functie=door.functie,
    )


def hoofd_aan(aan: Geadresseerde, hoofd: Briefhoofd) -> Briefhoofd:
    """The same letter head to another: without whom it is about, which team writes and who guides.

    Who is written to need not know why the municipality writes about this person; the address of
    a team may say it too.
    """
    return replace(
        hoofd,
        gemeente=replace(hoofd.gemeente, team="", email=""),
        geadresseerde=aan.naam,
        aanhef=aan.aanhef,
        adresregels=aan.adresregels,
        adres_geheim=False,
        geboortedatum="",
        v_nummer="",
        consulent="",
        consulent_telefoon="",
        consulent_email="",
    )


def adres_in_brieven(dossier: Inburgeraar, *, op: date) -> tuple[str, ...]:
    """Where the person lives, as a letter may say it: nothing of a secret address."""
    return _adresregels(_verblijf(dossier, op))


def voorbeeldhoofd(*, kenmerk: str, dagtekening: date, door: Medewerker) -> Briefhoofd:
    """A head to nobody, for who looks how a letter comes out."""
    return Briefhoofd(
        kenmerk=kenmerk,
        dagtekening=dagtekening,
        gemeente=_afzender(),
        geadresseerde="Voorbeeld",
        aanhef="Voorbeeld",
        adresregels=("Voorbeeldstraat 1", "1234 AB Voorbeeld"),
        adres_geheim=False,
        geboortedatum="01-01-1990",
        v_nummer="0000000000",
        consulent=door.naam,
        consulent_telefoon=door.telefoon,
        consulent_email=door.email,
        ondertekenaar=door.naam,
        functie=door.functie,
    )


def uitleg_geheim_adres(dossier: Inburgeraar, *, op: date) -> str:
    """What to say, after the rest, to who sends a letter of that day; "" when it has an address."""
    verblijf = _verblijf(dossier, op)
    return GEHEIM if verblijf and verblijf.geheim else ""


def _verblijf(dossier: Inburgeraar, op: date) -> Verblijf | None:
    """Where the person lives on that day; an address of COA counts until there is a home."""
    verblijven = Verblijf.objects.filter(persoon=dossier.persoon_id, start_op__lte=op)
    laatste = verblijven.order_by("-start_op").first()
    if laatste is None or laatste.eind_op is None or laatste.eind_op >= op:
        return laatste
    return laatste if laatste.soort == VerblijfSoort.AZC else None


def _adresregels(verblijf: Verblijf | None) -> tuple[str, ...]:
    """A letter is kept, copied and sent on: a secret address is never in it."""
    if verblijf is None or verblijf.geheim:
        return ()
    regels = (
        f"{verblijf.straat} {verblijf.huisnummer}".strip(),
        f"{verblijf.postcode} {verblijf.plaats}".strip(),
    )
    opvang = (OPVANG,) if verblijf.soort == VerblijfSoort.AZC else ()
    return (*opvang, *(regel for regel in regels if regel))


def _afzender() -> Afzender:
    gemeente, logo = Gemeente.objects.get(), Logo.objects.first()
    return Afzender(
        naam=gemeente.naam,
        postadres=gemeente.postadres,
        postcode=gemeente.postcode,
        plaats=gemeente.plaats,
        telefoon=gemeente.telefoon,
        email=gemeente.email,
        team=gemeente.team,
        mandaat=gemeente.mandaat,
        bezwaar_organisatie=gemeente.bezwaar_organisatie,
        logo=als_url(bytes(logo.inhoud)) if logo else "",
        logo_omschrijving=logo.omschrijving if logo else "",
    )
