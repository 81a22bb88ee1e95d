"""The next talk of everybody: to make an appointment for, or to hold."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q

from inburgering.aanhaken import AfgeleideTaak
from inburgering.datums import lokale_datum
from inburgering.enums import AfspraakStatus, SchakelNummer, SchakelStatus
from inburgering.models import Schakel
from inburgering.queries.taakbronnen import Dossiers
from leerroutes.enums import GesprekStatus, TrajectStatus
from leerroutes.models import Voortgangsgesprek


def gesprek_te_voeren(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """One per person: the first that is due; the next becomes a task when that one is done."""
    klaar = Schakel.objects.filter(
        inburgeraar=OuterRef("inburgeraar"),
        nummer=SchakelNummer.INBURGEREN,
        status=SchakelStatus.AFGEROND,
    )
    loopt = Q(traject__status=TrajectStatus.LOPEND) & ~Exists(klaar)
    gesprekken = Voortgangsgesprek.objects.filter(
        Q(traject=None) | loopt, status=GesprekStatus.GEPLAND
    )
    if dossiers is not None:
        gesprekken = gesprekken.filter(inburgeraar__in=dossiers)
    eerste = gesprekken.order_by("inburgeraar", "uiterlijk_op", "pk").distinct("inburgeraar")
    for gesprek in eerste.select_related("afspraak"):
        yield _taak(gesprek)


def _taak(gesprek: Voortgangsgesprek) -> AfgeleideTaak:
    afspraak = gesprek.afspraak
    gepland = afspraak is not None and afspraak.status == AfspraakStatus.GEPLAND
    dag = lokale_datum(afspraak.begint_at) if afspraak and gepland else gesprek.uiterlijk_op
    wat = "vastleggen" if gepland else "plannen"
    return AfgeleideTaak(
        dossier_id=gesprek.inburgeraar_id,
        soort="voortgangsgesprek",
        bron=f"gesprek {gesprek.pk}",
        titel=f"Voortgangsgesprek {gesprek.nummer} {wat}",
        waarom=f"De afspraak is op {dag:%d-%m-%Y}." if gepland else _waarom(gesprek),
        pagina="leerroute-gesprekken",
        uiterlijk_op=dag,
    )


def _waarom(gesprek: Voortgangsgesprek) -> str:
    if gesprek.reden:
        return f"Extra gesprek: {gesprek.reden}"
    plan = "PIP" if gesprek.traject_id else "begeleidingsplan"
    return f"Afgesproken in het {plan}: uiterlijk {gesprek.uiterlijk_op:%d-%m-%Y}."
