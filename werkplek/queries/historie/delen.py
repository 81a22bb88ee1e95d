"""Which histories make up a dossier, in parts, each for who may see that part today.

A part is a room or a piece of one, so a new kind of row is shown without being named here. What is
never shown is named with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import Model, Q

from inburgering.models import Inburgeraar, Persoon
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht

_JURIST = Recht.BEZWAAR_DOEN  # who judges an objection sees what the decision rested on


@dataclass(frozen=True)
class Deel:
    """A part of the history; any of `rechten` opens it."""

    sleutel: str
    titel: str
    rechten: tuple[Recht, ...]


DELEN: dict[str, Deel] = {
    deel.sleutel: deel
    for deel in (
        Deel("dossier", "Dossier en plicht", (Recht.OVERZICHT_ZIEN, _JURIST)),
        Deel("persoon", "Persoon en gezin", (Recht.PERSOON_ZIEN,)),
        Deel("overdracht", "Overdracht en huisvesting", (Recht.OVERDRACHT_ZIEN,)),
        Deel("intake", "Brede intake", (Recht.INTAKE_ZIEN, _JURIST)),
        Deel("pip", "PIP", (Recht.PIP_ZIEN, _JURIST)),
        Deel("besluiten", "Besluiten en brieven", (Recht.PIP_ZIEN, Recht.BEZWAAR_ZIEN)),
        Deel("bezwaar", "Bezwaar", (Recht.BEZWAAR_ZIEN,)),
        Deel("leerroute", "Leerroute", (Recht.LEERROUTE_ZIEN, _JURIST)),
        Deel("ontzorgen", "Ontzorgen", (Recht.ONTZORGEN_ZIEN,)),
        Deel("documenten", "Documenten", (Recht.DOCUMENTEN,)),
        Deel("contact", "Contact en afspraken", (Recht.CONTACT,)),
        Deel("termijnen", "Termijnen", (Recht.OVERZICHT_ZIEN, _JURIST)),
        Deel("taken", "Taken", (Recht.OVERZICHT_ZIEN,)),
        Deel("toegang", "Toegang tot het gesloten dossier", (Recht.GESLOTEN_DOSSIERS,)),
    )
}
# The part of a room, for every row in it that leads to a person …
VAN_KAMER = {
    "inburgering": "dossier",
    "overdracht": "overdracht",
    "intake": "intake",
    "pip_plans": "pip",
    "besluiten": "besluiten",
    "leerroutes": "leerroute",
    "ontzorgen": "ontzorgen",
}
# … and of a kind of row that stands apart from its room.
VAN_MODEL = {
    "inburgering.Persoon": "persoon",
    "inburgering.Gezinslid": "persoon",
    "inburgering.Verblijf": "persoon",
    "inburgering.Verblijfsrecht": "persoon",
    "inburgering.Document": "documenten",
    "inburgering.Afspraak": "contact",
    "inburgering.Contactmoment": "contact",
    "inburgering.Notitie": "contact",
    "inburgering.Termijn": "termijnen",
    "inburgering.Verlenging": "termijnen",
    "inburgering.Taak": "taken",
    "inburgering.DossierToegang": "toegang",
    "besluiten.Bezwaar": "bezwaar",
    "besluiten.Verzuim": "bezwaar",
}
NOOIT = {
    "overdracht.MedischeNotitie": "medisch: alleen te lezen op de eigen pagina, en daar vastgelegd",
    "inburgering.Gezin": "zegt niets dan dat er een gezin is; de leden staan er wel",
    "overdracht.Correctie": "gaat over een telling",
    "overdracht.CoaTelling": "gaat over een telling",
    "overdracht.CoaTelregel": "gaat over een telling",
}


@dataclass(frozen=True)
class Bron:
    """One kind of row and the part it belongs to."""

    model: type[Model]
    deel: Deel

    @property
    def soort(self) -> str:
        return self.model._meta.label

    @property
    def geschiedenis(self) -> Any:
        return self.model.history  # type: ignore[attr-defined]  # every Rij has one

    def van(self, dossier: Inburgeraar) -> Q:
        """The rows of this dossier, by the road their model names."""
        pad: str | None = getattr(self.model, "pad_naar_dossier", None)
        if self.model is Inburgeraar:
            return Q(id=dossier.pk)
        if self.model is Persoon:
            return Q(id=dossier.persoon_id)
        if pad:
            return self._langs(pad, dossier.pk)
        return self._langs(str(self.model.pad_naar_persoon), dossier.persoon_id)  # type: ignore[attr-defined]

    def _langs(self, pad: str, doel: int) -> Q:
        """A row that is gone is found too, as long as it points ahead itself."""
        eerste, _, rest = pad.partition("__")
        veld = self.model._meta.get_field(eerste)
        if veld not in self.model._meta.concrete_fields:
            return Q(id__in=self.model._base_manager.filter(**{pad: doel}).values("pk"))
        if not rest:
            return Q(**{eerste: doel})
        ouders = veld.related_model._base_manager.filter(**{rest: doel})  # type: ignore[union-attr]
        return Q(**{f"{eerste}__in": ouders.values("pk")})


def bronnen_voor(medewerker: Medewerker, deel: str = "") -> list[Bron]:
    """What this colleague may see of a history, or one part of that."""
    return [
        bron
        for bron in alle_bronnen()
        if any(medewerker.heeft(recht) for recht in bron.deel.rechten)
        and deel in ("", bron.deel.sleutel)
    ]


def delen_voor(medewerker: Medewerker) -> list[Deel]:
    return [
        deel for deel in DELEN.values() if any(medewerker.heeft(recht) for recht in deel.rechten)
    ]


@cache
def alle_bronnen() -> tuple[Bron, ...]:
    volgorde = list(DELEN)
    bronnen = sorted(_bronnen(), key=lambda b: (volgorde.index(b.deel.sleutel), b.soort))
    return tuple(bronnen)


def _bronnen() -> Iterator[Bron]:
    for model in apps.get_models():
        naam = model._meta.label
        over_iemand = model is Persoon or bool(getattr(model, "pad_naar_persoon", None))
        if not over_iemand or not hasattr(model, "history") or naam in NOOIT:
            continue
        sleutel = VAN_MODEL.get(naam) or VAN_KAMER.get(model._meta.app_label)
        if sleutel is not None:
            yield Bron(model, DELEN[sleutel])
