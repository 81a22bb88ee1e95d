"""One page with one form about a handover: every act has this shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from inburgering.bewerken import Begin, MaakFormulier, bewerk
from inburgering.datums import lokale_datum
from medewerkers.verzoek import Verzoek
from overdracht.models import Overdracht
from overdracht.queries.overdrachten import overdrachtspagina


def met_formulier(
    request: Verzoek,
    overdracht_id: int,
    form: MaakFormulier,
    *,
    titel: str,
    doe: Callable[..., Any],
    klaar: str,
    uitleg: str = "",
    begin: Begin = lambda rij: {},
    gevolgen: Sequence[str] = (),
    met_versie: bool = False,
    template: str = "overdracht/handeling.html",
    context: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """A page with one form; `doe` is the service, called with what the form gives it."""
    rij = overdracht_of_404(request, overdracht_id)

    def opslaan(ingevuld: Any, versie: int | None) -> HttpResponse:
        waarden = getattr(ingevuld, "waarden", lambda: ingevuld.cleaned_data)()
        if met_versie:
            waarden["versie"] = versie
        doe(overdracht_id=rij.pk, door=request.user, nu=request.nu, **waarden)
        messages.success(request, klaar)
        return redirect("overdracht-tonen", rij.pk)

    pagina = {
        "pagina": overdrachtspagina(rij.pk, voor=request.user, op=lokale_datum(request.nu)),
        "titel": titel,
        "uitleg": uitleg,
        "gevolgen": gevolgen,
        **(context or {}),
    }
    return bewerk(
        request,
        form,
        opslaan=opslaan,
        template=template,
        begin=begin,
        rij=rij,
        context=pagina,
    )


def overdracht_of_404(request: Verzoek, overdracht_id: int) -> Overdracht:
    rijen = Overdracht.objects.zichtbaar_voor(request.user)
    return get_object_or_404(rijen.select_related("gesprek"), pk=overdracht_id)
