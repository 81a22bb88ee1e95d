"""State machines, with the holes of django-fsm closed.

django-fsm guards assignment after loading, and no more. Here a row is also never *created* in a
later state, `full_clean()` works, and a failed `refresh_from_db()` leaves the guard on. Bulk
`update()` is refused by `BewaakteQuerySet`. `overgang` keeps the method's signature for mypy.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any, ParamSpec, TypeVar, cast

from django.db import models
from django_fsm import FSMField, TransitionNotAllowed, transition

from medewerkers.models import Rij

__all__ = ["Toestandsrij", "TransitionNotAllowed", "overgang", "toestandsveld"]

P = ParamSpec("P")
R = TypeVar("R")


class BegintNietHier(TypeError):
    """A row was created in a state that only a transition may give it."""


class Toestandsveld(FSMField):
    """In migrations a plain text column: a migration has no acts, and a hundred guarded model
    states make it crawl.
    """

    def deconstruct(self) -> Any:
        naam, _pad, args, kwargs = super().deconstruct()
        kwargs.pop("protected", None)
        return naam, "django.db.models.CharField", args, kwargs


def toestandsveld(toestanden: type[models.TextChoices], *, begin: str) -> Any:
    """The one field of a machine: set by transitions only, shown with the labels of the enum."""
    return Toestandsveld(
        "status", default=begin, choices=toestanden.choices, protected=True, max_length=24
    )


def overgang(
    *, van: str | Collection[str], naar: str, veld: str = "status"
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """A move that exists. Whether it may happen now is for a policy, what follows for a service."""
    bron = van if isinstance(van, str) else list(van)
    return cast(
        "Callable[[Callable[P, R]], Callable[P, R]]",
        transition(field=veld, source=bron, target=naar),
    )


class Toestandsrij(Rij):
    """A row with a state machine."""

    class Meta:
        abstract = True

    @classmethod
    def _toestandsvelden(cls) -> list[Any]:
        return [veld for veld in cls._meta.concrete_fields if isinstance(veld, FSMField)]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self._state.adding:
            for veld in self._toestandsvelden():
                if getattr(self, veld.name) != veld.get_default():
                    raise BegintNietHier(
                        f"{self._meta.label}.{veld.name} begint als {veld.get_default()!r}"
                    )
        super().save(*args, **kwargs)

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        toestanden = {veld.name for veld in self._toestandsvelden()}
        super().clean_fields(exclude=toestanden | set(exclude or ()))

    def refresh_from_db(
        self,
        using: str | None = None,
        fields: Iterable[str] | None = None,
        from_queryset: models.QuerySet[Any] | None = None,
    ) -> None:
        te_lezen = None if fields is None else list(fields)
        bewaard = {
            veld.name: self.__dict__.pop(veld.name)
            for veld in self._toestandsvelden()
            if veld.name in self.__dict__ and (te_lezen is None or veld.name in te_lezen)
        }
        try:
            super().refresh_from_db(using=using, fields=te_lezen, from_queryset=from_queryset)
        except Exception:
            self.__dict__.update(bewaard)
            raise
