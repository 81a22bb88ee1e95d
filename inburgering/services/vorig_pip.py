"""A plan of another municipality, with which somebody moved here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import partial

from inburgering.enums import GebeurtenisSoort, Herkomst, TermijnSoort
from inburgering.handelingen import handeling
from inburgering.models import Inburgeraar, Termijn, VorigPip
from inburgering.policies import check_vorig_pip
from inburgering.services.plichten import pip_termijn_bijwerken
from inburgering.services.termijnen import laatste_dag_van_duo, termijn_vastleggen
from medewerkers.models import Medewerker
from wet.leerroutes import Leerroute, Niveau
from wet.termijnen import inburgeringstermijn


@dataclass(frozen=True, kw_only=True)
class VorigPipGegevens:
    """What DUO or the other municipality says; `laatste_dag` is inclusive."""

    gemeente: str
    dagtekening: date
    dagtekening_initieel: date
    leerroute: Leerroute
    niveau: Niveau | None = None
    afgeschaald: Sequence[str] = ()
    laatste_dag: date | None = None


def vorig_pip_vastleggen(
    *,
    dossier_id: int,
    versie: int | None,
    gegevens: VorigPipGegevens,
    door: Medewerker,
    nu: datetime,
) -> VorigPip:
    """Record it, or put it right. The three years run from the first plan, wherever it was made.

    Our own ten weeks become those after a move (B26 5.3.3).
    """
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = act.vergrendel(Inburgeraar, dossier_id)
        check_vorig_pip(
            dossier,
            dagtekening=gegevens.dagtekening,
            dagtekening_initieel=gegevens.dagtekening_initieel,
            laatste_dag=gegevens.laatste_dag,
            vandaag=act.op,
        )
        bestaand = VorigPip.objects.filter(inburgeraar=dossier).first()
        rij = (
            act.vergrendel(VorigPip, bestaand.pk, versie=versie)
            if bestaand
            else VorigPip(inburgeraar=dossier)
        )
        for veld in fields(gegevens):
            setattr(rij, veld.name, getattr(gegevens, veld.name) or _LEEG.get(veld.name))
        rij.save()
        act.meld(
            dossier_id,
            GebeurtenisSoort.WIJZIGING,
            f"PIP van de vorige gemeente vastgelegd: {rij.gemeente}",
            op=rij.dagtekening,
        )
        if bestaand:
            _vergeet_laatste_dag(dossier_id)
        termijn = termijn_vastleggen(
            act,
            dossier_id=dossier_id,
            soort=TermijnSoort.INBURGERING,
            vraag=partial(inburgeringstermijn, dagtekening=rij.dagtekening_initieel),
        )
        if termijn is not None and rij.laatste_dag:
            laatste_dag_van_duo(act, termijn=termijn, eind_op=rij.laatste_dag)
        pip_termijn_bijwerken(act, dossier_id)
    return rij


def _vergeet_laatste_dag(dossier_id: int) -> None:
    """A day that was typed with the former record counts no more; an extension by DUO does."""
    getypt = Termijn.objects.filter(
        inburgeraar=dossier_id,
        soort=TermijnSoort.INBURGERING,
        herkomst=Herkomst.DUO,
        verlengingen=None,
    )
    for termijn in getypt:
        termijn.herkomst = Herkomst.EIGEN
        termijn.save()


_LEEG = {"niveau": "", "afgeschaald": []}
