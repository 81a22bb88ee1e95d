"""How a stored value reads: with the words of its field, and never what is kept secret."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import BinaryField, Field, ForeignKey, JSONField, Model

from inburgering.datums import AMSTERDAM
from medewerkers.models import Medewerker, Partnerorganisatie

VERBORGEN = "niet getoond"
LEEG = "–"
# Keys, sums and what is derived from another field: no news to a reader.
_ZONDER_BETEKENIS = {
    "id",
    "versie",
    "zoeksleutel",
    "sorteernaam",
    "bsn_index",
    "sha256",
    "mime",
    "grootte",
    "sleutel",
    "regel",
    "invoer",
    "feiten",
    "stappen",
    "pagina",
}
# The same name means something to a reader here: the facts of an advice, in words.
_MET_BETEKENIS = {"intake.Routeadvies": {"invoer"}}
# What has a page of its own for who may read it, and that page is logged.
_GEVOELIG = {"overdracht.Overdracht": {"medisch"}}
_TE_NOEMEN = (Medewerker, Partnerorganisatie)

Namen = dict[tuple[type[Model], int], str]


def getoonde_velden(model: type[Model]) -> Iterator[Any]:
    """The fields a reader understands; a row it hangs on is where it is shown already."""
    verzwegen = _ZONDER_BETEKENIS - _MET_BETEKENIS.get(model._meta.label, set())
    for veld in model._meta.concrete_fields:
        if veld.name in verzwegen:
            continue
        if isinstance(veld, ForeignKey) and veld.related_model not in _TE_NOEMEN:
            continue
        yield veld


def is_verborgen(model: type[Model], veld: Any) -> bool:
    return isinstance(veld, BinaryField) or veld.name in _GEVOELIG.get(model._meta.label, ())


def naam_van(veld: Any) -> str:
    tekst = str(veld.verbose_name)
    if tekst.startswith("bsn"):
        return "BSN"
    return tekst[:1].upper() + tekst[1:]


def verwezen(model: type[Model], waarden: dict[str, Any]) -> Iterator[tuple[type[Model], int]]:
    """The colleagues and organisations whose names are needed."""
    for veld in getoonde_velden(model):
        pk = waarden.get(veld.attname)
        if isinstance(veld, ForeignKey) and pk is not None:
            yield veld.related_model, pk


def namen_van(gevraagd: set[tuple[type[Model], int]]) -> Namen:
    """Their names, one question per kind."""
    namen: Namen = {}
    for model in _TE_NOEMEN:
        ids = {pk for soort, pk in gevraagd if soort is model}
        rijen = model._base_manager.filter(pk__in=ids).values_list("pk", "naam") if ids else ()
        namen |= {(model, pk): naam for pk, naam in rijen}
    return namen


def leesbaar(model: type[Model], veld: Any, waarden: dict[str, Any], namen: Namen) -> str:
    """The value as a person reads it."""
    waarde = waarden.get(veld.attname)
    if waarde is None or waarde in ("", [], {}):
        return LEEG
    if is_verborgen(model, veld):
        return VERBORGEN
    if isinstance(veld, ForeignKey):
        return namen.get((veld.related_model, waarde), LEEG)
    if isinstance(veld, JSONField):
        return _uit_json(waarde) or LEEG
    if isinstance(waarde, list):
        return ", ".join(_enkel(veld.base_field, deel) for deel in waarde)
    return _enkel(veld, waarde)


def _uit_json(waarde: Any) -> str:
    """Flat, as `naam: waarde`; what has a label of its own goes by that, and empty is left out."""
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, list):
        genest = any(isinstance(deel, list | dict) for deel in waarde)
        return ("; " if genest else ", ").join(filter(None, map(_uit_json, waarde)))
    if not isinstance(waarde, dict):
        return str(waarde)
    if "label" in waarde:
        tekst = _uit_json(waarde.get("tekst") or waarde.get("waarde"))
        return f"{waarde['label']}: {tekst or LEEG}"
    paren = ((str(naam).replace("_", " "), _uit_json(deel)) for naam, deel in waarde.items())
    return "; ".join(f"{naam}: {tekst}" for naam, tekst in paren if tekst)


def _enkel(veld: Field[Any, Any], waarde: Any) -> str:
    keuzes: dict[Any, Any] = dict(veld.flatchoices)
    if waarde in keuzes:
        return str(keuzes[waarde])
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    waarde = veld.to_python(waarde)
    if isinstance(waarde, datetime):
        return f"{waarde.astimezone(AMSTERDAM):%d-%m-%Y %H:%M}"
    return f"{waarde:%d-%m-%Y}" if isinstance(waarde, date) else str(waarde)
