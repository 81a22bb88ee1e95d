"""Every paragraph has its row after migrating, so that it can be found and rewritten."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from besluiten.services.briefteksten import briefteksten_aanvullen
from medewerkers.models import Medewerker


def na_migratie(sender: Any, using: str = "default", **kwargs: Any) -> None:
    """After the last app, when the system's own account is there."""
    if getattr(sender, "name", "") == "werkplek":
        nu = timezone.now()  # noqa: TID251  # setting up a database happens outside any request
        briefteksten_aanvullen(door=Medewerker.objects.systeem(), nu=nu)
