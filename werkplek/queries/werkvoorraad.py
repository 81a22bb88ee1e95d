"""What today asks of somebody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.urls import reverse

from inburgering.enums import DossierStatus, SchakelNummer, SchakelStatus, TaakStatus
from inburgering.models import Inburgeraar, Schakel, Taak
from medewerkers.enums import Rol
from medewerkers.models import Medewerker

# How the button to the place where it is done is called, by the URL name of that place.
NAAR = {
    "begeleiding": "Naar de begeleiding",
    "bezwaren-dossier": "Naar het bezwaar",
    "brieven": "Naar de brieven",
    "intake": "Naar de intake",
    "intake-advies": "Naar het advies",
    "intake-toets": "Naar de toets",
    "intake-toets-plannen": "Toets plannen",
    "leerroute-afronden": "Naar het afronden",
    "leerroute-eindgesprek": "Naar het eindgesprek",
    "leerroute-examens": "Naar de examens",
    "leerroute-map": "Naar de MAP",
    "leerroute-begeleidingsplan": "Naar het begeleidingsplan",
    "leerroute-participatie": "Naar het meedoen",
    "leerroute-gesprekken": "Naar de gesprekken",
    "leerroute-lessen": "Naar de lessen",
    "ontzorgen": "Naar ontzorgen",
    "ontzorgen-brieven": "Naar de brieven",
    "overdracht": "Naar de overdracht",
    "overzicht": "Naar het overzicht",
    "persoon": "Naar de persoon",
    "pip": "Naar het PIP",
    "toewijzen": "Toewijzen",
}
WEEK = timedelta(days=7)
HOOGSTENS = 100


@dataclass(frozen=True, kw_only=True)
class Regel:
    """One line: person, what, why, by when, and the place where it is done."""

    taak: Taak
    naam: str
    nummer: str
    consulent: str
    url: str
    naar: str
    dagen: int | None


@dataclass(frozen=True, kw_only=True)
class Groep:
    """`aantal` counts all tasks of the group, also those past the lines shown."""

    sleutel: str
    titel: str
    aantal: int
    regels: list[Regel]


@dataclass(frozen=True, kw_only=True)
class Schakeltelling:
    nummer: int
    naam: str
    aantal: int


def taken_voor(medewerker: Medewerker, *, team: bool = False) -> QuerySet[Taak]:
    """Open tasks of mine: taken up by me, or of my dossiers and my roles and taken up by nobody.

    `team` widens to everybody's, for who leads the team.
    """
    taken = Taak.objects.zichtbaar_voor(medewerker).filter(status=TaakStatus.OPEN)
    if team:
        return taken
    van_mijn_rol = Q(voor__in=medewerker.rollen - {Rol.CONSULENT})
    van_mijn_dossiers = Q(voor=Rol.CONSULENT, inburgeraar__consulent=medewerker)
    return taken.filter(
        Q(eigenaar=medewerker) | Q(eigenaar=None) & (van_mijn_rol | van_mijn_dossiers)
    )


def kies(taken: QuerySet[Taak], soort: str, consulent: str) -> QuerySet[Taak]:
    """What of these is of one kind, and of the dossiers of one consulent; "" is all."""
    if soort:
        taken = taken.filter(soort=soort)
    if consulent.isascii() and consulent.isdigit() and len(consulent) < 10:
        taken = taken.filter(inburgeraar__consulent=int(consulent))
    return taken


def consulenten(taken: QuerySet[Taak]) -> list[Medewerker]:
    """Whose dossiers these tasks are of, to filter on."""
    dossiers = Inburgeraar.objects.filter(pk__in=taken.order_by().values("inburgeraar"))
    return list(Medewerker.objects.filter(pk__in=dossiers.values("consulent")))


def groepen(taken: QuerySet[Taak], *, op: date) -> list[Groep]:
    """Too late, this week, later; each with its count and at most a hundred lines in all."""
    deze_week = op + WEEK
    tellingen = taken.aggregate(
        laat=Count("pk", filter=Q(uiterlijk_op__lt=op)),
        week=Count("pk", filter=Q(uiterlijk_op__range=(op, deze_week))),
        later=Count("pk", filter=Q(uiterlijk_op=None) | Q(uiterlijk_op__gt=deze_week)),
    )
    gesorteerd = taken.select_related(
        "inburgeraar__persoon", "inburgeraar__consulent", "eigenaar"
    ).order_by(F("uiterlijk_op").asc(nulls_last=True), "pk")
    regels = [_regel(taak, op) for taak in gesorteerd[:HOOGSTENS]]
    return [
        Groep(
            sleutel=sleutel,
            titel=titel,
            aantal=tellingen[sleutel],
            regels=[regel for regel in regels if _in(regel, sleutel)],
        )
        for sleutel, titel in (("laat", "Te laat"), ("week", "Deze week"), ("later", "Later"))
    ]


def soorten(taken: QuerySet[Taak]) -> list[tuple[str, str, int]]:
    """The kinds of task there are, with a title and a count, to filter on."""
    rijen = taken.order_by().values("soort").annotate(aantal=Count("pk"), titel=_titel())
    gezien: dict[str, tuple[str, int]] = {}
    for rij in rijen:
        titel, aantal = gezien.get(rij["soort"], (rij["titel"], 0))
        gezien[rij["soort"]] = (titel, aantal + rij["aantal"])
    return sorted(
        ((soort, titel, aantal) for soort, (titel, aantal) in gezien.items()), key=lambda s: s[1]
    )


def _titel() -> Case:
    """Own tasks each have a title of their own; together they are one kind."""
    return Case(When(soort="eigen", then=Value("Eigen taken")), default=F("titel"))


@dataclass(frozen=True, kw_only=True)
class Caseload:
    """A dossier may stand in two schakels at once; `zonder` stands in none."""

    aantal: int
    zonder: int
    schakels: list[Schakeltelling]


def caseload(medewerker: Medewerker) -> Caseload:
    """How many dossiers are mine, and in which schakel they stand. Closed ones count too."""
    mijn = Inburgeraar.objects.filter(consulent=medewerker, status=DossierStatus.ACTIEF)
    per = dict(
        Schakel.objects.filter(inburgeraar__in=mijn, status=SchakelStatus.OPEN)
        .order_by()
        .values_list("nummer")
        .annotate(aantal=Count("pk"))
    )
    telling = [
        Schakeltelling(nummer=nummer, naam=SchakelNummer(nummer).label, aantal=per.get(nummer, 0))
        for nummer in SchakelNummer.values
    ]
    open_schakel = Schakel.objects.filter(inburgeraar=OuterRef("pk"), status=SchakelStatus.OPEN)
    return Caseload(
        aantal=mijn.count(), zonder=mijn.filter(~Exists(open_schakel)).count(), schakels=telling
    )


def _in(regel: Regel, sleutel: str) -> bool:
    if regel.dagen is None or regel.dagen > WEEK.days:
        return sleutel == "later"
    return sleutel == ("laat" if regel.dagen < 0 else "week")


def _regel(taak: Taak, op: date) -> Regel:
    dossier = taak.inburgeraar
    return Regel(
        taak=taak,
        naam=dossier.persoon.naam,
        nummer=dossier.dossiernummer,
        consulent=dossier.consulent.naam if dossier.consulent else "nog niemand",
        url=reverse(taak.pagina, args=[dossier.dossiernummer]),
        naar=NAAR[taak.pagina],
        dagen=(taak.uiterlijk_op - op).days if taak.uiterlijk_op else None,
    )
