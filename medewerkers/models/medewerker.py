from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from simple_history.models import HistoricalRecords

from medewerkers.enums import Rol
from medewerkers.models.gemeente import Partnerorganisatie
from medewerkers.models.rij import BewaakteQuerySet
from medewerkers.rechten import Recht, rechten_van
from medewerkers.sporen import lopend_spoor

SYSTEEM_EMAIL = "systeem@inburgering.invalid"
_BUITEN_GESCHIEDENIS = ["password", "last_login"]


class MedewerkerManager(BaseUserManager["Medewerker"]):
    def get_queryset(self) -> BewaakteQuerySet[Medewerker]:
        return BewaakteQuerySet(self.model, using=self._db)

    def create_user(self, email: str, naam: str, password: str | None = None) -> Medewerker:
        medewerker = self.model(email=self.normalize_email(email).lower(), naam=naam)
        medewerker.set_password(password)
        medewerker.save()
        return medewerker

    def systeem(self) -> Medewerker:
        """The name under which the nightly work and other automatic acts are recorded."""
        return self.get(email=SYSTEEM_EMAIL)

    def actief(self) -> models.QuerySet[Medewerker]:
        """People who can sign in, without the system itself."""
        return self.filter(is_active=True)


class Medewerker(AbstractBaseUser, PermissionsMixin):
    """Somebody who signs in. Never deleted: closed, so that every trace keeps its name."""

    geen_persoon = "medewerker, geen inburgeraar"

    email = models.EmailField("e-mailadres", unique=True)
    naam = models.CharField("naam", max_length=120)
    functie = models.CharField("functie", max_length=80, blank=True)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    partnerorganisatie = models.ForeignKey(
        Partnerorganisatie,
        verbose_name="partnerorganisatie",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="medewerkers",
    )
    afwezig_van = models.DateField("afwezig vanaf", null=True, blank=True)
    afwezig_tot = models.DateField("afwezig tot en met", null=True, blank=True)
    vervanger = models.ForeignKey(
        "self", verbose_name="vervanger", on_delete=models.PROTECT, null=True, blank=True
    )
    is_active = models.BooleanField("account is open", default=True)
    gesloten_op = models.DateField("gesloten op", null=True, blank=True, editable=False)
    versie = models.PositiveIntegerField(default=1, editable=False)

    history = HistoricalRecords(excluded_fields=_BUITEN_GESCHIEDENIS, m2m_fields=["groups"])
    objects: ClassVar[MedewerkerManager] = MedewerkerManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["naam"]

    class Meta:
        verbose_name = "medewerker"
        ordering = ["naam"]
        constraints = [
            models.UniqueConstraint(Lower("email"), name="medewerker_email_uniek"),
            models.CheckConstraint(
                name="medewerker_open_of_gesloten_op",
                condition=Q(is_active=True, gesloten_op=None)
                | Q(is_active=False, gesloten_op__isnull=False)
                | Q(email=SYSTEEM_EMAIL),
            ),
            models.CheckConstraint(
                name="medewerker_afwezig_heeft_begin_en_volgorde",
                condition=Q(afwezig_tot=None)
                | Q(afwezig_van__isnull=False, afwezig_tot__gte=models.F("afwezig_van")),
            ),
        ]

    def __str__(self) -> str:
        return self.naam

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Signing in and choosing a password do not change the account: no version, no history."""
        velden = kwargs.get("update_fields")
        if velden is not None and set(velden) <= set(_BUITEN_GESCHIEDENIS):
            with self.zonder_geschiedenis():
                super().save(*args, **kwargs)
            return
        self._stempel()
        if not self._state.adding:
            self.versie += 1
            if velden is not None:
                kwargs["update_fields"] = {*velden, "versie"}
        super().save(*args, **kwargs)

    @contextmanager
    def zonder_geschiedenis(self) -> Iterator[None]:
        """For what the next `save()` will record together with the rest."""
        if hasattr(self, "skip_history_when_saving"):
            yield
            return
        self.skip_history_when_saving = True
        try:
            yield
        finally:
            del self.skip_history_when_saving

    def _stempel(self) -> None:
        """Who, when and why, when an act is running; accounts are also made by commands."""
        spoor = lopend_spoor()
        if spoor is not None:
            self._history_user = spoor.door
            self._history_date = spoor.stempel()
            self._change_reason = spoor.reden[:100] or None

    @cached_property
    def rollen(self) -> frozenset[Rol]:
        """One query, once per request: the roles of this person."""
        namen = self.groups.values_list("name", flat=True)
        return frozenset(Rol(naam) for naam in namen if naam in Rol.values)

    @cached_property
    def rechten(self) -> frozenset[Recht]:
        return rechten_van(self.rollen)

    def heeft(self, recht: Recht) -> bool:
        return self.is_active and recht in self.rechten
