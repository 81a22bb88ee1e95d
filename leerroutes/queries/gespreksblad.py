"""What lies on the table at a talk: agreements, terms, hours, what is left, what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, Sum

from inburgering.dossierpagina import TermijnRegel, termijnregel
from inburgering.enums import Regime, TermijnStatus
from inburgering.models import Gebeurtenis, Inburgeraar, Termijn
from leerroutes.enums import GesprekStatus
from leerroutes.models import Begeleidingsplan, Maandtotaal, Traject, Voortgangsgesprek
from leerroutes.queries.aanbod import lopend_traject
from leerroutes.queries.feiten import Gegevens, gegevens_van
from leerroutes.queries.ondertussen import Punt, punten
from leerroutes.queries.voortgang import eisregels, nog_te_doen
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Urensoort

# One sheet holds no more; what is left out is on the timeline and on the pages.
TERMIJNEN, VERANDERD = 5, 5


@dataclass(frozen=True, kw_only=True)
class Urenrij:
    """Hours of one kind: all so far, and in the months since the last talk (that month too)."""

    naam: str
    totaal: Decimal
    sinds: Decimal
    zonder_reden: Decimal


@dataclass(frozen=True, kw_only=True)
class Gespreksblad:
    """`vorige`: the last talk that was held. `meer`: how many changes are not on the sheet.

    For the ondertussengroep `plan` and `punten` stand in the place of `traject` and `nog`.
    """

    gesprek: Voortgangsgesprek
    dossier: Inburgeraar
    traject: Traject | None
    vorige: Voortgangsgesprek | None
    termijnen: Sequence[TermijnRegel]
    uren: Sequence[Urenrij]
    nog: Sequence[str]
    plan: Begeleidingsplan | None
    punten: Sequence[Punt]
    veranderd: Sequence[Gebeurtenis]
    meer: int

    @property
    def sinds(self) -> date | None:
        return self.vorige.gehouden_op if self.vorige else None


def gespreksblad(gesprek: Voortgangsgesprek, *, op: date) -> Gespreksblad:
    dossier = gesprek.inburgeraar
    vorige = _vorige(gesprek)
    sinds = vorige.gehouden_op if vorige else None
    veranderd = _veranderd(dossier, sinds)
    plan = Begeleidingsplan.objects.filter(inburgeraar=dossier).first()
    return Gespreksblad(
        gesprek=gesprek,
        dossier=dossier,
        traject=lopend_traject(dossier.pk),
        vorige=vorige,
        termijnen=[termijnregel(termijn, op) for termijn in _termijnen(dossier)],
        uren=_uren(dossier, sinds),
        nog=_nog(dossier, op),
        plan=plan,
        punten=punten(dossier, plan, op=op) if dossier.regime == Regime.WI2013 else [],
        veranderd=veranderd[:VERANDERD],
        meer=max(len(veranderd) - VERANDERD, 0),
    )


def _vorige(gesprek: Voortgangsgesprek) -> Voortgangsgesprek | None:
    gevoerd = Voortgangsgesprek.objects.filter(
        inburgeraar=gesprek.inburgeraar_id, status=GesprekStatus.GEHOUDEN
    ).exclude(pk=gesprek.pk)
    if gesprek.gehouden_op is not None:
        gevoerd = gevoerd.filter(gehouden_op__lte=gesprek.gehouden_op)
    return gevoerd.order_by("gehouden_op", "pk").last()


def _termijnen(dossier: Inburgeraar) -> list[Termijn]:
    rijen = Termijn.objects.filter(inburgeraar=dossier, status=TermijnStatus.LOPEND)
    return list(rijen[:TERMIJNEN])


def _uren(dossier: Inburgeraar, sinds: date | None) -> list[Urenrij]:
    """By kind, in the order of the law; what counts and what was missed without a reason."""
    vanaf = sinds.replace(day=1) if sinds else date.min
    tellingen = (
        Maandtotaal.objects.filter(inburgeraar=dossier)
        .order_by()
        .values("soort")
        .annotate(
            totaal=Sum("aanwezig"),
            sinds=Sum("aanwezig", filter=Q(maand__gte=vanaf), default=Decimal(0)),
            zonder_reden=Sum("ongeoorloofd"),
        )
    )
    bij = {telling["soort"]: telling for telling in tellingen}
    return [
        Urenrij(
            naam=soort.label,
            totaal=bij[soort.value]["totaal"],
            sinds=bij[soort.value]["sinds"],
            zonder_reden=bij[soort.value]["zonder_reden"],
        )
        for soort in Urensoort
        if soort.value in bij
    ]


def _nog(dossier: Inburgeraar, op: date) -> list[str]:
    gegevens = gegevens_van([dossier.pk], op=op).get(dossier.pk, Gegevens())
    return list(nog_te_doen(eisregels(gegevens, doelgroep=Doelgroep(dossier.doelgroep))))


def _veranderd(dossier: Inburgeraar, sinds: date | None) -> list[Gebeurtenis]:
    """The latest first; before the first talk everything is new."""
    regels = Gebeurtenis.objects.filter(inburgeraar=dossier).order_by("-op", "-pk")
    return list(regels.filter(op__gte=sinds) if sinds else regels)
