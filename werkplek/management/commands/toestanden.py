"""`manage.py toestanden`: draw the state machines anew in docs/toestanden.md."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from werkplek.toestanden import als_tekst


class Command(BaseCommand):
    help = "Schrijft docs/toestanden.md: van elke toestandsmachine een tekening en een tabel."

    def handle(self, *args: Any, **opties: Any) -> None:
        doel = settings.BASE_DIR / "docs/toestanden.md"
        doel.write_text(als_tekst(), encoding="utf-8")
        self.stdout.write(f"Geschreven: {doel.relative_to(settings.BASE_DIR)}")
