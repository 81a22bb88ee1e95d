"""`bin/bench`: one JSON object per measurement (name, n, p50_ms, p95_ms, queries, peak_mib)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from inburgering.models import Inburgeraar
from werkplek.demo.bouwen import bouw_demo
from werkplek.metingen import metingen


class Command(BaseCommand):
    help = "Meet wat de pagina's en het nachtwerk kosten; één JSON-regel per meting."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--schaal", type=float, default=0.2, help="van de demo, als die er nog niet is"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.DEMO and not Inburgeraar.objects.exists():
            bouw_demo(peildatum=timezone.localdate(), schaal=options["schaal"])
        try:
            for meting in metingen(nu=timezone.now()):
                self.stdout.write(str(meting))
        except LookupError as fout:
            raise CommandError(str(fout)) from fout
