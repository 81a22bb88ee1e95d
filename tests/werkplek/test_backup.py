"""A backup is worth what its restore is worth: these tests restore, into a fresh database."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection

from inburgering.services import documenten
from medewerkers.models import Medewerker
from werkplek import reservekopie

pytestmark = pytest.mark.django_db(transaction=True)

INHOUD = b"%PDF-1.7 een brief"


@pytest.fixture
def documentenmap(settings, tmp_path):
    settings.DATA_MAP = tmp_path / "gegevens"
    settings.DOCUMENTEN_MAP = settings.DATA_MAP / "documenten"
    return settings.DOCUMENTEN_MAP


@pytest.fixture
def gevuld(documentenmap):
    Medewerker.objects.create_user("consulent@westerkwartier.example", "Ans Ebbinge")
    return documenten.bewaar(INHOUD)


@pytest.fixture
def archief(gevuld, tmp_path) -> Path:
    doel = tmp_path / "kopie.tar"
    call_command("backup", doel)
    return doel


@pytest.fixture
def verse_database():
    """The environment of another installation: an empty database beside this one."""
    naam = f"{connection.settings_dict['NAME']}_herstel"
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {naam}")
        cursor.execute(f"CREATE DATABASE {naam} TEMPLATE template0")
    yield naam
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE {naam} WITH (FORCE)")


def herstel_elders(naam: str, archief: Path, data: Path, *opties: str, **extra: str):
    omgeving = os.environ | extra
    omgeving["DATABASE_URL"] = f"{os.environ['DATABASE_URL'].rsplit('/', 1)[0]}/{naam}"
    omgeving["DATA_MAP"] = str(data)
    return subprocess.run(
        [sys.executable, "manage.py", "herstel", str(archief), *opties],
        cwd=settings.BASE_DIR,
        env=omgeving,
        capture_output=True,
        text=True,
    )


BELOFTEN = """
    SELECT conrelid::regclass || ' ' || conname FROM pg_constraint WHERE conrelid <> 0
    UNION ALL SELECT tgrelid::regclass || ' ' || tgname FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT tablename || ' ' || indexname FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT extname FROM pg_extension
"""


def inhoud_van(naam: str) -> list[str]:
    """Rows and counters, and the names of all that guards them (PostgreSQL rewords a check)."""
    omgeving = os.environ | reservekopie._verbinding() | {"PGDATABASE": naam}
    regels: list[str] = []
    for opdracht in (["pg_dump", "--data-only", "--inserts"], ["psql", "-XAtc", BELOFTEN]):
        uit = subprocess.run(opdracht, env=omgeving, check=True, capture_output=True, text=True)
        regels += uit.stdout.splitlines()
    # what pg_dump says about itself differs per run
    return sorted(regel for regel in regels if regel and not regel.startswith(("\\", "--")))


def test_a_restore_into_a_fresh_database_gives_back_everything(
    archief, gevuld, verse_database, tmp_path
):
    elders = tmp_path / "elders"
    gedaan = herstel_elders(verse_database, archief, elders)

    assert gedaan.returncode == 0, gedaan.stderr
    assert "1 documenten" in gedaan.stdout
    assert (elders / "documenten" / gevuld[:2] / gevuld).read_bytes() == INHOUD
    assert inhoud_van(verse_database) == inhoud_van(connection.settings_dict["NAME"])

    opnieuw = herstel_elders(verse_database, archief, elders)
    assert opnieuw.returncode == 1
    assert "niet leeg" in opnieuw.stderr
    assert herstel_elders(verse_database, archief, elders, "--overschrijf").returncode == 0

    andere_sleutel = herstel_elders(
        verse_database, archief, elders, "--overschrijf", BSN_SLEUTEL="A" * 43 + "="
    )
    assert andere_sleutel.returncode == 1
    assert "BSN-sleutels" in andere_sleutel.stderr


def test_the_archive_is_for_its_owner_only_and_holds_no_key(archief):
    assert archief.stat().st_mode & 0o777 == 0o600
    with tarfile.open(archief) as tar:
        manifest = tar.extractfile(reservekopie.MANIFEST).read()
    assert settings.BSN_SLEUTEL.hex().encode() not in manifest
    assert os.environ["BSN_SLEUTEL"].encode() not in manifest


def test_a_second_backup_does_not_overwrite_the_first(archief):
    with pytest.raises(CommandError, match="bestaat al"):
        call_command("backup", archief)


def test_a_database_with_accounts_is_not_overwritten_by_accident(archief):
    with pytest.raises(CommandError, match="niet leeg"):
        call_command("herstel", archief)


def test_a_damaged_document_stops_the_backup_and_leaves_no_half_one(
    gevuld, documentenmap, tmp_path
):
    (documentenmap / gevuld[:2] / gevuld).write_bytes(b"iets anders")
    with pytest.raises(CommandError, match="beschadigd"):
        call_command("backup", tmp_path / "kopie.tar")
    assert not list(tmp_path.glob("kopie.tar*"))


def verander(archief: Path, tmp_path: Path, *, naam: str, inhoud: bytes) -> Path:
    """The same archive with one member replaced or added."""
    anders = tmp_path / "anders.tar"
    nieuw = tmp_path / "lid"
    nieuw.write_bytes(inhoud)
    with tarfile.open(archief) as bron, tarfile.open(anders, "w") as doel:
        for lid in bron:
            if lid.name != naam:
                doel.addfile(lid, bron.extractfile(lid))
        doel.add(nieuw, arcname=naam)
    return anders


@pytest.mark.parametrize(
    ("naam", "reden"),
    [
        (reservekopie.DATABASE, "beschadigd"),
        (reservekopie.MANIFEST, "manifest"),
        ("../../buiten", "hoort er niet in"),
        (f"documenten/aa/{'a' * 64}", "beschadigd"),
    ],
)
def test_a_changed_archive_is_refused_before_anything_changes(archief, tmp_path, naam, reden):
    anders = verander(archief, tmp_path, naam=naam, inhoud=b"niet wat het was")
    with pytest.raises(CommandError, match=reden):
        call_command("herstel", anders, overschrijf=True)
    assert Medewerker.objects.filter(naam="Ans Ebbinge").exists()
    assert not (tmp_path.parent / "buiten").exists()


def test_a_file_that_is_no_archive_is_refused(documentenmap, tmp_path):
    bron = tmp_path / "iets.tar"
    bron.write_bytes(hashlib.sha256(b"").digest() * 100)
    with pytest.raises(CommandError, match="niet te lezen"):
        call_command("herstel", bron, overschrijf=True)
