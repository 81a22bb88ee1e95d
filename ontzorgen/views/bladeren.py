"""From one page of a list to the next, with the filter kept."""

from __future__ import annotations

from medewerkers.verzoek import Verzoek


def blad_urls(request: Verzoek, *, vorige: int, volgende: int) -> dict[str, str]:
    """Page numbers become addresses; 0 is no page."""
    return {
        "vorige_url": _url(request, vorige),
        "volgende_url": _url(request, volgende),
    }


def _url(request: Verzoek, pagina: int) -> str:
    if not pagina:
        return ""
    vraag = request.GET.copy()
    vraag["pagina"] = str(pagina)
    return f"?{vraag.urlencode()}"
