"""How the municipality pays: one page under Beheer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from inburgering.bewerken import bewerk
from medewerkers.rechten import Recht
from medewerkers.toegang import vereist
from medewerkers.verzoek import Verzoek
from ontzorgen.forms.betaalregels import BetaalregelsForm
from ontzorgen.models import Betaalregels
from ontzorgen.queries.betaalregels import eigen_rekening, verzegelde_batch
from ontzorgen.services.betaalregels import betaalregels_wijzigen
from ontzorgen.views.crediteurformulier import BEWERK


@BEWERK
@vereist(Recht.BEHEER_BETALEN)
def wijzigen(request: Verzoek) -> HttpResponse:
    def opslaan(form: Any, versie: int | None) -> HttpResponse:
        betaalregels_wijzigen(
            versie=versie or 0, gegevens=form.gegevens(), door=request.user, nu=request.nu
        )
        messages.success(request, "De betaalregels zijn opgeslagen.")
        return redirect("betaalregels")

    rij = Betaalregels.objects.first()
    return bewerk(
        request,
        BetaalregelsForm,
        opslaan=opslaan,
        template="ontzorgen/betaalregels.html",
        begin=BetaalregelsForm.begin,
        rij=rij,
        context={"rekening": eigen_rekening(rij), "verzegeld": verzegelde_batch()},
    )
