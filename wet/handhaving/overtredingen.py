"""What the municipality can fine, and how much of it is the person's own doing."""

from __future__ import annotations

from enum import StrEnum


class Overtreding(StrEnum):
    """A breach, with its article in the Wet inburgering 2021."""

    INTAKE = "intake"
    """No show or too little cooperation at the intake or the test, after a second summons."""
    INTAKE_OPNIEUW = "intake_opnieuw"
    """Again, within the new term that the fine set."""
    BEGELEIDING = "begeleiding"
    PVT_MAP = "pvt_map"
    LEERROUTE = "leerroute"
    """Too little of the hours of the route; only for asielstatushouders."""

    @property
    def artikel(self) -> str:
        """The source code of the article."""
        return _ARTIKELEN[self]

    @property
    def bij_intake(self) -> bool:
        """Whether article 22 governs it, with its fixed amount; otherwise article 23."""
        return self in (Overtreding.INTAKE, Overtreding.INTAKE_OPNIEUW)


_ARTIKELEN = {
    Overtreding.INTAKE: "Wi 22.1",
    Overtreding.INTAKE_OPNIEUW: "Wi 22.3",
    Overtreding.BEGELEIDING: "Wi 23",
    Overtreding.PVT_MAP: "Wi 23",
    Overtreding.LEERROUTE: "Wi 23",
}


class Verwijtbaarheid(StrEnum):
    """How far somebody is to blame; `geen` means that no fine is possible."""

    OPZET = "opzet"
    GROVE_SCHULD = "grove_schuld"
    GEWOON = "gewoon"
    VERMINDERD = "verminderd"
    GEEN = "geen"

    @property
    def label(self) -> str:
        """The name in a sentence."""
        return _LABELS[self]


_LABELS = {
    Verwijtbaarheid.OPZET: "opzet",
    Verwijtbaarheid.GROVE_SCHULD: "grove schuld",
    Verwijtbaarheid.GEWOON: "geen opzet en geen grove schuld",
    Verwijtbaarheid.VERMINDERD: "verminderd verwijtbaar",
    Verwijtbaarheid.GEEN: "niet verwijtbaar",
}
