"""Who can do a task."""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import reverse

from inburgering.models import Taak
from inburgering.models.zicht import wie_ziet
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht, rollen_met
from medewerkers.toegang import rechten_van_pagina


def wie_kan(taak: Taak) -> QuerySet[Medewerker]:
    """Who does tasks, sees the dossier, and may open the page where this one is done."""
    collegas = wie_ziet(taak.inburgeraar).filter(groups__name__in=rollen_met(Recht.TAKEN))
    if taak.afgeleid:
        pagina = rechten_van_pagina(reverse(taak.pagina, args=[taak.inburgeraar.dossiernummer]))
        collegas = collegas.filter(groups__name__in=rollen_met(*pagina))
    return collegas.distinct()
