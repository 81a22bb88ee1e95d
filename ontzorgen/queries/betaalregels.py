"""How this municipality pays. Before anybody filled it in, the defaults hold."""

from __future__ import annotations

from ontzorgen.enums import BatchStatus
from ontzorgen.iban import Rekeningnummer, lees_iban
from ontzorgen.models import Betaalbatch, Betaalregels


def betaalregels() -> Betaalregels:
    return Betaalregels.objects.filter(pk=1).first() or Betaalregels(pk=1)


def eigen_rekening(regels: Betaalregels | None) -> Rekeningnummer | None:
    """With its bank; None while nobody filled it in."""
    return lees_iban(regels.iban) if regels and regels.iban else None


def verzegelde_batch() -> Betaalbatch | None:
    """One that was made ready or approved under the rules as they are now."""
    klaar = (BatchStatus.KLAAR, BatchStatus.AKKOORD)
    return Betaalbatch.objects.filter(status__in=klaar).first()
