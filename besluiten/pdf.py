"""HTML to one PDF that can be kept (PDF/A-3a) and read aloud (PDF/UA-1).

The same input gives the same bytes: the only date in the file is the one handed in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from html import unescape
from typing import Any, Literal

from django.template.loader import render_to_string

from besluiten.policies.tekens import check_tekens
from besluiten.tekens import schoon

PDF = "application/pdf"
Relatie = Literal["Supplement", "Data", "Source"]

VAN_RECHTS = frozenset({"ar", "fa"})
_BIJLAGENAAM = re.compile(r"[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}")

# PDF/A wants every namespace in the metadata explained; pdfuaid is not among those it knows.
_UA = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>\
<rdf:li rdf:parseType="Resource"><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/\
</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:property><rdf:Seq>\
<rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\
</rdf:Description>"""
_EINDE = b"</rdf:RDF>"


class BuitenDeDeur(ValueError):
    """A letter asked for something outside itself: nothing is fetched while making a PDF.

    What it holds itself (`data:`) it may show: the mark of the municipality.
    """


@dataclass(frozen=True, kw_only=True)
class Bijlage:
    """A file inside the letter. `naam` is plain ASCII, so that every reader can save it."""

    naam: str
    mime: str
    inhoud: bytes
    omschrijving: str
    relatie: Relatie = "Supplement"


def maak_pdf(
    template: str,
    context: dict[str, Any],
    *,
    dagtekening: date,
    bijlagen: Sequence[Bijlage] = (),
    taal: str = "nl",
    streng: bool = False,
) -> bytes:
    """Render a letter. `dagtekening` is the creation date in the file and of what is inside it.

    With `streng`, for what leaves the house, a character that cannot be printed is refused.
    """
    # Takes over a second to load, and most processes make no letter.
    from weasyprint import HTML, Attachment
    from weasyprint.urls import FatalURLFetchingError, URLFetcher

    richting = "rtl" if taal in VAN_RECHTS else "ltr"
    basis = {"dagtekening": dagtekening, "taal": taal, "richting": richting}
    html = schoon(render_to_string(template, {**context, **basis}))
    if streng:
        check_tekens({"de brief": unescape(html)})
    haal_niets = URLFetcher(allowed_protocols=("data",), fail_on_errors=True)
    moment = datetime.combine(dagtekening, time())
    op_naam = _op_naam(bijlagen)
    try:
        pdf = HTML(string=html, url_fetcher=haal_niets).write_pdf(
            font_config=_lettertypen(),
            pdf_variant="pdf/a-3a",
            pdf_tags=True,
            attachments=[
                Attachment(
                    string=bijlage.inhoud,
                    name=bijlage.naam,
                    description=bijlage.omschrijving,
                    created=moment,
                    modified=moment,
                )
                for bijlage in op_naam.values()
            ],
            finisher=lambda document, pdf: _werk_af(pdf, op_naam),
        )
    except FatalURLFetchingError as fout:
        raise BuitenDeDeur("Een brief haalt niets op.") from fout
    return bytes(pdf)


@cache
def _lettertypen() -> Any:
    """One per process. Made anew for each letter, what Pango keeps of it is never freed: measured
    as 0.23 MiB a letter, against nothing with one for all."""
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


def _op_naam(bijlagen: Sequence[Bijlage]) -> dict[str, Bijlage]:
    """In the order a name tree wants. Names are the code's own, so a wrong one is a bug."""
    op_naam = {bijlage.naam: bijlage for bijlage in sorted(bijlagen, key=lambda b: b.naam)}
    if len(op_naam) < len(bijlagen):
        raise ValueError("Twee bijlagen met dezelfde naam.")
    if fout := [naam for naam in op_naam if not _BIJLAGENAAM.fullmatch(naam)]:
        raise ValueError(f"Geen naam voor een bijlage: {fout}")
    return op_naam


def _werk_af(pdf: Any, bijlagen: dict[str, Bijlage]) -> None:
    _merk_als_ua(pdf)
    _leg_tabelkoppen_uit(pdf)
    if bijlagen:
        _verbind(pdf, bijlagen)


def _verbind(pdf: Any, bijlagen: dict[str, Bijlage]) -> None:
    """What each file is to the letter. WeasyPrint knows a file by its hash and lists it twice, and
    guesses its kind by the name.
    """
    for obj in pdf.objects:
        if isinstance(obj, dict) and obj.get("Type") == "/Filespec":
            bijlage = bijlagen[obj["UF"].string]
            obj["AFRelationship"] = f"/{bijlage.relatie}"
            stroom = pdf.objects[int(obj["EF"]["F"].split()[0])]
            stroom.extra["Subtype"] = "/" + bijlage.mime.replace("/", "#2f")
            obj["EF"]["UF"] = obj["EF"]["F"]
    pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])


def _leg_tabelkoppen_uit(pdf: Any) -> None:
    """A header says whether it is over its column or its row, and can be found by its name.

    WeasyPrint names the headers of each cell and leaves both out. In a letter of ours a header in
    the head of the table is over its column, any other over its row.
    """
    koppen: list[Any] = [
        obj for obj in pdf.objects if isinstance(obj, dict) and obj.get("S") == "/TH"
    ]
    for kop in koppen:
        rij = _object(pdf, kop["P"])
        in_de_kop = _object(pdf, rij["P"]).get("S") == "/THead"
        kop["A"]["Scope"] = "/Column" if in_de_kop else "/Row"
    op_naam = {kop["ID"].string: kop for kop in koppen if "ID" in kop}
    if op_naam:
        import pydyf

        namen = pydyf.Array()
        for naam in sorted(op_naam):
            namen.extend([op_naam[naam]["ID"], op_naam[naam].reference])
        boom = _object(pdf, pdf.catalog["StructTreeRoot"])
        boom["IDTree"] = pydyf.Dictionary({"Names": namen})


def _object(pdf: Any, verwijzing: bytes | str) -> Any:
    return pdf.objects[int(verwijzing.split()[0])]


def _merk_als_ua(pdf: Any) -> None:
    """Say in the metadata, inside `rdf:RDF`, that the file is PDF/UA-1 as well."""
    for stroom in pdf.objects:
        if getattr(stroom, "extra", {}).get("Type") == "/Metadata":
            stroom.stream = [bytes(deel).replace(_EINDE, _UA + _EINDE) for deel in stroom.stream]
