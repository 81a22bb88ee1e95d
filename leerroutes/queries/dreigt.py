"""Who threatens to miss the term, asked of everybody at once.

The measure: at the average pace since the traject began, the hours are not done on the last day of
the inburgeringstermijn. That is the same as being behind an even plan. It needs no lines, only the
standing of each person; the page of a dossier measures the last thirteen weeks and may be milder.
Only of people with a number of hours: the Z-route, and who agreed on hours in the plan. Not in the
first thirteen weeks. Nor of whom DUO freed of the participation for that. A fact about hours,
never a score of a person.

The page also names whose term ends soon, or is over, and what they have still to do: not every
requirement is a number of hours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal
from itertools import islice
from typing import Any

from django.db.models import (
    Case,
    DateField,
    DecimalField,
    Exists,
    F,
    FilteredRelation,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Least
from django.db.models.lookups import LessThan

from inburgering.enums import (
    DossierStatus,
    SchakelNummer,
    SchakelStatus,
    TermijnSoort,
    TermijnStatus,
)
from inburgering.models import Schakel
from leerroutes.enums import TrajectStatus
from leerroutes.models import Traject
from leerroutes.prognose import MEET_WEKEN, WEEK, getal, meet_vanaf
from leerroutes.queries.ontheven import zonder_participatie
from leerroutes.queries.voortgang import voortgang_van_allen
from medewerkers.models import Medewerker
from wet.datums import maanden_na
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Leerroute
from wet.normen import norm

PER_PAGINA = 25
BINNENKORT_MAANDEN = 6
_UREN = DecimalField(max_digits=12, decimal_places=2)


class _Dagen(Func):
    """Days from the second date to the first."""

    template = "(%(expressions)s)"
    arg_joiner = " - "
    output_field = IntegerField()


def dreigt_te_missen(op: date, *, voor: Medewerker) -> QuerySet[Any]:
    """Running trajecten in dossiers that this colleague may see, the first to end first.

    Each with `laatste_dag`, the hours needed (`nodig_*`, None: none) and done (`gedaan_*`).
    The numbers of the law are those of `op`.
    """
    rijen = met_standen(Traject.objects.zichtbaar_voor(voor), op)
    return rijen.filter(_achter_op_uren(op)).order_by("laatste_dag", "pk")


def _achter_op_uren(op: date) -> Q:
    return Q(start_op__lt=meet_vanaf(op)) & (_achter_op("les") | _achter_op("mee"))


def _achter_op(baan: str) -> Q:
    """Less was done than in even steps by now; multiplied out, so that nothing is rounded."""
    gedaan, nodig = F(f"gedaan_{baan}"), F(f"nodig_{baan}")
    return Q(LessThan(gedaan * F("dagen"), nodig * F("dagen_om")))


def met_standen(rijen: QuerySet[Traject], op: date) -> QuerySet[Any]:
    """With what is needed, what is done, and how far along the term is."""
    z, asiel = Leerroute.Z.value, Doelgroep.ASIEL.value
    cursus, mee = norm("z_cursusuren", op).aantal, norm("z_participatieuren", op).aantal
    return (
        rijen.annotate(
            termijn=FilteredRelation(
                "inburgeraar__termijnen",
                condition=Q(
                    inburgeraar__termijnen__soort=TermijnSoort.INBURGERING,
                    inburgeraar__termijnen__status=TermijnStatus.LOPEND,
                ),
            )
        )
        .filter(
            status=TrajectStatus.LOPEND,
            inburgeraar__status=DossierStatus.ACTIEF,
            termijn__eind_op__gt=F("start_op"),
        )
        .annotate(
            laatste_dag=F("termijn__eind_op"),
            nodig_les=Case(
                When(leerroute=z, then=Least(F("cursusnorm"), Value(cursus))),
                When(leerroute_uren__gt=0, then=F("leerroute_uren")),
                output_field=IntegerField(),
            ),
            nodig_mee=Case(
                When(
                    ~zonder_participatie(),
                    leerroute=z,
                    inburgeraar__doelgroep=asiel,
                    then=Value(mee),
                ),
                output_field=IntegerField(),
            ),
            gedaan_les=_stand("cursus"),
            gedaan_mee=_stand("participatie"),
            dagen_om=Least(
                _Dagen(Value(op, DateField()), F("start_op")), _Dagen(_EIND, F("start_op"))
            ),
            dagen=_Dagen(_EIND, F("start_op")),
        )
    )


_EIND = F("termijn__eind_op")


def _stand(veld: str) -> Coalesce:
    leeg = Value(Decimal(0), output_field=_UREN)
    return Coalesce(F(f"inburgeraar__urenstand__{veld}"), leeg, output_field=_UREN)


# --- The page ------------------------------------------------------------------------------------
@dataclass(frozen=True, kw_only=True)
class Achterstand:
    """One number of hours that is behind; `per_week` is needed from now, None when it is over."""

    naam: str
    gedaan: Decimal
    nodig: int
    volgens_plan: int
    per_week: int | None

    @property
    def zin(self) -> str:
        zin = (
            f"{self.naam}: {getal(self.gedaan)} van {self.nodig} uur; volgens een gelijkmatig "
            f"plan {self.volgens_plan}."
        )
        return zin if self.per_week is None else f"{zin} Nodig: {self.per_week} uur per week."


@dataclass(frozen=True, kw_only=True)
class Koersregel:
    nummer: str
    naam: str
    leerroute: str
    consulent: str
    laatste_dag: date
    voorbij: bool
    gesloten: bool
    achter: Sequence[Achterstand]
    nog: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class Koerspagina:
    """`volgende` is a cursor, empty at the end. `weken` and `maanden` are what the measures are."""

    regels: Sequence[Koersregel]
    volgende: str
    weken: int = MEET_WEKEN
    maanden: int = BINNENKORT_MAANDEN


def koerspagina(op: date, *, voor: Medewerker, alleen_eigen: bool, cursor: str) -> Koerspagina:
    """Who is behind with hours, or has something to do while the term ends soon or is over."""
    rijen = (
        met_standen(Traject.objects.zichtbaar_voor(voor), op)
        .filter(_achter_op_uren(op) | _binnenkort(op))
        .select_related("inburgeraar__persoon", "inburgeraar__consulent")
        .order_by("laatste_dag", "pk")
    )
    if alleen_eigen:
        rijen = rijen.filter(inburgeraar__consulent=voor)
    blad = list(islice(_regels(rijen, op, cursor), PER_PAGINA + 1))
    meer = len(blad) > PER_PAGINA
    return Koerspagina(
        regels=[regel for _cursor, regel in blad[:PER_PAGINA]],
        volgende=blad[PER_PAGINA - 1][0] if meer else "",
    )


def _binnenkort(op: date) -> Q:
    """The term ends within six months, or is over; not when schakel 4 is closed: all is done."""
    klaar = Schakel.objects.filter(
        inburgeraar=OuterRef("inburgeraar"),
        nummer=SchakelNummer.INBURGEREN,
        status=SchakelStatus.AFGEROND,
    )
    return Q(laatste_dag__lte=_grens(op)) & ~Q(Exists(klaar))


def _grens(op: date) -> date:
    return maanden_na(op, BINNENKORT_MAANDEN)


def _regels(rijen: QuerySet[Any], op: date, cursor: str) -> Iterator[tuple[str, Koersregel]]:
    """Each with the cursor after it. What is to do is worked out for as many as are shown."""
    meer = True
    while meer:
        blad: list[Any] = list(rijen.filter(_na(cursor))[: PER_PAGINA + 1])
        nog = _nog_te_doen([rij for rij in blad if rij.laatste_dag <= _grens(op)], op)
        for rij in blad:
            cursor = f"{rij.laatste_dag.isoformat()}_{rij.pk}"
            regel = _regel(rij, op, nog.get(rij.inburgeraar_id, ()))
            if regel.achter or regel.nog:
                yield cursor, regel
        meer = len(blad) > PER_PAGINA


def _nog_te_doen(rijen: Sequence[Any], op: date) -> dict[int, list[str]]:
    """By dossier, in the order of the letter."""
    standen = voortgang_van_allen([rij.inburgeraar for rij in rijen], op=op)
    return {
        pk: [zin for eis in antwoord.bekend.open for zin in eis.nog]
        for pk, antwoord in standen.items()
        if antwoord.bekend is not None
    }


def _na(cursor: str) -> Q:
    """What comes after it; a cursor somebody tampered with is the first page."""
    dag, _, pk = cursor.partition("_")
    try:
        op = date.fromisoformat(dag)
    except ValueError:
        return Q()
    if not (pk.isascii() and pk.isdigit() and len(pk) < 19):
        return Q()
    return Q(("laatste_dag__gt", op)) | Q(("laatste_dag", op), pk__gt=int(pk))


def _regel(rij: Any, op: date, nog: Sequence[str]) -> Koersregel:
    dossier = rij.inburgeraar
    les = "Les in Nederlands en KNM" if rij.leerroute == Leerroute.Z.value else "Les"
    banen = (
        _achter(les, rij.gedaan_les, rij.nodig_les, rij, op),
        _achter("Participatie", rij.gedaan_mee, rij.nodig_mee, rij, op),
    )
    return Koersregel(
        nummer=dossier.dossiernummer,
        naam=dossier.persoon.naam,
        leerroute=rij.get_leerroute_display(),
        consulent=dossier.consulent.naam if dossier.consulent else "",
        laatste_dag=rij.laatste_dag,
        voorbij=rij.laatste_dag < op,
        gesloten=dossier.gesloten,
        achter=[baan for baan in banen if baan is not None],
        nog=nog,
    )


def _achter(
    naam: str, gedaan: Decimal, nodig: int | None, rij: Any, op: date
) -> Achterstand | None:
    te_vroeg = rij.start_op >= meet_vanaf(op)
    if te_vroeg or nodig is None or gedaan * rij.dagen >= nodig * rij.dagen_om:
        return None
    over = (rij.laatste_dag - op).days
    per_week = (nodig - gedaan) * WEEK / over if over > 0 else None
    return Achterstand(
        naam=naam,
        gedaan=gedaan,
        nodig=nodig,
        volgens_plan=nodig * rij.dagen_om // rij.dagen,
        per_week=None if per_week is None else int(per_week.to_integral_value(ROUND_CEILING)),
    )
