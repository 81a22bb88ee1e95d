"""The states of an opdracht, what is chosen for a row in doubt, and what came of a row."""

from __future__ import annotations

from django.db.models import TextChoices


class OpdrachtStatus(TextChoices):
    ONTVANGEN = "ontvangen", "Wordt gelezen"
    TE_KOPPELEN = "te_koppelen", "Kolommen koppelen"
    VOORBEELD = "voorbeeld", "Wacht op bevestiging"
    BEVESTIGD = "bevestigd", "Wordt ingevoerd"
    KLAAR = "klaar", "Ingevoerd"
    TERUGDRAAIEN = "terugdraaien", "Wordt ongedaan gemaakt"
    ONGEDAAN = "ongedaan", "Ongedaan gemaakt"
    MISLUKT = "mislukt", "Mislukt"
    VERVALLEN = "vervallen", "Weggegooid"


class Keuze(TextChoices):
    """What to do with a unit that is probably known already."""

    OVERSLAAN = "overslaan", "Overslaan"
    NIEUW = "nieuw", "Toch als nieuw invoeren"
    AANVULLEN = "aanvullen", "De bekende persoon aanvullen"


class Uitkomst(TextChoices):
    INGEVOERD = "ingevoerd", "Ingevoerd"
    OVERGESLAGEN = "overgeslagen", "Overgeslagen"
    FOUT = "fout", "Niet ingevoerd"
