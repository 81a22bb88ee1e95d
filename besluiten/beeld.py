"""A picture somebody uploaded, drawn again: nothing of the file that came in goes into a letter."""

from __future__ import annotations

import io
from base64 import b64encode

from django.conf import settings
from PIL import Image, UnidentifiedImageError

from inburgering.geweigerd import Geweigerd

SOORTEN = ("PNG", "JPEG")
MAX_PUNTEN = 4000 * 4000
BREED, HOOG = 900, 300  # enough for 75 mm in print


def als_logo(inhoud: bytes) -> bytes:
    """A PNG on white, small enough for the head of every letter. Raises Geweigerd."""
    if len(inhoud) > settings.LOGO_MAX_BYTES:
        raise Geweigerd(
            f"Het bestand is groter dan {settings.LOGO_MAX_BYTES // 1024**2} MB.", veld="bestand"
        )
    try:
        with Image.open(io.BytesIO(inhoud), formats=SOORTEN) as beeld:
            if beeld.width * beeld.height > MAX_PUNTEN:
                raise Geweigerd("Het beeld heeft te veel punten.", veld="bestand")
            return _teken(beeld)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as fout:
        raise Geweigerd("Dit is geen PNG of JPEG die kan worden gelezen.", veld="bestand") from fout


def _teken(beeld: Image.Image) -> bytes:
    """Without transparency, so that a printer and an archive show the same."""
    kleur = beeld.convert("RGBA")
    vlak = Image.new("RGBA", kleur.size, "white")
    vlak.alpha_composite(kleur)
    klein = vlak.convert("RGB")
    klein.thumbnail((BREED, HOOG))
    uit = io.BytesIO()
    klein.save(uit, "PNG", optimize=True)
    return uit.getvalue()


def als_url(png: bytes) -> str:
    """The picture itself as an address: the only kind of address a letter may ask for."""
    return f"data:image/png;base64,{b64encode(png).decode()}"
