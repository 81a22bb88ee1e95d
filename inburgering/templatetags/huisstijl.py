"""The look of the house, in one place: how a date reads, how a field stands, how an act is offered.

Pages compose these; markup that needs a rule (a reason, an error, a state) is written only here and
in `templates/componenten/`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from itertools import chain
from typing import Any, Protocol
from zlib import crc32

from django import template
from django.forms import BaseForm, BaseFormSet, RadioSelect
from django.forms.boundfield import BoundField
from django.template.context import Context
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from inburgering.templatetags.iconen import ICONEN
from wet.datums import MAANDEN, opsomming, voluit, zonder_weekdag

register = template.Library()

CENT = Decimal("0.01")


# --- Dates and money ---------------------------------------------------------------------------
def _dag(waarde: date | datetime) -> date:
    return timezone.localtime(waarde).date() if isinstance(waarde, datetime) else waarde


@register.filter
def datum(waarde: date | datetime | None) -> str:
    """`14 februari 2022`; nothing for nothing."""
    if waarde is None or waarde == "":
        return ""
    return zonder_weekdag(_dag(waarde))


@register.filter
def weekdag(waarde: date | datetime | None) -> str:
    """`maandag 14 februari 2022`."""
    if waarde is None or waarde == "":
        return ""
    return voluit(_dag(waarde))


@register.filter
def datum_kort(waarde: date | datetime | None) -> str:
    """`14-02-2022`, as in fields and tables."""
    if waarde is None or waarde == "":
        return ""
    return f"{_dag(waarde):%d-%m-%Y}"


@register.filter
def maand(waarde: date | None) -> str:
    """`februari 2022`; nothing for nothing."""
    return f"{MAANDEN[waarde.month - 1]} {waarde.year}" if waarde else ""


@register.filter
def moment(waarde: datetime | None) -> str:
    """`14 februari 2022 om 09:30`."""
    if waarde is None or waarde == "":
        return ""
    return f"{datum(waarde)} om {timezone.localtime(waarde):%H:%M}"


@register.filter
def euro(bedrag: Decimal | int | str | None) -> str:
    """`€ 1.234,56`. Shows cents, never rounds a stored amount: those have two places already."""
    if bedrag is None or bedrag == "":
        return ""
    getal = Decimal(bedrag).quantize(CENT, ROUND_HALF_UP)
    return "€ " + f"{getal:,.2f}".translate(str.maketrans(",.", ".,"))


@register.filter
def uren(waarde: Decimal | int | None) -> str:
    """`12,5`: hours without idle zeros; nothing for nothing."""
    return "" if waarde is None else f"{Decimal(waarde).normalize():f}".replace(".", ",")


@register.filter
def adres(waarde: str) -> str:
    """The two halves of a postcode stay on one line."""
    return re.sub(r"\b(\d{4}) (?=[A-Z]{2}\b)", "\\1\N{NO-BREAK SPACE}", waarde or "")


# --- Small signs -------------------------------------------------------------------------------
@register.simple_tag
def icoon(naam: str) -> SafeString:
    """An icon beside words. It says nothing by itself, so a screen reader skips it."""
    return format_html(
        '<svg class="icoon" viewBox="0 0 20 20" aria-hidden="true" focusable="false" fill="none"'
        ' stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">'
        "{}</svg>",
        mark_safe(ICONEN[naam]),  # noqa: S308 - a constant of ours
    )


# Class names stand whole: the build of the style sheet keeps what it finds written out.
LABELS = {
    "neutraal": ("utrecht-status-badge--inactive", "neutraal"),
    "goed": ("utrecht-status-badge--success", "check"),
    "let_op": ("utrecht-status-badge--warning", "let_op"),
    "fout": ("utrecht-status-badge--error", "fout"),
    "info": ("utrecht-status-badge--neutral", "info"),
}


@register.simple_tag
def label(tekst: str, soort: str = "neutraal") -> SafeString:
    """A status in words with an icon: colour only helps."""
    klasse, teken = LABELS[soort]
    return format_html(
        '<span class="utrecht-status-badge {}">{}{}</span>', klasse, icoon(teken), tekst
    )


MELDINGEN = {
    "debug": ("utrecht-alert--info", "info"),
    "info": ("utrecht-alert--info", "info"),
    "success": ("utrecht-alert--ok", "check"),
    "warning": ("utrecht-alert--warning", "let_op"),
    "error": ("utrecht-alert--error", "fout"),
}


@register.inclusion_tag("componenten/melding.html")
def melding(tekst: str, soort: str = "info", titel: str = "", rol: str = "") -> dict[str, object]:
    """An alert in the page. `soort` is a level tag of django.contrib.messages."""
    klasse, teken = MELDINGEN[soort]
    return {"tekst": tekst, "titel": titel, "rol": rol, "klasse": klasse, "teken": teken}


# --- Forms -------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Fout:
    """One line of the error summary; without an address when the error is of the whole form."""

    tekst: str
    doel: str = ""
    veld: str = ""


def _eerste_invoer(veld: BoundField) -> str:
    """The id that can take focus: of a group of radios or boxes that is the first one."""
    keuzes = isinstance(veld.field.widget, RadioSelect)
    return f"{veld.auto_id}_0" if keuzes else veld.auto_id


def _fouten_van(form: BaseForm, wie: str = "") -> Iterator[Fout]:
    """`wie` is whose row this is: "Persoon 2". A form of several people says it by `wie_bij`."""
    yield from (Fout(f"{wie}: {tekst}" if wie else str(tekst)) for tekst in form.non_field_errors())
    wie_bij = getattr(form, "wie_bij", lambda veld: wie)
    for veld in form:
        doel, naam = ("", "") if veld.is_hidden else (_eerste_invoer(veld), str(veld.label))
        van = wie_bij(veld.name)
        naam = f"{van}, {naam}" if van and naam else naam
        yield from (Fout(str(tekst), doel, naam) for tekst in veld.errors)


def _fouten(vorm: BaseForm | BaseFormSet[Any]) -> Iterator[Fout]:
    if isinstance(vorm, BaseForm):
        return _fouten_van(vorm)
    algemeen = (Fout(str(tekst)) for tekst in vorm.non_form_errors())
    rijnaam = getattr(vorm, "rijnaam", "Rij")
    rijen = (_fouten_van(form, f"{rijnaam} {n}") for n, form in enumerate(vorm.forms, start=1))
    return chain(algemeen, *rijen)


@register.inclusion_tag("componenten/foutoverzicht.html")
def foutoverzicht(*vormen: BaseForm | BaseFormSet[Any] | None) -> dict[str, object]:
    """What is wrong, on top, each line a link to its field. Takes forms and formsets together."""
    gegeven = [vorm for vorm in vormen if vorm is not None and vorm.is_bound]
    return {"fouten": list(chain.from_iterable(map(_fouten, gegeven)))}


@register.inclusion_tag("componenten/formulier.html")
def formulier(form: BaseForm) -> dict[str, object]:
    """Error summary and every field. The <form>, the token and the button are the page's.

    A long form names its parts: `delen()` gives each heading with its fields.
    """
    return {"form": form}


@register.simple_tag
def veld(bound: BoundField, zonder_optioneel: bool = False) -> SafeString:
    """One field with its label, hint and error. Filters leave out "(niet verplicht)"."""
    return bound.render(context={"field": bound, "zonder_optioneel": zonder_optioneel})


@register.filter
def aanduiding(bound: BoundField) -> str:
    """What stands behind the label of a field that may stay empty.

    A form that is filled in bit by bit names in `aanduidingen` what is needed later, and when.
    """
    if bound.field.required:
        return ""
    eigen: dict[str, str] = getattr(bound.form, "aanduidingen", {})
    return eigen.get(bound.name, "niet verplicht")


@register.inclusion_tag("componenten/formulierrijen.html")
def formulierrijen(formset: BaseFormSet[Any], titel: str, erbij: str = "") -> dict[str, object]:
    """The rows of a formset; `erbij` is the name of a submit button that asks for one more."""
    return {"formset": formset, "titel": titel, "erbij": erbij}


# --- Acts --------------------------------------------------------------------------------------
@register.inclusion_tag("componenten/handelknop.html", takes_context=True)
def handelknop(
    context: Context,
    url: str,
    tekst: str,
    reden: str = "",
    primair: bool = False,
    gevaar: bool = False,
    **velden: object,
) -> dict[str, object]:
    """One act: a POST with one button, or the button that says why it cannot be done now.

    Further keywords become hidden fields: `versie=dossier.versie`.
    """
    return {
        "csrf_token": context.get("csrf_token"),
        "url": url,
        "tekst": tekst,
        "reden": reden,
        "stijl": "primary-action" if primair or gevaar else "secondary-action",
        "gevaar": gevaar,
        "velden": velden,
        "sleutel": f"reden-{crc32(f'{url} {tekst}'.encode()):08x}",
    }


@register.inclusion_tag("componenten/knoplink.html", takes_context=True)
def knoplink(context: Context, url: str, tekst: str, reden: str = "") -> dict[str, object]:
    """The way to the page of an act; while it cannot be done, the button that says why."""
    return {"csrf_token": context.get("csrf_token"), "url": url, "tekst": tekst, "reden": reden}


@register.inclusion_tag("componenten/bevestigen.html", takes_context=True)
def bevestigen(
    context: Context,
    knop: str,
    terug: str,
    gevolgen: Sequence[str] = (),
    gevaar: bool = False,
    **velden: object,
) -> dict[str, object]:
    """Ask once: what will happen, one button that does it and a way back. Posts to this address."""
    return {
        "csrf_token": context.get("csrf_token"),
        "knop": knop,
        "terug": terug,
        "gevolgen": gevolgen,
        "gevaar": gevaar,
        "velden": velden,
    }


@register.inclusion_tag("componenten/conflict.html")
def conflict(
    velden: Iterable[Any], door: str, moment: datetime | None, zelf: bool = False
) -> dict[str, object]:
    """Two people, one record: per field choose. Each: naam, label, mijn, nu, keuze (mijn|nu|"").

    `zelf`: the other is the same person, who sent the form twice or had it open twice.
    """
    return {"velden": velden, "door": door, "moment": moment, "zelf": zelf}


@register.inclusion_tag("componenten/concept_bewaard.html", takes_context=True)
def concept_bewaard(context: Context, moment: datetime | None, weg_url: str) -> dict[str, object]:
    """A draft from before: it stands in the form already; the person may start clean."""
    return {"csrf_token": context.get("csrf_token"), "moment": moment, "weg_url": weg_url}


# --- Lists and places --------------------------------------------------------------------------
@register.inclusion_tag("componenten/tabs.html")
def tabs(tabbladen: Iterable[Any], naam: str = "Onderdelen") -> dict[str, object]:
    """Pages beside each other; on a small screen the same list folds into one line."""
    lijst = list(tabbladen)
    actief = next((tab.tekst for tab in lijst if tab.actief), naam)
    return {"tabbladen": lijst, "naam": naam, "actief": actief}


@register.inclusion_tag("componenten/paginering.html")
def paginering(vorige: str = "", volgende: str = "", stand: str = "") -> dict[str, object]:
    """Keyset pages: backwards and forwards, with in words what one sees ("25 van ruim 1.000")."""
    return {"vorige": vorige, "volgende": volgende, "stand": stand}


@register.inclusion_tag("componenten/leeg.html")
def leeg(titel: str, tekst: str = "", url: str = "", actie: str = "") -> dict[str, object]:
    """An empty page says what will appear and how to begin."""
    return {"titel": titel, "tekst": tekst, "url": url, "actie": actie}


@register.inclusion_tag("componenten/voortgang.html")
def voortgang(naam: str, waarde: int, maximum: int, tekst: str = "") -> dict[str, object]:
    return {"naam": naam, "waarde": waarde, "maximum": maximum, "tekst": tekst}


# --- The dossier -------------------------------------------------------------------------------
class Stap(Protocol):
    """A link of a chain: a schakel, or a stage of a handover."""

    @property
    def nummer(self) -> int: ...
    @property
    def naam(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def status_label(self) -> str: ...
    @property
    def datum(self) -> date | None: ...
    @property
    def reden(self) -> str: ...


@register.inclusion_tag("componenten/keten.html")
def keten(stappen: Sequence[Stap], naam: str) -> dict[str, object]:
    """The links beside each other; on a small screen their numbers, and where it stands in words:
    the links that are open, or else the last one that was done.

    A reason why a link does not apply stands once, below, with the numbers it is about.
    """
    redenen: dict[str, list[str]] = {}
    for stap in stappen:
        if stap.reden:
            redenen.setdefault(stap.reden, []).append(str(stap.nummer))
    return {
        "stappen": stappen,
        "naam": naam,
        "nu": [stap for stap in stappen if stap.status == "open"]
        or [stap for stap in stappen if stap.status == "afgerond"][-1:],
        "redenen": [(opsomming(nummers), reden) for reden, nummers in redenen.items()],
    }


SCHAKELTEKENS = {
    "wacht": "wacht",
    "open": "open",
    "afgerond": "check",
    "niet_van_toepassing": "streep",
}


@register.filter
def schakelteken(status: str) -> SafeString:
    return icoon(SCHAKELTEKENS[status])


@register.filter
def nog_dagen(dagen: int) -> str:
    """Days left in words: `nog 12 dagen`, `vandaag`, `3 dagen te laat`."""
    if dagen == 0:
        return "vandaag"
    woord = "dag" if abs(dagen) == 1 else "dagen"
    return f"nog {dagen} {woord}" if dagen > 0 else f"{-dagen} {woord} te laat"
