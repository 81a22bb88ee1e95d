"""An address as a picture that a telephone reads."""

from __future__ import annotations

import base64

import qrcode
from qrcode.image.svg import SvgPathFillImage


def als_beeld(adres: str) -> str:
    """A `data:` address of an SVG, black on white, for the `src` of an image."""
    beeld = qrcode.make(adres, image_factory=SvgPathFillImage, border=4)
    return f"data:image/svg+xml;base64,{base64.b64encode(beeld.to_string()).decode()}"
