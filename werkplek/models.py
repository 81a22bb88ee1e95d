"""What the pages over all rooms keep of their own."""

from __future__ import annotations

from django.db import models


class Nachtrun(models.Model):
    """One night's guarding of the terms: when it began, when it was done, what it did."""

    gestart_at = models.DateTimeField()
    klaar_at = models.DateTimeField(null=True, blank=True)
    resultaat = models.JSONField(default=dict)

    class Meta:
        verbose_name = "nachtrun"
        verbose_name_plural = "nachtruns"
        ordering = ["-gestart_at"]

    def __str__(self) -> str:
        return f"{self.gestart_at:%d-%m-%Y %H:%M}"

    @property
    def mislukt(self) -> bool:
        """A step failed, or did not do all."""
        return any("fout" in u or u.get("mislukt") for u in self.resultaat.values())
