"""Guidance, the PVT and volunteers in the demo, as De Schans records them for its clients."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from inburgering.datums import AMSTERDAM, lokale_datum
from inburgering.enums import DossierStatus, Regime
from inburgering.models import Inburgeraar
from leerroutes.enums import (
    BegeleidingSoort,
    BijeenkomstSoort,
    PvtDeelnameStatus,
    TrajectStatus,
    VrijwilligerSoort,
)
from leerroutes.models import (
    Participatieverklaring,
    PvtBijeenkomst,
    PvtDeelname,
    Taalkoppel,
    Traject,
)
from leerroutes.queries.begeleiding import eerste_dag
from leerroutes.queries.pvt_presentie import Presentieregel
from leerroutes.queries.verwijtbaar import vlag_voor
from leerroutes.services.begeleiding import (
    MomentGegevens,
    begeleiding_starten,
    moment_vastleggen,
)
from leerroutes.services.pvt import BijeenkomstGegevens, bijeenkomst_maken, uitnodigen
from leerroutes.services.pvt_brief import uitnodigingen_maken
from leerroutes.services.pvt_elders import PvtEldersGegevens, pvt_elders_vastleggen
from leerroutes.services.pvt_presentie import presentie_vastleggen
from leerroutes.services.uren import UrenGegevens, uren_vastleggen
from leerroutes.services.vrijwilligers import (
    VrijwilligerGegevens,
    koppelen,
    vrijwilliger_toevoegen,
)
from medewerkers.models import Medewerker
from wet.duo import Vlag
from wet.kalender import verleng_naar_werkdag
from wet.leerroutes import Urensoort

_PLAATS = "De Schans, zaal 1, Hoofdstraat 14, Leek"
_ALLE = 6  # people of the group that goes through all four meetings
_KLEIN = 4
_S = PvtDeelnameStatus
# days ago, kind, subject, hours: twelve hours together
_REEKS = (
    (62, BijeenkomstSoort.INLEIDING, "Vrijheid en gelijkwaardigheid", 4),
    (48, BijeenkomstSoort.INLEIDING, "Solidariteit en meedoen", 3),
    (34, BijeenkomstSoort.ACTIVITEIT, "Bezoek aan het gemeentehuis", 3),
    (13, BijeenkomstSoort.ONDERTEKENING, "Ondertekening van de verklaring", 2),
)
_MOMENTEN = (
    (40, BegeleidingSoort.PRAKTISCH, "Zorgverzekering", "1.5", False),
    (19, BegeleidingSoort.VOORLICHTING, "Naar de huisarts en de tandarts", "2", False),
    (5, BegeleidingSoort.PRAKTISCH, "Kennismaken bij het dorpshuis", "3", True),
)
# name, kind, languages, village, how many at once, by the partner
_VRIJWILLIGERS: tuple[tuple[str, VrijwilligerSoort, list[str], str, int, bool], ...] = (
    ("Riet Hoekstra", VrijwilligerSoort.TAALCOACH, ["Engels", "Arabisch"], "Leek", 2, True),
    ("Jelle Wiersma", VrijwilligerSoort.TAALMAATJE, [], "Zuidhorn", 1, True),
    ("Samira Haddad", VrijwilligerSoort.TAALCOACH, ["Arabisch", "Frans"], "Marum", 2, True),
    ("Bert Kooistra", VrijwilligerSoort.TAALMAATJE, ["Engels"], "Grootegast", 1, True),
    ("Yonas Girmay", VrijwilligerSoort.TAALMAATJE, ["Tigrinya", "Engels"], "Leek", 1, True),
    ("Anneke Dijkstra", VrijwilligerSoort.TAALCOACH, ["Duits"], "Aduard", 2, False),
    ("Emine Aydin", VrijwilligerSoort.TAALCOACH, ["Turks"], "Tolbert", 1, False),
    ("Koos van der Meer", VrijwilligerSoort.TAALMAATJE, [], "Leek", 1, False),
)
_MET_KOPPEL = (0, 1, 2, 4, 5)


def vul_pvt(*, partner: Medewerker, consulent: Medewerker, nu: datetime) -> None:
    """Over the clients of the partner; twice is once."""
    if PvtBijeenkomst.objects.exists():
        return
    klanten = list(
        Inburgeraar.objects.filter(
            partner=partner.partnerorganisatie,
            status=DossierStatus.ACTIEF,
            regime=Regime.WI2021,
            gesloten=False,
        )
        .select_related("persoon")
        .order_by("pk")
    )
    _begeleid(klanten, partner, nu)
    _houd_pvt(klanten, partner, nu)
    _plan_pvt(klanten, partner, consulent, nu)
    _volg_elders(klanten, consulent, nu)
    _koppel(klanten, partner, consulent, nu)


# --- Guidance ------------------------------------------------------------------------------------
def _begeleid(klanten: Sequence[Inburgeraar], partner: Medewerker, nu: datetime) -> None:
    """Since the registration; of the first eight it stands what was done."""
    vandaag = lokale_datum(nu)
    begonnen = 0
    for dossier in klanten:
        start_op = eerste_dag(dossier)
        if start_op is None or start_op > vandaag:
            continue
        begeleiding = begeleiding_starten(
            dossier_id=dossier.pk,
            start_op=start_op,
            begeleider="Tess de Vries",
            door=partner,
            nu=nu,
        )
        begonnen += 1
        if begonnen <= 8:
            _momenten(begeleiding.pk, start_op, partner, nu)


def _momenten(begeleiding_id: int, start_op: date, partner: Medewerker, nu: datetime) -> None:
    for dagen, soort, onderwerp, uren, telt_mee in _MOMENTEN:
        op = lokale_datum(nu) - timedelta(days=dagen)
        if op < start_op:
            continue
        moment_vastleggen(
            begeleiding_id=begeleiding_id,
            gegevens=MomentGegevens(
                op=op, soort=soort, onderwerp=onderwerp, uren=Decimal(uren), telt_mee=telt_mee
            ),
            door=partner,
            nu=nu,
        )


# --- The PVT -------------------------------------------------------------------------------------
def _houd_pvt(klanten: Sequence[Inburgeraar], partner: Medewerker, nu: datetime) -> None:
    """A group that went through it all: most signed, one missed the activity, one was ill."""
    groep = [dossier for dossier in klanten if _kan_tekenen(dossier, nu)][:_ALLE]
    if not groep:
        return
    for dagen, soort, onderwerp, uren in _REEKS:
        bij = _bijeenkomst(
            lokale_datum(nu) - timedelta(days=dagen), soort, onderwerp, uren, partner, nu
        )
        _nodig_uit(bij, groep, partner, nu)
        presentie_vastleggen(
            bijeenkomst_id=bij.pk,
            versie=None,
            regels=[_regel(bij, dossier, plek) for plek, dossier in enumerate(groep)],
            door=partner,
            nu=nu,
        )


def _kan_tekenen(dossier: Inburgeraar, nu: datetime) -> bool:
    """The plan asks for no more hours than these, and the day of signing lies in the term."""
    tekenen = lokale_datum(nu) - timedelta(days=_REEKS[-1][0])
    plan = dossier.trajecten.filter(
        status=TrajectStatus.LOPEND,
        start_op__lt=tekenen - timedelta(days=1),
        pvt_uren__lte=sum(uren for _dagen, _soort, _onderwerp, uren in _REEKS),
    )
    op_tijd = vlag_voor(dossier.pk, tekenen + timedelta(days=3)) is Vlag.NIET_VRAGEN
    return plan.exists() and op_tijd and not _getekend(dossier)


def _regel(bij: PvtBijeenkomst, dossier: Inburgeraar, plek: int) -> Presentieregel:
    """The fourth missed the activity, the fifth was ill at the signing; both cannot sign yet."""
    rij = PvtDeelname.objects.get(bijeenkomst=bij, inburgeraar=dossier)
    tekenen = bij.soort == BijeenkomstSoort.ONDERTEKENING
    if plek == 3 and bij.soort == BijeenkomstSoort.ACTIVITEIT:
        return Presentieregel(deelname_id=rij.pk, status=_S.AFWEZIG, reden="Niets laten weten")
    if plek == 4 and tekenen:
        return Presentieregel(deelname_id=rij.pk, status=_S.AFGEMELD, reden="Ziek")
    return Presentieregel(
        deelname_id=rij.pk,
        status=_S.AANWEZIG,
        uren=bij.uren,
        ondertekend=tekenen and plek not in (3, 4),
    )


def _plan_pvt(
    klanten: Sequence[Inburgeraar], partner: Medewerker, consulent: Medewerker, nu: datetime
) -> None:
    """One of three days ago of which nobody said who came, one to come with letters, one empty."""
    vandaag = lokale_datum(nu)
    nieuw = [d for d in klanten if not d.pvt_deelnames.exists() and not _getekend(d)][: 2 * _KLEIN]
    geweest = _bijeenkomst(
        vandaag - timedelta(days=3), BijeenkomstSoort.INLEIDING, "Vrijheid", 4, partner, nu
    )
    _nodig_uit(geweest, nieuw[:_KLEIN], partner, nu)
    komend = _bijeenkomst(
        vandaag + timedelta(days=8), BijeenkomstSoort.ACTIVITEIT, "De voedselbank", 3, consulent, nu
    )
    _nodig_uit(komend, nieuw[_KLEIN:], consulent, nu)
    if nieuw[_KLEIN:]:
        uitnodigingen_maken(bijeenkomst_id=komend.pk, door=consulent, nu=nu)
    _bijeenkomst(
        vandaag + timedelta(days=22),
        BijeenkomstSoort.ONDERTEKENING,
        "Ondertekening van de verklaring",
        2,
        partner,
        nu,
    )


def _volg_elders(klanten: Sequence[Inburgeraar], consulent: Medewerker, nu: datetime) -> None:
    """One followed a part of it in Assen, the excursie too, and signs here: who is new, if any."""
    open_ = [dossier for dossier in klanten if not _getekend(dossier)]
    nieuw = [d for d in open_ if not d.pvt_deelnames.filter(status=_S.AANWEZIG).exists()]
    if not open_:
        return
    dossier = (nieuw or open_)[0]
    tot_op = lokale_datum(nu) - timedelta(days=60)
    gegevens = PvtEldersGegevens(
        waar="Assen",
        tot_op=tot_op,
        uren=Decimal(6),
        activiteit_op=tot_op - timedelta(days=7),
    )
    pvt_elders_vastleggen(
        dossier_id=dossier.pk, versie=None, gegevens=gegevens, door=consulent, nu=nu
    )


def _getekend(dossier: Inburgeraar) -> bool:
    return Participatieverklaring.objects.filter(inburgeraar=dossier).exists()


def _bijeenkomst(
    dag: date,
    soort: BijeenkomstSoort,
    onderwerp: str,
    uren: int,
    door: Medewerker,
    nu: datetime,
) -> PvtBijeenkomst:
    return bijeenkomst_maken(
        gegevens=BijeenkomstGegevens(
            soort=soort,
            begint_at=datetime.combine(verleng_naar_werkdag(dag), time(9, 30), AMSTERDAM),
            uren=Decimal(uren),
            plaats=_PLAATS,
            onderwerp=onderwerp,
            begeleider="Tess de Vries",
            plaatsen=10,
            taal="tolk Arabisch en Tigrinya",
        ),
        door=door,
        nu=nu,
    )


def _nodig_uit(
    bij: PvtBijeenkomst, groep: Sequence[Inburgeraar], door: Medewerker, nu: datetime
) -> None:
    if groep:
        ids = [dossier.pk for dossier in groep]
        uitnodigen(bijeenkomst_id=bij.pk, dossier_ids=ids, door=door, nu=nu)


# --- Volunteers ----------------------------------------------------------------------------------
def _koppel(
    klanten: Sequence[Inburgeraar], partner: Medewerker, consulent: Medewerker, nu: datetime
) -> None:
    """Eight volunteers, of whom five help somebody."""
    vandaag = lokale_datum(nu)
    for plek, (naam, soort, talen, dorp, hoogstens, van_partner) in enumerate(_VRIJWILLIGERS):
        door = partner if van_partner else consulent
        wie = vrijwilliger_toevoegen(
            gegevens=VrijwilligerGegevens(
                naam=naam,
                soort=soort,
                talen=talen,
                dorp=dorp,
                hoogstens=hoogstens,
                vog_op=vandaag - timedelta(days=200 + 30 * plek),
            ),
            door=door,
            nu=nu,
        )
        if plek in _MET_KOPPEL and len(klanten) > plek:
            koppel = koppelen(
                dossier_id=klanten[plek].pk,
                vrijwilliger_id=wie.pk,
                doel="Elke week samen praten",
                start_op=vandaag - timedelta(days=30),
                door=door,
                nu=nu,
            )
            _oefen(koppel, door, nu)


def _oefen(koppel: Taalkoppel, door: Medewerker, nu: datetime) -> None:
    """Each week since they met, as far as the route ran."""
    traject = Traject.objects.filter(inburgeraar=koppel.inburgeraar_id).first()
    if traject is None:
        return
    dagen = [koppel.start_op + timedelta(days=7 * week) for week in range(4)]
    regels = [
        UrenGegevens(soort=Urensoort.PARTICIPATIE, op=dag, uren=Decimal("1.5"), taalkoppel=koppel)
        for dag in dagen
        if traject.start_op <= dag <= (traject.eind_op or dag)
    ]
    uren_vastleggen(dossier_id=koppel.inburgeraar_id, regels=regels, door=door, nu=nu)
