"""`manage.py demo`: an invented Westerkwartier to practise in. Running it twice adds nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from tqdm import tqdm

from werkplek.demo.bouwen import bouw_demo, inloggegevens, staat_er_al


class Command(BaseCommand):
    help = "Vul een lege database met een verzonnen gemeente, of toon de log-ins daarvan."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--peildatum", type=date.fromisoformat, help="jjjj-mm-dd; anders vandaag"
        )
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--schaal", type=float, default=1.0, help="1 is ongeveer 330 mensen")
        parser.add_argument("--inloggen", action="store_true", help="toon alleen de log-ins")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("De demo kan alleen in demomodus (DEMO=true).")
        if not options["inloggen"]:
            self._bouw(options)
        for rol, email, wachtwoord in inloggegevens():
            self.stdout.write(f"  {rol:<42} {email:<30} {wachtwoord}")

    def _bouw(self, options: dict[str, Any]) -> None:
        if staat_er_al():
            self.stdout.write("Er staan al andere dossiers: de demo voegt niets toe.")
            return
        with tqdm(desc="Demo", unit=" verhaal", disable=None) as balk:

            def voortgang(gedaan: int, totaal: int) -> None:
                balk.total = totaal
                balk.update(gedaan - balk.n)

            bouw_demo(
                peildatum=options["peildatum"] or timezone.localdate(),
                seed=options["seed"],
                schaal=options["schaal"],
                voortgang=voortgang,
            )
