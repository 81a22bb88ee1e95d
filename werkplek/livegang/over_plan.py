"""Checks about the intake, the plan on paper, its route and the hours so far."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from inburgering.enums import Regime
from opdrachten.soorten import Bevinding
from pip_plans.policies.plan import check_dagen
from werkplek.livegang.bevinden import BEGIN_WI2021, Controle, Feiten, fout, is_asiel, let_op
from werkplek.livegang.invoer import PIP, Invoer
from werkplek.livegang.invoeren import papieren_pip
from wet.leerroutes import Leerroute, niveau_toegestaan
from wet.termijnen import inburgeringstermijn


def _pip_hoort(lid: Invoer, feiten: Feiten) -> Iterator[Bevinding]:
    """Whether there is a plan, and all that makes it one."""
    if not lid.heeft_dossier or not lid.gevuld(PIP):
        return
    if lid.stelsel == Regime.WI2013:
        yield fout(lid, lid.gevuld(PIP)[0], "Bij de Wet inburgering 2013 hoort geen PIP.")
        return
    if not lid.pip_op:
        yield fout(lid, "pip_op", "Vul de dagtekening van het PIP in, of laat het hele PIP leeg.")
    if not lid.leerroute:
        yield fout(lid, "leerroute", "Een PIP heeft een leerroute: vul die in.")
    if lid.pip_op and not lid.begin_plicht:
        yield fout(lid, "begin_plicht", "Bij een PIP hoort het begin van de plicht.")


def _pip_dagen(lid: Invoer, feiten: Feiten) -> Iterator[Bevinding]:
    eerste = lid.eerste_pip
    if not lid.wi2021 or lid.pip_op is None or eerste is None:
        return
    if eerste < BEGIN_WI2021:
        yield fout(lid, "pip_op", f"Een PIP bestaat pas sinds {BEGIN_WI2021:%d-%m-%Y}.")
    if lid.kennisgeving_op and eerste < lid.kennisgeving_op:
        yield fout(
            lid, "pip_op", f"Het PIP ligt voor de kennisgeving ({lid.kennisgeving_op:%d-%m-%Y})."
        )
    if lid.pip_bekend_op and lid.pip_bekend_op < lid.pip_op:
        yield fout(lid, "pip_bekend_op", "Het PIP is bekendgemaakt voor de dagtekening.")
    if lid.intake_op and lid.intake_op > eerste:
        yield fout(lid, "intake_op", "De brede intake is afgerond na het PIP.")
    plan = papieren_pip(lid)
    if plan is not None:
        check_dagen(plan, begin_plicht=lid.begin_plicht, vandaag=feiten.op)


def _route(lid: Invoer, feiten: Feiten) -> Iterator[Bevinding]:
    if lid.leerroute is None or lid.pip_op is None:
        return
    oordeel = niveau_toegestaan(lid.leerroute, lid.niveau, eerste_pip=lid.eerste_pip == lid.pip_op)
    if not oordeel.bekend:
        yield fout(lid, "niveau", oordeel.conclusie)


def _pip_let_op(lid: Invoer, feiten: Feiten) -> Iterator[Bevinding]:
    if not lid.wi2021 or lid.pip_op is None:
        return
    if not lid.pip_bekend_op:
        yield let_op(lid, "pip_bekend_op", "Het PIP is nog niet bekendgemaakt: er komt een taak.")
    if not lid.intake_op:
        yield let_op(
            lid, "intake_op", "De dag van de intake is niet bekend: die van het PIP geldt."
        )
    if lid.eerste_pip and lid.eerste_pip >= BEGIN_WI2021:
        yield from _laatste_dag(lid, lid.eerste_pip)


def _laatste_dag(lid: Invoer, eerste: date) -> Iterator[Bevinding]:
    """DUO's own last day leads; that it differs is said before it is taken over."""
    berekend = inburgeringstermijn(dagtekening=eerste).bekend
    if berekend is None or lid.laatste_dag in (None, berekend.eind_op):
        return
    if lid.verlengd_op is None:
        yield let_op(
            lid,
            "laatste_dag",
            f"Berekend is {berekend.eind_op:%d-%m-%Y}. De dag van DUO in het bestand geldt.",
        )


def _uren(lid: Invoer, feiten: Feiten) -> Iterator[Bevinding]:
    if lid.pip_op is None:
        for kolom in lid.gevuld(("uren_taal", "uren_participatie")):
            yield let_op(lid, kolom, "Zonder PIP komen deze uren in een notitie.")
    elif lid.uren_participatie and not (is_asiel(lid) and lid.leerroute is Leerroute.Z):
        yield let_op(
            lid,
            "uren_participatie",
            "Deze uren tellen alleen in de Z-route van een asielstatushouder.",
        )


CONTROLES: tuple[Controle, ...] = (_pip_hoort, _pip_dagen, _route, _pip_let_op, _uren)
