"""Two records of one person become one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import IntegrityError, models, transaction

from inburgering.aanhaken import BIJ_BEEINDIGEN
from inburgering.enums import BeeindigReden, GebeurtenisSoort
from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import handeling
from inburgering.models import DossierToegang, Inburgeraar, Persoon, Schakel, Taak
from inburgering.policies import check_samenvoegen
from inburgering.services.plichten import pip_termijn_bijwerken
from inburgering.services.termijnen import termijnen_laten_vervallen
from medewerkers.models import Medewerker, Rij

# Each dossier keeps its own of these; tasks are derived again from what moved.
_BLIJFT = (Schakel, Taak, DossierToegang)
_DUBBEL = "Beëindig of corrigeer dat eerst in het dossier dat verdwijnt."


def samenvoegen(
    *, dossier_id: int, verdwijnt_id: int, door: Medewerker, nu: datetime, reden: str
) -> None:
    """Move everything of `verdwijnt` to this dossier; the emptied one ends and points here.

    What this dossier lacks of the person (V-nummer, BSN) comes along. When both hold something
    that a person has only once (a running term, an established PIP), nothing moves: Geweigerd. The
    emptied dossier ends like any other, so what a room derives from it follows.
    """
    with handeling(door=door, nu=nu, dossiers=[dossier_id, verdwijnt_id], reden=reden) as act:
        blijft = act.vergrendel(Inburgeraar, dossier_id)
        verdwijnt = act.vergrendel(Inburgeraar, verdwijnt_id)
        check_samenvoegen(blijft, verdwijnt)
        with transaction.atomic():
            _verplaats_nummers(
                act.vergrendel(Persoon, verdwijnt.persoon_id),
                act.vergrendel(Persoon, blijft.persoon_id),
            )
            _verplaats(verdwijnt, blijft)
            _verplaats(verdwijnt.persoon, blijft.persoon)
        termijnen_laten_vervallen(act, dossier_id=verdwijnt_id, reden="dossiers samengevoegd")
        verdwijnt.beeindigen(op=act.op, reden=BeeindigReden.SAMENGEVOEGD)
        verdwijnt.save()
        for stop in BIJ_BEEINDIGEN:
            stop(verdwijnt_id)
        pip_termijn_bijwerken(act, dossier_id)
        for dossier, ander in ((blijft, verdwijnt), (verdwijnt, blijft)):
            act.meld(
                dossier.pk,
                GebeurtenisSoort.WIJZIGING,
                f"Samengevoegd met dossier {ander.dossiernummer}",
            )


def _verplaats_nummers(van: Persoon, naar: Persoon) -> None:
    """Numbers are unique, so they leave one record before they enter the other."""
    v_nummer, bsn = van.v_nummer, van.bsn
    van.v_nummer, van.bsn, van.samengevoegd_in = None, "", naar
    van.save()
    naar.v_nummer = naar.v_nummer or v_nummer
    if bsn:
        naar.bsn = bsn
    naar.save()


def _verplaats(van: Any, naar: Any) -> None:
    """Every row that points at `van` and is not append-only or owned by the record itself."""
    for relatie in van._meta.related_objects:
        model = relatie.related_model
        if not _is_te_verplaatsen(model):
            continue
        veld = relatie.field
        rijen = model._default_manager.filter(**{veld.name: van})
        if isinstance(veld, models.ManyToManyField):
            for rij in rijen:
                getattr(rij, veld.name).remove(van)
                getattr(rij, veld.name).add(naar)
        else:
            _verhang(model, veld.name, rijen, naar)


def _verhang(model: Any, veld: str, rijen: Iterable[Any], naar: Any) -> None:
    """Raises Geweigerd when the database says that there can be only one.

    A model says in `als_dubbel` what must be done first in the dossier that goes.
    """
    genummerd = _is_genummerd(model, veld)
    try:
        for rij in rijen:
            if genummerd:
                _nummer_door(rij, model._default_manager.filter(**{veld: naar}))
            setattr(rij, veld, naar)
            rij.save()
    except IntegrityError as fout:
        raise Geweigerd(
            "Beide dossiers hebben iets wat iemand maar één keer kan hebben: "
            f"{model._meta.verbose_name}. {getattr(model, 'als_dubbel', _DUBBEL)}",
            veld="dossiernummer",
        ) from fout


def _is_genummerd(model: Any, veld: str) -> bool:
    """Its rows are numbered within the dossier or person."""
    return any(
        set(belofte.fields) == {veld, "nummer"}
        for belofte in model._meta.constraints
        if isinstance(belofte, models.UniqueConstraint)
    )


def _nummer_door(rij: Any, daar: Any) -> None:
    """A number that is taken goes on after the last."""
    nummers = set(daar.values_list("nummer", flat=True))
    if rij.nummer in nummers:
        rij.nummer = max(nummers) + 1


def _is_te_verplaatsen(model: Any) -> bool:
    return issubclass(model, Rij) and model not in (*_BLIJFT, Inburgeraar, Persoon)
