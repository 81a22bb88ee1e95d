"""That the text of a sheet in some language was checked."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from medewerkers.models import Medewerker, Rij


class Vertaling(Rij):
    """Who checked which text. The checker need not work here, so it is a name in words.

    The check is of one very text (`sha256` of the file); when the text changes, it lapses.
    """

    geen_persoon: ClassVar[str] = "wie een tekst nakeek, geen inburgeraar"

    taal = models.CharField("taal", max_length=8, unique=True, editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    nagekeken_door = models.CharField("nagekeken door", max_length=120)
    nagekeken_op = models.DateField("nagekeken op")
    vastgelegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateField("vastgelegd op")

    class Meta:
        verbose_name = "vertaling"
        verbose_name_plural = "vertalingen"
        ordering = ["taal"]
        constraints = [
            models.CheckConstraint(
                name="vertaling_hash_is_sha256",
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"),
            ),
            models.CheckConstraint(
                name="vertaling_nagekeken_door_iemand",
                condition=~models.Q(nagekeken_door=""),
            ),
            models.CheckConstraint(
                name="vertaling_nagekeken_voor_vastgelegd",
                condition=models.Q(nagekeken_op__lte=models.F("vastgelegd_op")),
            ),
        ]

    def __str__(self) -> str:
        return self.taal
