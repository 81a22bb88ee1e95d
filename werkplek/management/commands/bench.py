"""`bin/bench`: one JSON object per measurement (name, n, p50_ms, p95_ms, queries, peak_mib)."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from werkplek.metingen import metingen


class Command(BaseCommand):
    help = "Meet wat de pagina's en het nachtwerk kosten; één JSON-regel per meting."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            for meting in metingen(nu=timezone.now()):
                self.stdout.write(str(meting))
        except LookupError as fout:
            raise CommandError(str(fout)) from fout
