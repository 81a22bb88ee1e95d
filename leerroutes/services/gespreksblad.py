"""The sheet for a talk, on paper: made when asked, never kept."""

from __future__ import annotations

from datetime import date

from besluiten.pdf import maak_pdf
from leerroutes.models import Voortgangsgesprek
from leerroutes.queries.gespreksblad import gespreksblad
from medewerkers.models import Gemeente


def gespreksblad_pdf(gesprek: Voortgangsgesprek, *, op: date) -> bytes:
    context = {"blad": gespreksblad(gesprek, op=op), "gemeente": Gemeente.objects.first()}
    return maak_pdf("leerroutes/gespreksblad.html", context, dagtekening=op)
