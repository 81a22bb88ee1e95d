"""The participatieverklaringstraject: meetings, who came, and the signature (Wi 6, B26 3.1)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from inburgering.datums import lokale_datum
from inburgering.enums import Regime
from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt, check_niet_later, check_reden
from leerroutes.enums import BijeenkomstSoort, BijeenkomstStatus, PvtDeelnameStatus
from leerroutes.models import Participatieverklaring, PvtBijeenkomst, PvtDeelname
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht
from wet.normen import norm

HOOGSTENS_UREN = 12  # of one meeting, as the database promises
JAREN_VOORUIT = 1


@dataclass(frozen=True, kw_only=True)
class Pvtstand:
    """What somebody did of the PVT up to and including a day, and what it must be measured by.

    `nodig` is in whole hours: the law's, or more when the plan promised more. `traject_op` is the
    first day of the first traject, `termijn_op` the first day of the inburgeringstermijn; None: not
    there (yet).
    """

    uren: Decimal
    nodig: int
    activiteit: bool
    traject_op: date | None
    termijn_op: date | None

    @property
    def mist(self) -> list[str]:
        """What must still be done before signing, in words; empty when it may be signed."""
        delen = []
        if self.uren < self.nodig:
            delen.append(f"nog {in_uren(self.nodig - self.uren)} uur")
        if not self.activiteit:
            delen.append("een activiteit of excursie")
        return delen


def in_uren(uren: Decimal | int) -> str:
    """`12`, `2,5`: as people write hours."""
    return f"{Decimal(uren).normalize():f}".replace(".", ",")


# --- Meetings ------------------------------------------------------------------------------------
def check_bijeenkomst(*, begint_at: datetime, uren: Decimal, vandaag: date) -> None:
    """Not before the law, and not so far ahead that the year must be a slip of the pen."""
    dag = lokale_datum(begint_at)
    norm("pvt_uren", dag)  # there is none before the law
    if dag.year > vandaag.year + JAREN_VOORUIT:
        raise Geweigerd("Deze datum ligt te ver vooruit: controleer het jaar.", veld="datum")
    if not 0 < uren <= HOOGSTENS_UREN:
        raise Geweigerd(f"Vul meer dan 0 en hoogstens {HOOGSTENS_UREN} uur in.", veld="uren")


def check_nieuwe_bijeenkomst(*, staat_er_al: bool) -> None:
    """Sent twice is made once."""
    if staat_er_al:
        raise Geweigerd("Dit staat er al: dezelfde soort, tijd en plaats.")


def check_van_ons(bijeenkomst: PvtBijeenkomst, *, door: Medewerker) -> None:
    """A partner changes its own meetings; the municipality changes all."""
    eigen = door.partnerorganisatie_id
    if not door.heeft(Recht.LEERROUTE_DOEN) and (eigen is None or bijeenkomst.partner_id != eigen):
        raise Geweigerd("Deze bijeenkomst is van een andere organisatie.")


def check_gepland(bijeenkomst: PvtBijeenkomst) -> None:
    if bijeenkomst.status != BijeenkomstStatus.GEPLAND:
        status = str(bijeenkomst.get_status_display()).lower()
        raise Geweigerd(f"Deze bijeenkomst is {status}.")


def check_bijeenkomst_wijzigen(
    bijeenkomst: PvtBijeenkomst, *, getekend: bool, door: Medewerker
) -> None:
    """Also one that was held and recorded wrong, while nobody signed there (`getekend`)."""
    check_van_ons(bijeenkomst, door=door)
    if bijeenkomst.status == BijeenkomstStatus.AFGEZEGD:
        raise Geweigerd("Deze bijeenkomst is afgezegd.")
    if getekend:
        raise Geweigerd("Hier is getekend. Trek eerst de ondertekening in.")


def check_gehouden_wijzigen(*, begint_at: datetime, reden: str, nu: datetime) -> None:
    """Of a meeting of which is known who came: it was, and its hours change with it."""
    if begint_at > nu:
        raise Geweigerd(
            "Er is al vastgelegd wie er was: kies een dag die is geweest.", veld="datum"
        )
    check_reden(reden)


def check_plaatsen(plaatsen: int, *, bezet: int) -> None:
    if plaatsen < bezet:
        raise Geweigerd(
            f"Er zijn al {bezet} mensen uitgenodigd. Meld eerst iemand af.", veld="plaatsen"
        )


def check_afzeggen(
    bijeenkomst: PvtBijeenkomst, *, gekomen: bool, door: Medewerker, reden: str
) -> None:
    """`gekomen`: of somebody it is recorded already that this person was there."""
    check_van_ons(bijeenkomst, door=door)
    check_gepland(bijeenkomst)
    if gekomen:
        raise Geweigerd("Er is al vastgelegd wie er was: deze bijeenkomst is doorgegaan.")
    check_reden(reden)


# --- Who are invited -----------------------------------------------------------------------------
def check_uitnodigen(
    bijeenkomst: PvtBijeenkomst,
    *,
    erbij: int,
    bezet: int,
    door: Medewerker,
    veld: str = "mensen",
) -> None:
    """Also for a meeting that was: who came along without being invited is added then."""
    check_van_ons(bijeenkomst, door=door)
    if bijeenkomst.status == BijeenkomstStatus.AFGEZEGD:
        raise Geweigerd("Deze bijeenkomst is afgezegd.")
    if erbij < 1:
        raise Geweigerd("Kies ten minste een persoon.", veld=veld)
    vrij = bijeenkomst.plaatsen - bezet
    if erbij > vrij:
        hoeveel = {1: "is nog 1 plaats"}.get(vrij, f"zijn nog {vrij} plaatsen")
        raise Geweigerd(f"Er {hoeveel} vrij.", veld=veld)


def check_kan_meedoen(dossier: Inburgeraar, *, getekend: bool, al_op_lijst: bool) -> None:
    naam = dossier.persoon.naam
    try:
        check_loopt(dossier)
    except Geweigerd as fout:
        raise Geweigerd(f"{naam}: {fout.reden}", veld="mensen") from fout
    if dossier.regime != Regime.WI2021:
        raise Geweigerd(f"{naam} valt onder de Wet inburgering 2013.", veld="mensen")
    if getekend:
        raise Geweigerd(f"{naam} heeft de participatieverklaring al getekend.", veld="mensen")
    if al_op_lijst:
        raise Geweigerd(f"{naam} staat al op de lijst.", veld="mensen")


def check_uitnodiging(bijeenkomst: PvtBijeenkomst, *, aantal: int, nu: datetime) -> None:
    """A letter for what is still to come."""
    check_gepland(bijeenkomst)
    if bijeenkomst.begint_at <= nu:
        raise Geweigerd("Deze bijeenkomst is al geweest.")
    if aantal < 1:
        raise Geweigerd("Iedereen die is uitgenodigd, heeft al een brief.")


# --- Who came ------------------------------------------------------------------------------------
def check_presentie(
    bijeenkomst: PvtBijeenkomst,
    *,
    statussen: Collection[PvtDeelnameStatus],
    door: Medewerker,
    nu: datetime,
) -> None:
    """Before it begins people can only call off; who came is known afterwards."""
    check_van_ons(bijeenkomst, door=door)
    if bijeenkomst.status == BijeenkomstStatus.AFGEZEGD:
        raise Geweigerd("Deze bijeenkomst is afgezegd.")
    gekomen = {PvtDeelnameStatus.AANWEZIG, PvtDeelnameStatus.AFWEZIG}
    if bijeenkomst.begint_at > nu and gekomen & set(statussen):
        raise Geweigerd("Deze bijeenkomst moet nog komen: wie er was, legt u daarna vast.")


def check_uren_aanwezig(uren: Decimal | None, *, duur: Decimal, veld: str) -> None:
    if uren is None or not 0 < uren <= duur:
        raise Geweigerd(f"Vul meer dan 0 en hoogstens {in_uren(duur)} uur in.", veld=veld)


def check_nog_genoeg(stand: Pvtstand, *, naam: str, veld: str | None = None) -> None:
    """What somebody signed on stays true: the hours and the activity before the signature."""
    if stand.mist:
        raise Geweigerd(
            f"{naam} heeft al getekend en zou dan te weinig hebben gedaan "
            f"({' en '.join(stand.mist)}). Trek eerst de ondertekening in.",
            veld=veld,
        )


# --- The signature -------------------------------------------------------------------------------
def check_soort_ondertekening(bijeenkomst: PvtBijeenkomst, *, veld: str) -> None:
    """Only there and then: by being present at the signing and signing there (B26 3.1.1)."""
    if bijeenkomst.soort != BijeenkomstSoort.ONDERTEKENING:
        raise Geweigerd("Tekenen kan alleen op een ondertekeningsbijeenkomst.", veld=veld)


def check_mag_tekenen(stand: Pvtstand, *, op: date, veld: str) -> None:
    """The sessions may come before the plan, the signature may not (Wi 6, B26 3.1)."""
    if stand.traject_op is None or op < stand.traject_op:
        raise Geweigerd("Tekenen kan pas als het PIP er is.", veld=veld)
    check_termijn(stand, op=op, veld=veld)


def check_termijn(stand: Pvtstand, *, op: date, veld: str) -> None:
    if stand.termijn_op is None:
        raise Geweigerd("De inburgeringstermijn is nog niet begonnen.", veld=veld)
    if op < stand.termijn_op:
        raise Geweigerd(
            f"De inburgeringstermijn begon pas op {stand.termijn_op:%d-%m-%Y}: "
            "tekenen kan vanaf die dag.",
            veld=veld,
        )


def check_genoeg_gedaan(stand: Pvtstand, *, veld: str) -> None:
    """At least the hours, with at least one activity (B26 3.1.2, 3.1.3)."""
    if stand.mist:
        raise Geweigerd(
            f"Tekenen kan nog niet: er mist {' en '.join(stand.mist)}. "
            f"Gedaan is {in_uren(stand.uren)} van {stand.nodig} uur.",
            veld=veld,
        )


def check_verklaring_intrekken(
    verklaring: Participatieverklaring | None,
    *,
    door: Medewerker,
    gemeld: bool,
    afgerond: bool,
    reden: str,
) -> None:
    """`gemeld`: DUO was told that all of ours is done. `afgerond`: schakel 4 closed on it."""
    if verklaring is None:
        raise Geweigerd("Er is geen ondertekening vastgelegd.")
    check_eigen_vastlegging(verklaring, door=door)
    check_verklaring_open(gemeld=gemeld, afgerond=afgerond)
    check_reden(reden)


def check_eigen_vastlegging(verklaring: Participatieverklaring, *, door: Medewerker) -> None:
    """A partner takes back only what it recorded itself, at a meeting of its own."""
    if door.heeft(Recht.LEERROUTE_DOEN):
        return
    eigen, deelname = door.partnerorganisatie_id, verklaring.pvt_deelname
    hier = deelname is not None and deelname.bijeenkomst.partner_id == eigen
    if eigen is None or not hier or verklaring.ondertekend_door.partnerorganisatie_id != eigen:
        raise Geweigerd("Dit legde een ander vast: vraag de consulent om het in te trekken.")


def check_verklaring_open(*, gemeld: bool, afgerond: bool) -> None:
    if gemeld:
        raise Geweigerd("De ondertekening is aan DUO gemeld en kan niet meer veranderen.")
    if afgerond:
        raise Geweigerd("Schakel 4 is afgerond: heropen eerst schakel 4.")


def check_elders(
    dossier: Inburgeraar, *, op: date, elders: str, getekend: bool, vandaag: date
) -> None:
    check_loopt(dossier)
    if dossier.regime != Regime.WI2021:
        raise Geweigerd("Dit dossier valt onder de Wet inburgering 2013: die kent geen PVT.")
    if getekend:
        raise Geweigerd("De ondertekening is al vastgelegd.")
    check_niet_later(op, vandaag=vandaag, veld="ondertekend_op", wat="De ondertekening")
    if not elders.strip():
        raise Geweigerd("Schrijf op waar het is vastgelegd.", veld="elders")


def check_elders_wijzigen(
    verklaring: Participatieverklaring, *, gemeld: bool, afgerond: bool, reden: str
) -> None:
    if verklaring.pvt_deelname_id is not None:
        raise Geweigerd("Dit is op een bijeenkomst getekend. Trek eerst de ondertekening in.")
    check_verklaring_open(gemeld=gemeld, afgerond=afgerond)
    check_reden(reden)


def check_uren_elders(stand: Pvtstand, *, op: date) -> None:
    """`stand` has the hours from elsewhere: without enough of them the PVT is never done."""
    nodig = norm("pvt_uren", op).aantal
    if stand.uren < nodig:
        raise Geweigerd(
            f"Het PVT is ten minste {nodig} uur: hiermee is er {in_uren(stand.uren)} uur "
            "vastgelegd.",
            veld="uren",
        )


def getekend_bij(deelname: PvtDeelname, verklaring: Participatieverklaring | None) -> bool:
    """Whether this is the meeting where the person signed: that row stands fast."""
    return verklaring is not None and verklaring.pvt_deelname_id == deelname.pk
