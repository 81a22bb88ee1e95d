"""A mark for the letters of the demo: fields and a canal, of no municipality that exists."""

from __future__ import annotations

import io
from datetime import datetime

from PIL import Image, ImageDraw

from besluiten.services.logo import logo_vastleggen
from medewerkers.models import Medewerker

BREED, HOOG = 360, 120


def bouw_logo(*, door: Medewerker, nu: datetime) -> None:
    beeld = Image.new("RGB", (BREED, HOOG), "white")
    pen = ImageDraw.Draw(beeld)
    pen.rectangle((0, 0, 110, 110), fill="#154273")
    pen.polygon([(0, 110), (110, 40), (110, 110)], fill="#3f8f4f")
    pen.line([(0, 78), (110, 22)], fill="white", width=8)
    pen.rectangle((130, 44, 350, 52), fill="#154273")
    pen.rectangle((130, 64, 280, 70), fill="#3f8f4f")
    uit = io.BytesIO()
    beeld.save(uit, "PNG")
    logo_vastleggen(inhoud=uit.getvalue(), omschrijving="Proeflogo", versie=None, door=door, nu=nu)
