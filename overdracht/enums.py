"""Words of this room that are no state of a row."""

from django.db.models import TextChoices

from inburgering.enums import ContactSoort


class Fase(TextChoices):
    """How far a household is, from handover to registration: what was reached last."""

    ONTVANGEN = "ontvangen", "Ontvangen"
    VERWERKT = "verwerkt", "Verwerkt"
    GESPREK = "gesprek", "Gesprek"
    WONING = "woning", "Woning"
    VERHUIZING = "verhuizing", "Verhuizing"
    INGESCHREVEN = "ingeschreven", "Ingeschreven"


# How a driepartijengesprek may be replaced when it cannot be held in the AZC.
VERVANGINGEN = (ContactSoort.TELEFOON, ContactSoort.BRIEF, ContactSoort.MAIL)
