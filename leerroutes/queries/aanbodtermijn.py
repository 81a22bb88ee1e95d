"""When a course was offered and begun, against the months the law gives (Wi 16, R26 4.1 g)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from besluiten.models import Brief, BriefSoort
from inburgering.enums import Herkomst, TermijnSoort, TermijnStatus
from inburgering.models import Termijn
from leerroutes.enums import Lessoort
from leerroutes.models import Inburgeringsaanbod, Taalschakeltraject, Traject
from wet.leerroutes import Leerroute
from wet.termijnen import (
    Looptijd,
    aanbodtermijn,
    termijn_aanbod,
    termijn_start_taalschakel,
)
from wet.uitkomst import Uitkomst

SOORTEN = (TermijnSoort.AANBOD, TermijnSoort.AANBOD_START)
TITEL_VERKLARING = "Verklaring: geen tijdig aanbod"


@dataclass(frozen=True, kw_only=True)
class Aanbodfeiten:
    """`aanbod_op`: the first offer. `start_op`: of the taalschakeltraject, that first began."""

    dagtekening: date
    leerroute: Leerroute
    aanbod_op: date | None
    start_op: date | None

    def te_laat_sinds(self, *, voorbij: Collection[TermijnSoort]) -> date | None:
        """The day since which it is certain that something came late, or did not come; else None.

        `voorbij`: the terms that have passed, as far as they were kept here.
        """
        return max((dag for _soort, dag in self.te_laat(voorbij=voorbij)), default=None)

    def te_laat(self, *, voorbij: Collection[TermijnSoort]) -> list[tuple[TermijnSoort, date]]:
        """What came late, with its day, or did not come, with the day by which it should have."""
        return [
            (soort, gedaan or grens)
            for soort, gedaan, grens in self._langs_de_grens()
            if (gedaan > grens if gedaan else soort in voorbij)
        ]

    def _langs_de_grens(self) -> Iterator[tuple[TermijnSoort, date | None, date]]:
        grenzen = aanbodtermijn(self.dagtekening, self.leerroute).bekend
        assert grenzen is not None  # a day is given
        yield TermijnSoort.AANBOD, self.aanbod_op, grenzen.eind_op
        if grenzen.start_eind_op is not None:
            yield TermijnSoort.AANBOD_START, self.start_op, grenzen.start_eind_op


@dataclass(frozen=True, kw_only=True)
class Wacht:
    """One term as it should be: what the law answers, and the day on which it was met."""

    soort: TermijnSoort
    vraag: partial[Uitkomst[Looptijd]]
    gedaan: date | None

    def begint(self, *, bekend: bool, op: date) -> bool:
        """A term that was over before anybody kept it here (a plan taken over) is not begun:
        whether an offer was in time then is not known. It is, once an offer of that time is
        recorded.
        """
        looptijd = self.vraag().bekend
        return bekend or self.gedaan is not None or looptijd is None or looptijd.eind_op >= op

    def klopt(self, termijn: Termijn | None, *, op: date) -> bool:
        """Whether the last term that is kept of this kind is as it should be."""
        if termijn is None:
            return not self.begint(bekend=False, op=op)
        looptijd = self.vraag().bekend
        assert looptijd is not None  # a day is given
        dagen = (termijn.start_op, termijn.eind_op) == (looptijd.start_op, looptijd.eind_op)
        loopt = termijn.status != TermijnStatus.VERVALLEN and termijn.gehaald_op == self.gedaan
        return loopt and (dagen or termijn.herkomst != Herkomst.EIGEN)


def wachten(traject: Traject, feiten: Aanbodfeiten) -> Iterator[Wacht]:
    """The terms of a traject of somebody who gets an offer."""
    dag = traject.start_op
    yield Wacht(
        soort=TermijnSoort.AANBOD,
        vraag=partial(termijn_aanbod, dagtekening=dag),
        gedaan=feiten.aanbod_op,
    )
    if feiten.leerroute is Leerroute.O:
        yield Wacht(
            soort=TermijnSoort.AANBOD_START,
            vraag=partial(termijn_start_taalschakel, dagtekening=dag),
            gedaan=feiten.start_op,
        )


def sleutel_van(traject: Traject) -> str:
    return f"traject {traject.pk}"


def aanbodfeiten(traject: Traject) -> Aanbodfeiten:
    """Of one traject. An offer that runs may be gone on with on another route."""
    return feiten_van([traject])[traject.pk]


def feiten_van(trajecten: Collection[Traject]) -> dict[int, Aanbodfeiten]:
    """Of many, in two queries."""
    wie = [traject.inburgeraar_id for traject in trajecten]
    per_dossier: dict[int, list[Inburgeringsaanbod]] = {}
    for aanbod in Inburgeringsaanbod.objects.filter(inburgeraar__in=wie).order_by("gedaan_op"):
        per_dossier.setdefault(aanbod.inburgeraar_id, []).append(aanbod)
    begonnen = dict(
        Taalschakeltraject.objects.filter(traject__in=[traject.pk for traject in trajecten])
        .order_by("-start_op")
        .values_list("traject", "start_op")
    )
    return {
        traject.pk: _feiten(
            traject, per_dossier.get(traject.inburgeraar_id, []), begonnen.get(traject.pk)
        )
        for traject in trajecten
    }


def _feiten(
    traject: Traject, aanboden: list[Inburgeringsaanbod], begonnen: date | None
) -> Aanbodfeiten:
    """`begonnen`: the day the programme itself was recorded as begun, with or without lessons."""
    passend = [aanbod for aanbod in aanboden if _telt(aanbod, traject)]
    starts = [
        max(aanbod.gestart_op, traject.start_op)
        for aanbod in passend
        if aanbod.lessoort == Lessoort.TAALSCHAKEL and aanbod.gestart_op is not None
    ]
    return Aanbodfeiten(
        dagtekening=traject.start_op,
        leerroute=Leerroute(traject.leerroute),
        aanbod_op=min(
            (max(aanbod.gedaan_op, traject.start_op) for aanbod in passend), default=None
        ),
        start_op=min([*starts, *([begonnen] if begonnen else [])], default=None),
    )


def _telt(aanbod: Inburgeringsaanbod, traject: Traject) -> bool:
    """An offer of this traject, or of an earlier one that still ran when this one began."""
    if aanbod.traject_id == traject.pk:
        return True
    einde = aanbod.beeindigd_op or aanbod.geweigerd_op
    liep = aanbod.gedaan_op < traject.start_op and (einde is None or einde > traject.start_op)
    return liep and (
        aanbod.lessoort != Lessoort.TAALSCHAKEL or traject.leerroute == Leerroute.O.value
    )


def voorbij(termijnen: Iterable[Termijn], *, op: date) -> set[TermijnSoort]:
    """Which of these terms of one traject still wait for what they ask, past their last day."""
    return {
        TermijnSoort(termijn.soort)
        for termijn in termijnen
        if termijn.status == TermijnStatus.LOPEND and termijn.eind_op < op
    }


def termijnen_van(traject: Traject) -> list[Termijn]:
    termijnen = Termijn.objects.filter(inburgeraar=traject.inburgeraar_id, soort__in=SOORTEN)
    return list(termijnen.filter(sleutel=sleutel_van(traject)))


def verklaringen_van(dossiers: Collection[int]) -> list[Brief]:
    """The statements about a late offer, the last one last."""
    brieven = Brief.objects.filter(
        inburgeraar__in=dossiers, soort=BriefSoort.VERKLARING, titel=TITEL_VERKLARING
    )
    return list(brieven.order_by("dagtekening", "pk"))
