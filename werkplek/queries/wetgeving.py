"""The norms of the law as a page shows them, and what a change of one would touch.

Only numbers of terms and trajecten: who looks at the law sees no dossiers.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from inburgering.enums import Herkomst, TermijnSoort, TermijnStatus
from inburgering.models import Termijn
from leerroutes.models import Traject, TrajectStatus
from wet.bronnen import voluit
from wet.datums import hoofdletter
from wet.doelgroepen import Doelgroep
from wet.geraakt import Gevolg, gevolg, gevolgen_van_voorbeelden, rust_op
from wet.leerroutes import Leerroute, eisen
from wet.normen import NORMEN, ONDERWERPEN, Eenheid, Norm, stel_dat
from wet.regels import Regel, alle_regels


@dataclass(frozen=True, kw_only=True)
class Normregel:
    """One row of a norm: its value on a range of days."""

    waarde: str
    geldig_vanaf: date
    geldig_tot: date | None
    bron: Sequence[str]
    zekerheid: str
    toelichting: str


@dataclass(frozen=True, kw_only=True)
class Normkop:
    """A norm with its rows, and the Dutch sentences of the rules that read it."""

    naam: str
    titel: str
    rijen: Sequence[Normregel]
    regels: Sequence[Regel]

    @property
    def nu(self) -> Normregel:
        """The newest row."""
        return self.rijen[-1]


@dataclass(frozen=True, kw_only=True)
class Verschuiving:
    """Running terms of one kind whose last day would differ; days are those of the calendar.

    `minst` and `meest` are the smallest and the largest shift, negative for an earlier day.
    """

    soort: str
    lopend: int
    anders: int
    minst: int = 0
    meest: int = 0

    @property
    def hoe(self) -> str:
        """By how much, in words."""
        if self.minst == self.meest:
            return _later_in_woorden(self.minst)
        return f"van {_later_in_woorden(self.minst)} tot {_later_in_woorden(self.meest)}"


@dataclass(frozen=True, kw_only=True)
class Geraakt:
    """What one row more would change now. `zonder` counts terms that cannot be asked again."""

    rij: Norm
    verschuivingen: Sequence[Verschuiving]
    zonder: int
    trajecten: int
    trajecten_anders: int
    voorbeelden: Sequence[Gevolg]

    @property
    def niets(self) -> bool:
        """Whether nothing that runs would change."""
        return not self.trajecten_anders and not any(deel.anders for deel in self.verschuivingen)


def normen_per_onderwerp() -> dict[str, list[Normkop]]:
    """Every norm by subject."""
    return {
        onderwerp: [_kop(naam, rijen) for naam, rijen in groep.items()]
        for onderwerp, groep in ONDERWERPEN.items()
    }


def normkop(naam: str) -> Normkop:
    """One norm with the rules that read it; an unknown name is a GeenNorm."""
    return _kop(naam, NORMEN[naam], rust_op(naam))


def _kop(naam: str, rijen: Sequence[Norm], regels: Sequence[Regel] = ()) -> Normkop:
    return Normkop(
        naam=naam, titel=_titel(naam), rijen=[_normregel(rij) for rij in rijen], regels=regels
    )


_AFKORTINGEN = frozenset({"pip", "pvt", "map", "brp", "duo", "cbs", "spuk", "z"})


_EENHEDEN = frozenset(eenheid.value for eenheid in Eenheid)


def _titel(naam: str) -> str:
    """`duo_verlenging_weken` → "DUO verlenging": the unit stands with the value."""
    delen = naam.split("_")
    woorden = delen[:-1] if len(delen) > 1 and delen[-1] in _EENHEDEN else delen
    return hoofdletter(" ".join(deel.upper() if deel in _AFKORTINGEN else deel for deel in woorden))


def geraakt(rij: Norm) -> Geraakt:
    """Ask every running term and traject again with one row more. Slow: a few seconds per 100,000.

    Terms of which DUO gave the dates are left alone: DUO's date leads.
    """
    regels = rust_op(rij.naam)
    termijnen = Termijn.objects.filter(
        status=TermijnStatus.LOPEND,
        herkomst=Herkomst.EIGEN,
        regel__in=[regel.naam for regel in regels],
    )
    trajecten, trajecten_anders = _trajecten(rij)
    return Geraakt(
        rij=rij,
        verschuivingen=_verschuivingen(termijnen.exclude(invoer={}), rij),
        zonder=termijnen.filter(invoer={}).count(),
        trajecten=trajecten,
        trajecten_anders=trajecten_anders,
        voorbeelden=gevolgen_van_voorbeelden(regels, rij),
    )


def _verschuivingen(termijnen: QuerySet[Termijn], rij: Norm) -> list[Verschuiving]:
    """Terms with the same question have the same answer, so each question is asked once."""
    vragen: Counter[tuple[str, str, tuple[tuple[str, str], ...]]] = Counter(
        (soort, regel, tuple(sorted(invoer.items())))
        for soort, regel, invoer in termijnen.values_list("soort", "regel", "invoer").iterator()
    )
    lopend: Counter[str] = Counter()
    dagen: dict[str, Counter[int]] = defaultdict(Counter)
    for (soort, regel, invoer), aantal in vragen.items():
        lopend[soort] += aantal
        deel = gevolg(alle_regels()[regel], dict(invoer), rij)
        if deel.anders:
            dagen[soort][_later(deel)] += aantal
    return [
        Verschuiving(
            soort=TermijnSoort(soort).label,
            lopend=aantal,
            anders=dagen[soort].total(),
            minst=min(dagen[soort], default=0),
            meest=max(dagen[soort], default=0),
        )
        for soort, aantal in sorted(lopend.items())
    ]


def _later_in_woorden(dagen: int) -> str:
    woord = "dag" if abs(dagen) == 1 else "dagen"
    return f"{dagen} {woord} later" if dagen >= 0 else f"{-dagen} {woord} eerder"


def _later(deel: Gevolg) -> int:
    """By how many days the last day moves; 0 when one of the two is not known."""
    was, wordt = deel.was.bekend, deel.wordt.bekend
    if was is None or wordt is None:
        return 0
    return int((wordt.eind_op - was.eind_op).days)


def _trajecten(rij: Norm) -> tuple[int, int]:
    """How many trajecten run, and of how many the requirements would differ."""
    soorten = Counter(
        Traject.objects.filter(status=TrajectStatus.LOPEND)
        .order_by()
        .values_list("leerroute", "inburgeraar__doelgroep", "start_op")
    )
    anders = sum(aantal for soort, aantal in soorten.items() if _eisen_anders(*soort, rij))
    return soorten.total(), anders


def _eisen_anders(leerroute: str, doelgroep: str, op: date, rij: Norm) -> bool:
    route, groep = Leerroute(leerroute), Doelgroep(doelgroep)
    was = eisen(route, groep, op=op)
    with stel_dat(rij):
        return was != eisen(route, groep, op=op)


def _normregel(rij: Norm) -> Normregel:
    return Normregel(
        waarde=str(rij),
        geldig_vanaf=rij.geldig_vanaf,
        geldig_tot=rij.geldig_tot,
        bron=[voluit(code) for code in rij.bron],
        zekerheid=rij.zekerheid.value,
        toelichting=rij.toelichting,
    )
