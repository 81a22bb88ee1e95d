"""The tasks that follow from a leerbaarheidstoets and from the facts for an advice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import F

from inburgering.aanhaken import AfgeleideTaak
from inburgering.datums import lokale_datum
from inburgering.enums import TermijnSoort, TermijnStatus
from inburgering.models import Termijn
from inburgering.queries.taakbronnen import Dossiers
from intake.models import IntakeStatus, Leerbaarheidstoets, ToetsStatus
from intake.queries.advies import nog_te_adviseren
from intake.queries.toets import uitnodigingen_van

_BRON = "Wi 14.3, Wi 14.6"
_WACHT_OP_DUO = timedelta(days=7)  # how long one lets a result be; no term of law


def toets_bewegen(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """What is to be done about a test while the intake runs.

    The last day is that of the plan, which rests on the test; a result is asked after a week.
    """
    toetsen = Leerbaarheidstoets.objects.filter(
        status__in=[ToetsStatus.NODIG, ToetsStatus.GEPLAND],
        inburgeraar__brede_intake__status=IntakeStatus.GESTART,
    ).annotate(sinds=F("inburgeraar__brede_intake__gestart_op"))
    if dossiers is not None:
        toetsen = toetsen.filter(inburgeraar__in=dossiers)
    rijen = list(toetsen.select_related("moment", "afspraak", "inburgeraar"))
    dagen = _laatste_dagen({toets.inburgeraar_id for toets in rijen})
    uitgenodigd = uitnodigingen_van(rijen)
    for toets in rijen:
        if toets.status == ToetsStatus.NODIG:
            yield _plannen(toets, dagen.get(toets.inburgeraar_id))
        else:
            yield _uitslag(toets)
            if toets.pk not in uitgenodigd:
                yield _uitnodigen(toets)


def _plannen(toets: Leerbaarheidstoets, uiterlijk_op: date | None) -> AfgeleideTaak:
    sinds: date = toets.sinds  # type: ignore[attr-defined]  # annotated above
    return AfgeleideTaak(
        dossier_id=toets.inburgeraar_id,
        soort="toets_plannen",
        bron=f"toets {toets.pk}",
        titel="Leerbaarheidstoets plannen",
        waarom=f"De toets hoort bij de brede intake ({_BRON}). Wacht sinds {sinds:%d-%m-%Y}.",
        pagina="intake-toets-plannen",
        uiterlijk_op=uiterlijk_op,
    )


def _uitslag(toets: Leerbaarheidstoets) -> AfgeleideTaak:
    """A task knows no clock, so it stands there from the planning on, with its own last day."""
    assert toets.moment is not None  # the state says so
    dag = lokale_datum(toets.moment.begint_at)
    return AfgeleideTaak(
        dossier_id=toets.inburgeraar_id,
        soort="toets_uitslag",
        bron=f"toets {toets.pk}",
        titel="Uitslag leerbaarheidstoets vastleggen",
        waarom=f"De toets is op {dag:%d-%m-%Y}. DUO geeft de uitslag ({_BRON}).",
        pagina="intake-toets",
        uiterlijk_op=dag + _WACHT_OP_DUO,
    )


def _uitnodigen(toets: Leerbaarheidstoets) -> AfgeleideTaak:
    """Also when the hour or the place changed after the letter."""
    assert toets.moment is not None  # the state says so
    return AfgeleideTaak(
        dossier_id=toets.inburgeraar_id,
        soort="toets_uitnodigen",
        bron=f"afspraak {toets.afspraak_id}",
        titel="Uitnodiging leerbaarheidstoets maken",
        waarom="Voor deze afspraak is er nog geen uitnodiging.",
        pagina="intake",
        uiterlijk_op=lokale_datum(toets.moment.begint_at),
    )


def _laatste_dagen(dossiers: set[int]) -> dict[int, date]:
    """The test is done before the ten weeks of the plan are over."""
    termijnen = Termijn.objects.filter(
        soort=TermijnSoort.PIP, status=TermijnStatus.LOPEND, inburgeraar__in=dossiers
    )
    return dict(termijnen.values_list("inburgeraar", "eind_op"))


def advies_opmaken(dossiers: Dossiers) -> Iterator[AfgeleideTaak]:
    """The facts are there, or are other than those of the last advice."""
    for dossier_id, opnieuw in nog_te_adviseren(dossiers):
        yield AfgeleideTaak(
            dossier_id=dossier_id,
            soort="advies_opmaken",
            bron="routeadvies",
            titel="Advies over de leerroute opmaken",
            waarom="De feiten zijn veranderd na het vorige advies (Wi 8.1, Wi 9.1)."
            if opnieuw
            else "De feiten voor een advies zijn bekend (Wi 8.1, Wi 9.1).",
            pagina="intake-advies",
        )
