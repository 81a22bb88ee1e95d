"""Every form of every room: drafts, refusals by the field, and the page for who saves second.

A room gives a form, where its values come from, and the one service that saves it. What happens
to somebody's typing is decided here, once.

A form of several parts takes part by being called the same way (`data`, `files`, `initial`), having
`fields`, `is_valid`, `add_error` and `cleaned_data`, and a class method `met_invoer(data, initial)`
that shows what was typed without judging it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.forms import Form
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html

from inburgering.forms import onbeoordeeld
from inburgering.geweigerd import Geweigerd, Gewijzigd
from inburgering.queries.personen import dossier_bij
from inburgering.services.personen import AlBekend
from inburgering.services.sporen import concept_van, concept_weg
from medewerkers.models import Medewerker, Rij
from medewerkers.verzoek import Verzoek

Begin = Callable[[Any], dict[str, Any]]
Opslaan = Callable[[Any, int | None], HttpResponse]
MaakFormulier = Callable[..., Any]
Controle = Callable[[Any], Iterable[Geweigerd]]

ONVERWERKBAAR = 422
BOTSING = 409
_KEUZE = "keuze_"


@dataclass(frozen=True)
class Botsing:
    """One field that two people filled differently. `keuze` is what is ticked beforehand, or ""."""

    naam: str
    label: str
    mijn: str
    nu: str
    keuze: str


def bewerk(
    request: Verzoek,
    formulier: MaakFormulier,
    *,
    opslaan: Opslaan,
    template: str,
    begin: Begin = lambda rij: {},
    rij: Rij | Medewerker | None = None,
    context: Mapping[str, Any] | None = None,
    controle: Controle = lambda form: (),
) -> HttpResponse:
    """Show the form, or save it. `opslaan(form, versie)` calls one service and answers where to go.

    `begin(rij)` gives the form's values of a row as it is; `versie` is the version of the row that
    the person had in front of them. `controle(form)` says what is refused of what was filled in,
    also while other fields are not right yet, so that everything is said at once.
    """
    pagina = dict(context or {})
    if request.method != "POST":
        return _toon(request, formulier, begin(rij) if rij else begin(None), rij, template, pagina)
    data = _gekozen(request.POST, formulier, begin, rij)
    form = formulier(data, request.FILES or None)
    versie = _versie(data)
    if _klopt(form, controle, voor=request.user):
        try:
            antwoord = opslaan(form, versie)
        except Geweigerd as fout:
            _zet_fout(form, fout, voor=request.user)
            pagina["geweigerd"] = fout
        except Gewijzigd as fout:
            return _botsing(request, form, formulier, begin, fout, pagina)
        else:
            concept_weg(medewerker=request.user, pad=request.path)
            return antwoord
    pagina |= {"form": form, "versie": versie, "concept_url": concept_url(request)}
    return render(request, template, pagina, status=ONVERWERKBAAR)


def _klopt(form: Any, controle: Controle, *, voor: Medewerker) -> bool:
    """Whether the form may be saved; whatever is wrong with it stands by its field."""
    geldig = bool(form.is_valid())
    fouten = list(controle(form))
    for fout in fouten:
        _zet_fout(form, fout, voor=voor)
    return geldig and not fouten


def concept_url(request: Verzoek) -> str:
    return f"{reverse('concept')}?pad={request.path}"


def _toon(
    request: Verzoek,
    formulier: MaakFormulier,
    begin: dict[str, Any],
    rij: Rij | Medewerker | None,
    template: str,
    pagina: dict[str, Any],
) -> HttpResponse:
    """The form with the stored values, or with the draft of last time and a word about it."""
    versie = rij.versie if rij else None
    form = formulier(initial=begin)
    bewaard = concept_van(medewerker=request.user, pad=request.path)
    if bewaard is not None:
        velden, moment = bewaard
        data = _als_querydict(velden)
        form = met_invoer(formulier, data, begin)
        versie = _versie(data) or versie
        pagina |= {"concept_van": moment, "concept_weg_url": concept_weg_url(request)}
    pagina |= {"form": form, "versie": versie, "concept_url": concept_url(request)}
    return render(request, template, pagina)


def concept_weg_url(request: Verzoek) -> str:
    return f"{reverse('concept-wissen')}?pad={request.path}"


def met_invoer(formulier: MaakFormulier, data: QueryDict, begin: dict[str, Any]) -> Any:
    """The form with what was typed in it, not judged yet."""
    eigen = getattr(formulier, "met_invoer", None)
    if eigen is not None:
        return eigen(data, begin)
    return formulier(initial={**begin, **onbeoordeeld(formulier(initial=begin), data)})


def _als_querydict(velden: Mapping[str, list[str]]) -> QueryDict:
    data = QueryDict(mutable=True)
    for naam, waarden in velden.items():
        data.setlist(naam, waarden)
    return data


def _versie(data: QueryDict) -> int | None:
    tekst = data.get("versie", "")
    return int(tekst) if tekst.isdigit() and len(tekst) < 10 else None


def _zet_fout(form: Form, fout: Geweigerd, *, voor: Medewerker) -> None:
    form.add_error(fout.veld if fout.veld in form.fields else None, _reden(fout, voor))


def _reden(fout: Geweigerd, voor: Medewerker) -> str:
    """The reason, and for a number that is known already the way to that record."""
    dossier = dossier_bij(fout.persoon_id, voor=voor) if isinstance(fout, AlBekend) else None
    if dossier is None:
        return fout.reden
    return format_html(
        '{} <a class="utrecht-link" href="{}">Naar dossier {}</a>',
        fout.reden,
        reverse("persoon", args=[dossier.dossiernummer]),
        dossier.dossiernummer,
    )


def _gekozen(
    post: QueryDict, formulier: MaakFormulier, begin: Begin, rij: Rij | Medewerker | None
) -> QueryDict:
    """After the conflict page: what is stored takes its place where somebody chose it."""
    if rij is None or not any(naam.startswith(_KEUZE) for naam in post):
        return post
    data = post.copy()
    opgeslagen = formulier(initial=begin(rij))
    for naam in opgeslagen.fields:
        if post.get(f"{_KEUZE}{naam}") == "nu":
            data.setlist(naam, _als_invoer(opgeslagen, naam))
    return data


def _als_invoer(form: Form, naam: str) -> list[str]:
    """The stored value in the words a browser would post."""
    gebonden = form[naam]
    if isinstance(gebonden.value(), bool):  # a box: ticked it posts a word, else nothing at all
        return ["on"] if gebonden.value() else []
    waarde = gebonden.field.widget.format_value(gebonden.value())
    if waarde is None:
        return []
    return [str(deel) for deel in waarde] if isinstance(waarde, list | tuple) else [str(waarde)]


def _botsing(
    request: Verzoek,
    form: Form,
    formulier: MaakFormulier,
    begin: Begin,
    fout: Gewijzigd,
    pagina: dict[str, Any],
) -> HttpResponse:
    """Who changed what in the meantime, and which of the two stays; nothing is saved yet."""
    laatste = fout.rij.history.order_by("-history_id").first()
    toen = fout.rij.history.filter(versie=fout.geopende_versie).first()
    nu = formulier(initial=begin(fout.rij))
    basis = formulier(initial=begin(toen.instance)) if toen else None
    pagina |= {
        "form": form,
        "velden": _velden(form, nu, basis),
        "versie": fout.rij.versie,
        "door": laatste.history_user.naam if laatste and laatste.history_user else "Iemand",
        "moment": laatste.history_date if laatste else None,
        "zelf": laatste is not None and laatste.history_user_id == request.user.pk,
        "ingevuld": _ingevuld(form),
        "concept_weg_url": concept_weg_url(request),
    }
    return render(request, "componenten/botsing.html", pagina, status=BOTSING)


def _ingevuld(form: Form) -> list[tuple[str, str]]:
    """Everything that was posted, to post it again."""
    assert isinstance(form.data, QueryDict)
    return [
        (naam, waarde)
        for naam, waarden in form.data.lists()
        for waarde in waarden
        if naam not in ("csrfmiddlewaretoken", "versie") and not naam.startswith(_KEUZE)
    ]


def _velden(form: Form, nu: Form, basis: Form | None) -> list[Botsing]:
    return [
        Botsing(naam, _naam(form, naam), mijn, opgeslagen, _voorkeur(mijn, opgeslagen, was))
        for naam in form.fields
        for mijn, opgeslagen, was in [_drie(naam, form, nu, basis)]
        if mijn != opgeslagen
    ]


def _naam(form: Form, veld: str) -> str:
    """The label, and of a form of several people whose it is (`wie_bij`)."""
    label, wie_bij = str(form[veld].label), getattr(form, "wie_bij", None)
    return f"{wie_bij(veld)}, {label}" if wie_bij else label


def _drie(naam: str, form: Form, nu: Form, basis: Form | None) -> tuple[str, str, str | None]:
    return leesbaar(form, naam), leesbaar(nu, naam), leesbaar(basis, naam) if basis else None


def _voorkeur(mijn: str, nu: str, was: str | None) -> str:
    """Who did not touch a field keeps what the other wrote; who both touched it must choose."""
    if was is None:
        return ""
    return "nu" if mijn == was else "mijn" if nu == was else ""


def leesbaar(form: Form, naam: str) -> str:
    """A field's value as a person reads it."""
    gebonden = form[naam]
    waarde = gebonden.value() or getattr(gebonden.field, "leeg_betekent", gebonden.value())
    keuzes = dict(getattr(gebonden.field, "choices", []) or [])
    if keuzes:
        waarden = waarde if isinstance(waarde, list | tuple) else [waarde]
        return ", ".join(
            str(keuzes.get(deel, keuzes.get(str(deel), deel or ""))) for deel in waarden
        )
    if isinstance(waarde, bool) or waarde in ("on", None):
        return "ja" if waarde else "nee" if waarde is False else ""
    if isinstance(waarde, datetime):
        return f"{waarde:%d-%m-%Y %H:%M}"
    return str(gebonden.field.widget.format_value(waarde) or "").replace("\r\n", "\n")
