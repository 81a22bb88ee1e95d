"""The backup: database and documents in one archive, with a checksum of every file in it.

The keys of the BSNs are left out on purpose; the manifest holds a fingerprint of them, so that a
restore with other keys is refused before anybody finds a dossier without a readable BSN.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import re
import subprocess
import tarfile
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from inburgering.models import Inburgeraar
from medewerkers.models import Medewerker
from medewerkers.models.medewerker import SYSTEEM_EMAIL

VORM = 1
MANIFEST = "manifest.json"
DATABASE = "database.dump"
NAAM = re.compile(rf"{MANIFEST}|{DATABASE}|documenten/[0-9a-f]{{2}}/[0-9a-f]{{64}}")
BLOK = 1024 * 1024

Voortgang = Callable[[list[Path]], Iterable[Path]]


class KopieFout(Exception):
    """Why this backup cannot be made or put back, in Dutch."""


@dataclass(frozen=True)
class Manifest:
    gemaakt_op: str
    sleutels: str
    migraties: list[str]
    bestanden: dict[str, str] = field(default_factory=dict)  # name in the archive: its SHA-256
    vorm: int = VORM


# --- Making one --------------------------------------------------------------------------------
def maak(doel: Path, *, nu: datetime, voortgang: Voortgang = iter) -> Manifest:
    """Write the archive, whole or not at all."""
    if doel.exists():
        raise KopieFout(f"{doel} bestaat al. Kies een andere naam.")
    manifest = Manifest(nu.isoformat(), vingerafdruk(), sorted(toegepaste_migraties()))
    half = doel.with_name(f"{doel.name}.half")
    try:
        with _alleen_voor_mij(half) as uit, tarfile.open(fileobj=uit, mode="w") as archief:
            # The database first: a document that comes in meanwhile is then a file without a row,
            # which is swept; the other way round it would be a row without a file, which is a loss.
            with tempfile.TemporaryDirectory(dir=doel.parent) as map_:
                dump = Path(map_) / DATABASE
                _draai(["pg_dump", "--format=custom", "--no-owner", "--no-acl", f"--file={dump}"])
                _voeg_toe(archief, dump, DATABASE, manifest)
            for pad in voortgang(sorted(settings.DOCUMENTEN_MAP.glob("??/*"))):
                if not pad.name.startswith("."):
                    _voeg_toe(archief, pad, f"documenten/{pad.parent.name}/{pad.name}", manifest)
            tekst = json.dumps(asdict(manifest), indent=1).encode()
            kop = tarfile.TarInfo(MANIFEST)
            kop.size = len(tekst)
            archief.addfile(kop, BytesIO(tekst))
        half.replace(doel)
    finally:
        half.unlink(missing_ok=True)
    return manifest


def _alleen_voor_mij(pad: Path) -> IO[bytes]:
    return os.fdopen(os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb")


def _voeg_toe(archief: tarfile.TarFile, pad: Path, naam: str, manifest: Manifest) -> None:
    som = _som(pad)
    if naam.startswith("documenten/") and som != pad.name:
        raise KopieFout(
            f"Het document {pad.name[:12]}… op de schijf is beschadigd. Kijk dat eerst na."
        )
    manifest.bestanden[naam] = som
    archief.add(pad, arcname=naam, recursive=False)


# --- Putting one back --------------------------------------------------------------------------
def zet_terug(bron: Path, *, overschrijf: bool, voortgang: Voortgang = iter) -> Manifest:
    """Check everything, then replace the database in one transaction."""
    if not overschrijf and not is_leeg():
        raise KopieFout(
            "Deze database is niet leeg. Met --overschrijf vervangt u alles wat er nu in staat."
        )
    settings.DATA_MAP.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=settings.DATA_MAP) as naam:
        map_ = Path(naam)
        manifest = _pak_uit(bron, map_)
        _past_hier(manifest)
        # Files first: without a row they harm nobody, and a row must never be without its file.
        for pad in voortgang(sorted((map_ / "documenten").glob("??/*"))):
            doel = settings.DOCUMENTEN_MAP / pad.parent.name / pad.name
            doel.parent.mkdir(parents=True, exist_ok=True)
            pad.replace(doel)
        _vervang_database(map_ / DATABASE)
    connection.close()
    call_command("migrate", interactive=False, verbosity=0)
    return manifest


def _pak_uit(bron: Path, map_: Path) -> Manifest:
    sommen: dict[str, str] = {}
    try:
        with tarfile.open(bron, mode="r:") as archief:
            for lid in archief:
                # Somebody who means harm may have made it: only our own names come out.
                inhoud = (
                    archief.extractfile(lid) if lid.isreg() and NAAM.fullmatch(lid.name) else None
                )
                if inhoud is None:
                    raise KopieFout(
                        f"Dit is geen reservekopie van dit systeem: {lid.name!r} hoort er niet in."
                    )
                sommen[lid.name] = _schrijf(inhoud, map_ / lid.name)
    except (OSError, tarfile.TarError) as fout:
        raise KopieFout(f"{bron} is niet te lezen: {fout}") from fout
    manifest = _lees_manifest(map_ / MANIFEST)
    sommen.pop(MANIFEST, None)
    anders = [
        naam
        for naam in sommen | manifest.bestanden
        if sommen.get(naam) != manifest.bestanden.get(naam)
    ]
    if anders or DATABASE not in sommen:
        raise KopieFout(
            f"De reservekopie is beschadigd: {', '.join(anders[:3]) or DATABASE} klopt niet."
        )
    return manifest


def _schrijf(inhoud: IO[bytes], doel: Path) -> str:
    som = hashlib.sha256()
    doel.parent.mkdir(parents=True, exist_ok=True)
    with doel.open("wb") as bestand:
        while blok := inhoud.read(BLOK):
            som.update(blok)
            bestand.write(blok)
    return som.hexdigest()


def _lees_manifest(pad: Path) -> Manifest:
    try:
        gegevens = json.loads(pad.read_bytes())
        if gegevens.get("vorm") != VORM:
            raise KopieFout("Deze reservekopie heeft een vorm die deze versie niet kent.")
        return Manifest(**gegevens)
    except (OSError, ValueError, TypeError) as fout:
        raise KopieFout(
            "De reservekopie is niet heel: het manifest ontbreekt of is onleesbaar."
        ) from fout


def _past_hier(manifest: Manifest) -> None:
    if not hmac.compare_digest(manifest.sleutels, vingerafdruk()):
        raise KopieFout(
            "De BSN-sleutels hier zijn andere dan die bij deze reservekopie: "
            "geen BSN zou leesbaar zijn. Zet eerst BSN_SLEUTEL en BSN_INDEX_SLEUTEL van toen terug."
        )
    onbekend = set(manifest.migraties) - bekende_migraties()
    if onbekend:
        raise KopieFout(
            "De reservekopie komt van een nieuwere versie van het systeem "
            f"({', '.join(sorted(onbekend)[:3])}). Installeer eerst die versie."
        )


def _vervang_database(dump: Path) -> None:
    """One transaction: either the old database stands or the new one does."""
    connection.close()
    sql = dump.with_suffix(".sql")
    _draai(["pg_restore", "--no-owner", "--no-acl", f"--file={sql}", str(dump)])
    _draai(
        [
            *("psql", "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1"),
            "--command=SET client_min_messages = warning",
            "--command=DROP SCHEMA public CASCADE",
            "--command=CREATE SCHEMA public",
            f"--file={sql}",
        ]
    )


# --- What both need ----------------------------------------------------------------------------
def is_leeg() -> bool:
    """Nobody can have put anything in a database without an account."""
    if Medewerker._meta.db_table not in connection.introspection.table_names():
        return True
    mensen = Medewerker.objects.exclude(email=SYSTEEM_EMAIL)
    return not mensen.exists() and not Inburgeraar.objects.exists()


def vingerafdruk() -> str:
    sleutels = settings.BSN_SLEUTEL + settings.BSN_INDEX_SLEUTEL
    return hmac.new(sleutels, b"reservekopie", hashlib.sha256).hexdigest()


def toegepaste_migraties() -> set[str]:
    return {f"{app}.{naam}" for app, naam in MigrationLoader(connection).applied_migrations}


def bekende_migraties() -> set[str]:
    return {f"{app}.{naam}" for app, naam in MigrationLoader(None).disk_migrations}


def _som(pad: Path) -> str:
    with pad.open("rb") as bestand:
        return hashlib.file_digest(bestand, "sha256").hexdigest()


def _draai(opdracht: list[str]) -> None:
    try:
        subprocess.run(
            opdracht,
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, **_verbinding()},
        )
    except FileNotFoundError as fout:
        raise KopieFout(f"{opdracht[0]} ontbreekt. Installeer postgresql-client.") from fout
    except subprocess.CalledProcessError as fout:
        # The first line says what is wrong; the next may quote a row, and that is somebody's datum.
        regel = next(iter(fout.stderr.splitlines()), "onbekende fout")
        raise KopieFout(f"{opdracht[0]} mislukte: {regel}") from fout


def _verbinding() -> dict[str, str]:
    """The way to the same database; a password never stands on a command line."""
    return dict(_paren(connection.settings_dict))


def _paren(instelling: dict[str, Any]) -> Iterator[tuple[str, str]]:
    namen = {"NAME": "PGDATABASE", "USER": "PGUSER", "PASSWORD": "PGPASSWORD"}
    namen |= {"HOST": "PGHOST", "PORT": "PGPORT"}
    for van, naar in namen.items():
        if instelling.get(van):
            yield naar, str(instelling[van])
    for optie, waarde in instelling.get("OPTIONS", {}).items():
        if optie in {"host", "user", "port", "sslmode", "sslrootcert", "sslcert", "sslkey"}:
            yield f"PG{optie.upper()}", str(waarde)
