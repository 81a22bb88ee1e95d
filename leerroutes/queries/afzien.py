"""Whether lessons run, or ran: what refraining from a new offer asks."""

from __future__ import annotations

from leerroutes.enums import AanbodStatus, DeelnameStatus, TaalschakelStatus
from leerroutes.models import Deelname, Inburgeringsaanbod, Taalschakeltraject


def loopt_iets(dossier_id: int) -> bool:
    """An offer waits, or lessons or the taalschakeltraject run."""
    return (
        Inburgeringsaanbod.objects.filter(
            inburgeraar=dossier_id, status__in=[AanbodStatus.GEDAAN, AanbodStatus.AANVAARD]
        ).exists()
        or Deelname.objects.filter(inburgeraar=dossier_id, status=DeelnameStatus.GESTART).exists()
        or Taalschakeltraject.objects.filter(
            inburgeraar=dossier_id, status=TaalschakelStatus.LOPEND
        ).exists()
    )


def er_was_iets(dossier_id: int) -> bool:
    """An offer was made, or lessons were followed."""
    return (
        Inburgeringsaanbod.objects.filter(inburgeraar=dossier_id).exists()
        or Taalschakeltraject.objects.filter(inburgeraar=dossier_id).exists()
    )
