"""HTML to one PDF that can be kept (PDF/A-3a) and read aloud (PDF/UA-1).

The same input gives the same bytes: the only date in the file is the one handed in.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from django.template.loader import render_to_string

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
    """A letter asked for something outside itself: nothing is fetched while making a PDF."""


def maak_pdf(template: str, context: dict[str, Any], *, dagtekening: date) -> bytes:
    """Render a letter. `dagtekening` is the creation date in the file."""
    # Takes over a second to load, and most processes make no letter.
    from weasyprint import HTML
    from weasyprint.urls import FatalURLFetchingError, URLFetcher

    html = render_to_string(template, {**context, "dagtekening": dagtekening})
    haal_niets = URLFetcher(allowed_protocols=(), fail_on_errors=True)
    try:
        pdf = HTML(string=html, url_fetcher=haal_niets).write_pdf(
            pdf_variant="pdf/a-3a", pdf_tags=True, finisher=_merk_als_ua
        )
    except FatalURLFetchingError as fout:
        raise BuitenDeDeur("Een brief haalt niets op.") from fout
    return bytes(pdf)


def _merk_als_ua(_document: Any, pdf: Any) -> None:
    """Say in the metadata, inside `rdf:RDF`, that the file is PDF/UA-1 as well."""
    for stroom in pdf.objects:
        if getattr(stroom, "extra", {}).get("Type") == "/Metadata":
            stroom.stream = [bytes(deel).replace(_EINDE, _UA + _EINDE) for deel in stroom.stream]
