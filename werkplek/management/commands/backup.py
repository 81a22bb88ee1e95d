"""bin/manage backup doel.tar"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from tqdm import tqdm

from werkplek import reservekopie


class Command(BaseCommand):
    help = "Maakt één bestand met de database, de documenten en hun controlesommen."
    requires_system_checks = []  # it must work on the day that the rest does not

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("doel", type=Path, help="het bestand dat gemaakt wordt (.tar)")

    def handle(self, *_args: Any, doel: Path, **_opties: Any) -> None:
        try:
            manifest = reservekopie.maak(
                doel,
                nu=timezone.now(),
                voortgang=lambda paden: tqdm(paden, desc="Documenten", unit="", disable=None),
            )
        except (reservekopie.KopieFout, OSError) as fout:
            raise CommandError(str(fout)) from fout
        documenten = len(manifest.bestanden) - 1
        megabytes = doel.stat().st_size / 1e6
        self.stdout.write(f"{doel}: database en {documenten} documenten, {megabytes:.1f} MB.")
        self.stdout.write(
            "Bewaar de sleutels (BSN_SLEUTEL en BSN_INDEX_SLEUTEL) apart: ze zitten er niet in."
        )
