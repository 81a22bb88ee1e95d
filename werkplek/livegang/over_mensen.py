"""Checks about who somebody is, where they live, which duty they have and who guides them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date

from inburgering.enums import Gezinsrol, VerblijfsrechtSoort
from inburgering.policies import check_geboortedatum, check_inschrijving, check_oud_genoeg
from medewerkers.rechten import Recht
from opdrachten.soorten import Bevinding
from werkplek.livegang.bevinden import BEGIN, Controle, Feiten, fout, is_asiel, let_op
from werkplek.livegang.invoer import OOK_VAN_HET_GEZIN, PIP, ZAAK, Invoer

EERSTE_DAG = date(1900, 1, 1)
MAG_IN_DE_TOEKOMST = ("laatste_dag", "bijstand_tot", "ontzorgen_tot")


def _persoon(lid: Invoer, feiten: Feiten) -> Iterator[Bevinding]:
    if not (lid.voornamen or lid.achternaam):
        yield fout(lid, "achternaam", "Vul een voornaam of een achternaam in.")
    check_geboortedatum(lid.geboortedatum.vroegst, vandaag=feiten.op)
    if lid.heeft_dossier:
        check_oud_genoeg(lid.geboortedatum, op=feiten.op)


def _datums(lid: Invoer, feiten: Feiten) -> Iterator[Bevinding]:
    """No day ahead, but for the end of what still runs; none before anybody here was born."""
    for veld in fields(lid):
        waarde = getattr(lid, veld.name)
        if not isinstance(waarde, date):
            continue
        if waarde > feiten.op and veld.name not in MAG_IN_DE_TOEKOMST:
            yield fout(lid, veld.name, "Deze datum ligt in de toekomst.")
        elif waarde < EERSTE_DAG:
            yield fout(lid, veld.name, "Controleer het jaar van deze datum.")


def _geen_zaak(lid: Invoer, feiten: Feiten) -> Iterator[Bevinding]:
    """A child, or a partner without a duty, has no plan and no terms."""
    if lid.heeft_dossier:
        return
    wie = "Een kind" if lid.rol == Gezinsrol.KIND else "Wie geen dossier heeft,"
    if lid.gevuld(PIP):
        kolom = "pip_op" if lid.pip_op else lid.gevuld(PIP)[0]
        yield fout(lid, kolom, f"{wie} heeft geen PIP. Maak dit leeg, of zet dossier op ja.")
    for kolom in lid.gevuld(ZAAK):
        yield fout(lid, kolom, "Dit hoort bij een dossier, en hier staat dossier: nee.")
    for kolom in lid.gevuld(OOK_VAN_HET_GEZIN):
        yield let_op(lid, kolom, "Wordt niet overgenomen: hier staat dossier: nee.")


def _verblijf(lid: Invoer, feiten: Feiten) -> Iterator[Bevinding]:
    if lid.woont_hier_sinds and not lid.plaats:
        yield fout(lid, "plaats", "Vul de plaats in.")
    if not lid.woont_hier_sinds and (lid.plaats or lid.straat or lid.brp_op):
        yield fout(lid, "woont_hier_sinds", "Vul in sinds wanneer deze persoon hier woont.")
    elif not lid.woont_hier_sinds and lid.wi2021:
        yield fout(
            lid,
            "woont_hier_sinds",
            "Vul het adres in, en sinds wanneer. Wie hier nog niet woont, hoort bij Overdrachten.",
        )
    if lid.wi2021 and lid.asielvergunning and not lid.brp_op:
        yield fout(
            lid,
            "brp_op",
            "Vul de inschrijving in de BRP in. Wie nog niet is ingeschreven, hoort bij "
            "Overdrachten.",
        )
    if lid.woont_hier_sinds:
        check_inschrijving(lid.brp_op, start_op=lid.woont_hier_sinds, vandaag=feiten.op)


def _vergunning(lid: Invoer, feiten: Feiten) -> Iterator[Bevinding]:
    if lid.vergunning and not lid.vergunning_vanaf:
        yield fout(lid, "vergunning_vanaf", "Vul de eerste dag van de vergunning in.")
    if lid.vergunning_vanaf and not lid.vergunning:
        yield fout(lid, "vergunning", "Vul de soort vergunning in.")
    if lid.wi2021 and not lid.vergunning and is_asiel(lid):
        yield fout(lid, "vergunning", "Vul de verblijfsvergunning in.")
    if lid.brp_op and lid.vergunning_vanaf and lid.brp_op < lid.vergunning_vanaf:
        reden = f"De inschrijving ligt voor de vergunning ({lid.vergunning_vanaf:%d-%m-%Y})."
        eerste = lid.vergunning in (VerblijfsrechtSoort.ASIEL_BEPAALD, VerblijfsrechtSoort.NAREIS)
        yield (fout if eerste else let_op)(lid, "brp_op", reden)


def _plicht(lid: Invoer, feiten: Feiten) -> Iterator[Bevinding]:
    if not lid.heeft_dossier:
        return
    if lid.stelsel is None:
        yield fout(lid, "stelsel", "Vul het stelsel in: Wi2021, of Wi2013 (ondertussengroep).")
    if lid.doelgroep is None:
        yield fout(lid, "doelgroep", "Vul de doelgroep in.")
    if lid.kennisgeving_op and not lid.begin_plicht:
        yield fout(lid, "begin_plicht", "Vul ook het begin van de plicht in.")
    if lid.stelsel and lid.begin_plicht and lid.begin_plicht < BEGIN[lid.stelsel]:
        begin = BEGIN[lid.stelsel]
        yield fout(
            lid,
            "begin_plicht",
            f"De {lid.stelsel.label} geldt vanaf {begin:%d-%m-%Y}: controleer datum en stelsel.",
        )
    if lid.wi2021 and not lid.kennisgeving_op:
        yield let_op(
            lid, "kennisgeving_op", "Zonder kennisgeving blijft schakel 1 open: er komt een taak."
        )


def _begeleiders(lid: Invoer, feiten: Feiten) -> Iterator[Bevinding]:
    if not lid.heeft_dossier:
        return
    collega = feiten.collegas.get(lid.consulent.casefold())
    if not lid.consulent:
        yield let_op(lid, "consulent", "Zonder consulent komt er een taak om die toe te wijzen.")
    elif collega is None:
        yield fout(lid, "consulent", "Dit e-mailadres is van geen collega hier.")
    elif not collega.heeft(Recht.INTAKE_DOEN):
        yield fout(lid, "consulent", "Deze collega is geen consulent.")
    if lid.partner and lid.partner.casefold() not in feiten.partners:
        yield fout(lid, "partner", "Deze partnerorganisatie staat niet bij Beheer.")


CONTROLES: tuple[Controle, ...] = (
    _persoon,
    _datums,
    _geen_zaak,
    _verblijf,
    _vergunning,
    _plicht,
    _begeleiders,
)
