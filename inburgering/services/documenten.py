"""Files: stored once under their own hash, checked when they come in and when they go out."""

from __future__ import annotations

import hashlib
import io
import logging
import os
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import puremagic
from django.conf import settings
from django.db.models import F

from inburgering.enums import DocumentSoort, GebeurtenisSoort
from inburgering.geweigerd import Geweigerd
from inburgering.handelingen import handeling
from inburgering.models import Document
from medewerkers.models import Medewerker

logboek = logging.getLogger("inburgering.documenten")

SOORTEN = {
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".odt": "application/vnd.oasis.opendocument.text",
}
_KERN = {".docx": "word/document.xml", ".xlsx": "xl/workbook.xml"}
_KANTOOR = (*_KERN, ".odt")


class Beschadigd(RuntimeError):
    """The stored file is not what was stored: its hash differs, or it is gone."""


def document_toevoegen(
    *,
    dossier_id: int,
    soort: DocumentSoort,
    titel: str,
    bestandsnaam: str,
    inhoud: bytes,
    door: Medewerker,
    nu: datetime,
) -> Document:
    """Put a file on a dossier. Raises Geweigerd for a type or size that is not accepted."""
    mime = controleer_bestand(bestandsnaam, inhoud)
    return document_bewaren(
        dossier_id=dossier_id,
        soort=soort,
        titel=titel,
        bestandsnaam=bestandsnaam,
        mime=mime,
        sha256=bewaar(inhoud),
        grootte=len(inhoud),
        door=door,
        nu=nu,
    )


def document_bewaren(
    *,
    dossier_id: int,
    soort: DocumentSoort,
    titel: str,
    bestandsnaam: str,
    mime: str,
    sha256: str,
    grootte: int,
    door: Medewerker,
    nu: datetime,
) -> Document:
    """The row for a file that is already stored under its hash."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        document = Document(
            inburgeraar_id=dossier_id,
            soort=soort,
            titel=titel,
            bestandsnaam=Path(bestandsnaam).name[-150:],
            mime=mime,
            grootte=grootte,
            sha256=sha256,
            toegevoegd_op=act.op,
            toegevoegd_door=door,
        )
        document.save()
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, f"Document toegevoegd: {titel}"[:300])
    return document


def controleer_bestand(bestandsnaam: str, inhoud: bytes) -> str:
    """The MIME type, when the extension is accepted and the content is what it says it is."""
    if not inhoud:
        raise Geweigerd("Het bestand is leeg.", veld="bestand")
    if len(inhoud) > settings.DOCUMENT_MAX_BYTES:
        raise Geweigerd(
            f"Het bestand is groter dan {settings.DOCUMENT_MAX_BYTES // 1024**2} MB.",
            veld="bestand",
        )
    extensie = Path(bestandsnaam).suffix.lower()
    if extensie not in SOORTEN:
        raise Geweigerd(
            "Dit soort bestand kan niet. Wel: " + ", ".join(sorted(SOORTEN)) + ".", veld="bestand"
        )
    if not _is_wat_het_zegt(extensie, inhoud):
        raise Geweigerd(
            f"De inhoud is geen {extensie}-bestand, ook al heet het zo.", veld="bestand"
        )
    return SOORTEN[extensie]


def _is_wat_het_zegt(extensie: str, inhoud: bytes) -> bool:
    if extensie in _KANTOOR:
        return _is_kantoorbestand(extensie, inhoud)
    try:
        gevonden = {treffer.extension for treffer in puremagic.magic_string(inhoud)}
    except puremagic.PureError:
        return False
    verwacht = {".jpg", ".jpeg", ".jfif"} if extensie in (".jpg", ".jpeg") else {extensie}
    return bool(gevonden & verwacht)


def _is_kantoorbestand(extensie: str, inhoud: bytes) -> bool:
    """Office files are all archives: what stands inside tells one from another."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as archief:
            if extensie != ".odt":
                return _KERN[extensie] in archief.namelist()
            with archief.open("mimetype") as soort:
                return soort.read(len(SOORTEN[".odt"]) + 1).decode() == SOORTEN[".odt"]
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError):
        return False


def plek(sha256: str) -> Path:
    return Path(settings.DOCUMENTEN_MAP) / sha256[:2] / sha256


def bewaar(inhoud: bytes) -> str:
    """Write the file under its SHA-256, whole or not at all; returns the hash. Twice is once."""
    sha256 = hashlib.sha256(inhoud).hexdigest()
    doel = plek(sha256)
    if doel.exists():
        os.utime(doel)
        return sha256
    doel.parent.mkdir(parents=True, exist_ok=True)
    tijdelijk = doel.with_name(f".{sha256}.{os.getpid()}")
    with tijdelijk.open("wb") as bestand:
        bestand.write(inhoud)
        bestand.flush()
        os.fsync(bestand.fileno())
    tijdelijk.replace(doel)
    return sha256


def lees(document: Document) -> bytes:
    """The content, verified. Raises Beschadigd when it is not what was stored, or gone."""
    try:
        inhoud = plek(document.sha256).read_bytes()
    except FileNotFoundError:
        raise Beschadigd(f"document {document.pk}") from None
    if hashlib.sha256(inhoud).hexdigest() != document.sha256:
        raise Beschadigd(f"document {document.pk}")
    return inhoud


def controleer_bestanden(*, deel: int, van: int) -> int:
    """Read one part of all files and see that each is still what was stored; returns how many.

    Goes on past a damaged one, so that the log names them all; then raises Beschadigd.
    """
    rijen = Document.objects.annotate(deel=F("pk") % van).filter(deel=deel)
    beschadigd, gelezen = 0, 0
    for pk, sha256 in rijen.order_by("pk").values_list("pk", "sha256").iterator():
        gelezen += 1
        if not _klopt(sha256):
            beschadigd += 1
            logboek.error("een document is beschadigd of weg", extra={"rij": pk})
    if beschadigd:
        raise Beschadigd(f"{beschadigd} documenten")
    return gelezen


def _klopt(sha256: str) -> bool:
    try:
        with plek(sha256).open("rb") as bestand:
            return hashlib.file_digest(bestand, "sha256").hexdigest() == sha256
    except OSError:
        return False


def veeg_bestanden(*, nu: datetime) -> int:
    """Remove files without a row, a day old or more: a crash between file and row leaves them."""
    grens = (nu - timedelta(days=1)).timestamp()
    oud = {
        pad.name: pad
        for pad in Path(settings.DOCUMENTEN_MAP).glob("??/*")
        if pad.stat().st_mtime < grens
    }
    bekend = set(Document.objects.filter(sha256__in=oud).values_list("sha256", flat=True))
    wees = [pad for naam, pad in oud.items() if naam not in bekend]
    for pad in wees:
        pad.unlink(missing_ok=True)
    return len(wees)
