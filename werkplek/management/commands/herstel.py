"""bin/manage herstel bron.tar [--overschrijf]"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from werkplek import reservekopie


class Command(BaseCommand):
    help = "Zet een reservekopie terug: eerst alles controleren, dan de database in één keer."
    requires_system_checks = []  # it must work on the day that the rest does not

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("bron", type=Path, help="een bestand dat met backup is gemaakt")
        parser.add_argument("--overschrijf", action="store_true", help="vervang wat er nu in staat")

    def handle(self, *_args: Any, bron: Path, overschrijf: bool, **_opties: Any) -> None:
        try:
            manifest = reservekopie.zet_terug(
                bron,
                overschrijf=overschrijf,
                voortgang=lambda paden: tqdm(paden, desc="Documenten", unit="", disable=None),
            )
        except (reservekopie.KopieFout, OSError) as fout:
            raise CommandError(str(fout)) from fout
        documenten = len(manifest.bestanden) - 1
        self.stdout.write(
            f"Teruggezet: de database van {manifest.gemaakt_op[:16]} en {documenten} documenten."
        )
