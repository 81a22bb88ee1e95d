"""The first account of an installation: without it nobody could invite anybody."""

from __future__ import annotations

from getpass import getpass
from typing import Any

from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from medewerkers.enums import Rol
from medewerkers.models import Medewerker
from medewerkers.services import gemeente_inrichten


class Command(BaseCommand):
    help = "Maak het eerste account met de rol functioneel beheerder."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("naam")

    def handle(self, *args: Any, **options: Any) -> None:
        if Medewerker.objects.actief().filter(groups__name=Rol.BEHEERDER).exists():
            raise CommandError("Er is al een beheerder: die nodigt collega's uit.")
        wachtwoord = getpass("Wachtwoord: ")
        try:
            validate_password(wachtwoord)
        except ValidationError as fout:
            raise CommandError(" ".join(fout.messages)) from fout
        beheerder = Medewerker.objects.create_user(options["email"], options["naam"], wachtwoord)
        beheerder.groups.add(Group.objects.get(name=Rol.BEHEERDER))
        gemeente_inrichten(door=beheerder, nu=timezone.now())
        self.stdout.write(f"Account gemaakt. Log in met {beheerder.email}.")
