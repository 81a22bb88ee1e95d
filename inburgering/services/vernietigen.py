"""People, dossiers and all that hangs on them go for good; their history stays, as the trace.

The timeline and the log of opened dossiers are kept from deletion by a trigger of the database.
This is the one place that passes it, for the length of its own work.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import connection, models

from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import handeling
from inburgering.models import Inburgeraar, Persoon
from inburgering.queries.samenhang import Rijen, samenhang, verwijzingen
from medewerkers.models import Medewerker, Rij, verwijder


def vernietigen(
    *,
    rijen: Mapping[type[models.Model], Collection[int]],
    door: Medewerker,
    nu: datetime,
    reden: str,
) -> Rijen:
    """Delete these rows and what hangs on them; says what is gone.

    Raises Geweigerd when a person or dossier that was not named would go along.
    """
    with handeling(door=door, nu=nu, reden=reden) as act:
        weg = samenhang(rijen)
        _weiger_anderen(weg, rijen)
        dossiers = weg.get(Inburgeraar, set())
        act.neem_mee(dossiers)
        _maak_los(weg)
        with _voorbij_de_trigger():
            for model, pks in weg.items():
                _verwijder(model, pks)
        act.dossiers -= dossiers
    return weg


def _weiger_anderen(weg: Rijen, genoemd: Mapping[type[models.Model], Collection[int]]) -> None:
    eigen = set(genoemd.get(Persoon, ()))
    vreemd = weg.get(Persoon, set()) - eigen
    dossiers = weg.get(Inburgeraar, set()) - set(genoemd.get(Inburgeraar, ()))
    van_anderen = Inburgeraar.objects.filter(pk__in=dossiers).exclude(persoon__in=eigen)
    if vreemd or van_anderen.exists():
        raise Geweigerd("Hier hangt een persoon of dossier aan vast dat moet blijven.")


def _maak_los(weg: Rijen) -> None:
    """What may point at nothing, points at nothing."""
    for model, pks in weg.items():
        for ander, veld in verwijzingen(model, losjes=True):
            _wijs_nergens(ander, veld, pks)


def _wijs_nergens(model: Any, veld: str, pks: set[int]) -> None:
    rijen = model._base_manager.filter(**{f"{veld}__in": pks})
    if not issubclass(model, Rij):
        rijen.update(**{veld: None})
        return
    for rij in rijen:
        setattr(rij, veld, None)
        rij.save(update_fields=[veld])


def _verwijder(model: Any, pks: set[int]) -> None:
    rijen = model._base_manager.filter(pk__in=pks)
    if issubclass(model, Rij):
        verwijder(list(rijen))
    else:
        rijen._raw_delete(using="default")


@contextmanager
def _voorbij_de_trigger() -> Iterator[None]:
    """Local to the transaction: when it ends, in whatever way, the trigger holds again."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL inburgering.vernietigen = 'aan'")
        yield
        cursor.execute("SET LOCAL inburgering.vernietigen = 'uit'")
