"""The icons, drawn on a grid of 20: strokes in the colour of the text, so they follow any theme."""

from __future__ import annotations

ICONEN = {
    "check": '<path d="m4.5 10.5 3.5 3.5 7.5-8"/>',
    "let_op": '<path d="M10 3.2 18 16.8H2z"/><path d="M10 8.3v3.6M10 14.3v.1"/>',
    "fout": (
        '<path d="M6.6 2.5h6.8l4.1 4.1v6.8l-4.1 4.1H6.6l-4.1-4.1V6.6z"/>'
        '<path d="M10 6.3v4.4M10 13.6v.1"/>'
    ),
    "info": '<circle cx="10" cy="10" r="7.5"/><path d="M10 9.2v4.5M10 6.3v.1"/>',
    "neutraal": '<circle cx="10" cy="10" r="3" fill="currentColor"/>',
    "klok": '<circle cx="10" cy="10" r="7.5"/><path d="M10 5.8V10l3 2"/>',
    "zoek": '<circle cx="8.7" cy="8.7" r="5.7"/><path d="m13 13 4.5 4.5"/>',
    "menu": '<path d="M3 5.5h14M3 10h14M3 14.5h14"/>',
    "persoon": (
        '<circle cx="10" cy="6.7" r="3.4"/><path d="M3.5 17c.8-3.4 3.4-5 6.5-5s5.7 1.6 6.5 5"/>'
    ),
    "omlaag": '<path d="m5 7.5 5 5 5-5"/>',
    "vorige": '<path d="M12.5 4.5 7 10l5.5 5.5"/>',
    "volgende": '<path d="M7.5 4.5 13 10l-5.5 5.5"/>',
    "slot": (
        '<rect x="4" y="9" width="12" height="8" rx="1.5"/>'
        '<path d="M6.7 9V6.5a3.3 3.3 0 0 1 6.6 0V9"/>'
    ),
    "open": '<circle cx="10" cy="10" r="7"/><path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor"/>',
    "wacht": '<circle cx="10" cy="10" r="7" stroke-dasharray="2.6 2.6"/>',
    "streep": '<path d="M5 10h10"/>',
    "plus": '<path d="M10 4v12M4 10h12"/>',
    "document": (
        '<path d="M5 2.5h6.5L15 6v11.5H5z"/><path d="M11.3 2.7v3.6h3.5M7.5 10h5M7.5 13h5"/>'
    ),
    "geld": '<path d="M15 5.6A5.6 5.6 0 1 0 15 14.4M3.3 8.6h7.5M3.3 11.4h7.5"/>',
    "gesprek": '<path d="M3 4h14v9.5H9.5L6 17v-3.5H3z"/>',
    "wijziging": '<path d="M3.5 16.5 4.5 13 13.3 4.2l2.5 2.5L7 15.5z"/>',
    "besluit": (
        '<path d="M4.5 2.5h11v11h-11z"/><path d="m7.3 8 2 2 3.4-3.8M7 13.5v4l3-1.6 3 1.6v-4"/>'
    ),
}

# Kinds of event on the timeline.
ICONEN |= {"termijn": ICONEN["klok"], "contact": ICONEN["gesprek"]}
