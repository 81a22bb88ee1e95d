"""bin/manage nachtwerk"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from werkplek.queries.gezondheid import stapregels
from werkplek.services.nachtwerk import nachtwerk


class Command(BaseCommand):
    help = "Doet het nachtwerk nu: termijnen bewaken, taken bijwerken en opruimen. Mag vaker."

    def handle(self, *args: Any, **options: Any) -> None:
        run = nachtwerk(nu=timezone.now())
        if run is None:
            self.stdout.write("Het nachtwerk loopt al.")
            return
        for stap in stapregels(run):
            self.stdout.write(f"{stap.naam}: {stap.uitkomst}")
        if run.mislukt:
            raise CommandError("Niet elk onderdeel is gelukt: zie het logboek.")
