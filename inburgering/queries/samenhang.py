"""What hangs on a row: everything that points at it, and what points at that, in every room."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from django.db import models
from simple_history.models import HistoricalChanges

Rijen = dict[type[models.Model], set[int]]


def samenhang(rijen: Mapping[type[models.Model], Collection[int]]) -> Rijen:
    """These rows and all that cannot be without them. The history is no part of it.

    The number of questions follows from the models, not from the rows.
    """
    gevonden: Rijen = {}
    te_volgen = [(model, set(pks)) for model, pks in rijen.items()]
    while te_volgen:
        model, pks = te_volgen.pop()
        nieuw = pks - gevonden.get(model, set())
        if not nieuw:
            continue
        gevonden[model] = gevonden.get(model, set()) | nieuw
        for ander, veld in verwijzingen(model, losjes=False):
            te_volgen.append((ander, _wie_wijst_naar(ander, veld, nieuw)))
    return gevonden


def _wie_wijst_naar(model: Any, veld: str, pks: set[int]) -> set[int]:
    return set(model._base_manager.filter(**{f"{veld}__in": pks}).values_list("pk", flat=True))


def verwijzingen(model: Any, *, losjes: bool) -> Iterator[tuple[Any, str]]:
    """Model and field of what points here; `losjes`: what may also point at nothing instead."""
    for relatie in model._meta.get_fields(include_hidden=True):
        if not (relatie.auto_created and (relatie.one_to_many or relatie.one_to_one)):
            continue
        ander = relatie.related_model
        if issubclass(ander, HistoricalChanges) or relatie.field.model is not ander:
            continue
        if (relatie.on_delete is models.SET_NULL) is losjes:
            yield ander, relatie.field.name
