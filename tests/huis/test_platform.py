"""What holds the two commands and the papers around them, as far as a cheap test can see."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parent.parent.parent
PYPROJECT = tomllib.loads((WORTEL / "pyproject.toml").read_text())
SCRIPTS = [*sorted((WORTEL / "bin").glob("*")), WORTEL / ".ci/run", WORTEL / "docker/ingang.sh"]


def in_git() -> list[Path]:
    uit = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-zco", "--exclude-standard"],
        cwd=WORTEL,
        check=True,
        capture_output=True,
        text=True,
    )
    paden = [WORTEL / naam for naam in uit.stdout.split("\0") if naam]
    return [pad for pad in paden if pad.is_file() and not pad.is_symlink()]


def bash(tekst: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", f"source bin/lib.sh; {tekst}"],
        cwd=WORTEL,
        capture_output=True,
        text=True,
        env=os.environ | omgeving,
        timeout=30,
    )


# --- What is committed ---------------------------------------------------------------------------
# Written in pieces, so that this file does not name them itself.
ADRESSEN = re.compile(
    "|".join(
        naam.replace("_", r"\.")
        for naam in (
            r"pypi_(org|python)",
            r"pythonhosted_org",
            r"npmjs_(org|com)",
            r"yarnpkg_com",
            r"deb_debian_org",
        )
    )
)
MACHINEPADEN = re.compile(r"(?<![\w.$}/-])/(?:work|root|home/\w+)/(?!\.\.)")


def test_no_registry_address_and_no_path_of_one_machine_is_committed():
    gevonden = []
    for pad in in_git():
        tekst = pad.read_bytes().decode("utf-8", errors="ignore")
        for soort in (ADRESSEN, MACHINEPADEN):
            gevonden += [f"{pad.relative_to(WORTEL)}: {hit[0]}" for hit in soort.finditer(tekst)]
    assert gevonden == []


def test_nothing_made_by_a_build_is_committed():
    mappen = (".venv", ".local", ".static", "static/gebouwd", "frontend/node_modules", "geheimen")
    gemaakt = [
        str(pad.relative_to(WORTEL))
        for pad in in_git()
        if pad.is_relative_to(WORTEL)
        and str(pad.relative_to(WORTEL)).startswith(tuple(f"{map_}/" for map_ in mappen))
    ]
    assert gemaakt == []


# --- Requirements --------------------------------------------------------------------------------
def vastgelegd(soort: str) -> dict[str, str]:
    tekst = (WORTEL / f"requirements/{soort}.txt").read_text()
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", tekst, re.MULTILINE))


def test_the_locked_files_belong_to_what_was_asked_for():
    map_ = WORTEL / "requirements"
    sommen = dict(
        reversed(regel.split()) for regel in (map_ / "vergrendeld.sha256").read_text().splitlines()
    )
    assert sommen == {
        pad.name: hashlib.sha256(pad.read_bytes()).hexdigest()
        for pad in [*map_.glob("*.in"), *map_.glob("*.txt")]
    }, "voer bin/vergrendel uit"


@pytest.mark.parametrize("soort", ["productie", "bouw", "ontwikkel"])
def test_every_locked_package_has_a_hash(soort):
    tekst = (WORTEL / f"requirements/{soort}.txt").read_text()
    pakketten = re.split(r"^(?=[a-z0-9])", tekst, flags=re.MULTILINE)
    assert [
        blok.split("\n")[0] for blok in pakketten if blok and "--hash=sha256:" not in blok
    ] == []


def test_the_tests_run_against_the_versions_of_production():
    ontwikkel = vastgelegd("ontwikkel")
    for soort in ("productie", "bouw"):
        for naam, versie in vastgelegd(soort).items():
            assert ontwikkel[naam] == versie


# --- The house in pyproject ----------------------------------------------------------------------
def kamers() -> set[str]:
    return {pad.parent.name for pad in WORTEL.glob("*/__init__.py")} - {"tests"}


def contract(naam: str) -> dict[str, list[str]]:
    return next(c for c in PYPROJECT["tool"]["importlinter"]["contracts"] if c["id"] == naam)


def test_every_room_is_watched_by_the_import_linter():
    assert set(PYPROJECT["tool"]["importlinter"]["root_packages"]) == kamers()
    assert set(contract("lagen")["containers"]) == kamers() - {"config", "wet"}
    verdiepingen = re.findall(r"\w+", " ".join(contract("huis")["layers"]))
    assert kamers() <= set(verdiepingen)


def test_every_exception_to_a_rule_has_a_reason():
    tekst = (WORTEL / "pyproject.toml").read_text()
    blok = re.search(r"^ignore = \[\n(.*?)^\]", tekst, re.MULTILINE | re.DOTALL)
    assert blok
    assert [regel for regel in blok[1].splitlines() if "#" not in regel] == []


# --- The commands --------------------------------------------------------------------------------
@pytest.mark.parametrize("script", [p for p in SCRIPTS if p.is_file()], ids=lambda p: p.name)
def test_every_script_can_be_read_by_its_shell(script):
    shell = "sh" if script.read_text().startswith("#!/bin/sh") else "bash"
    subprocess.run([shell, "-n", script], check=True)
    if script.name != "lib.sh":
        assert os.access(script, os.X_OK)


def test_ci_runs_the_tests_and_nothing_more():
    regels = (WORTEL / ".ci/run").read_text().splitlines()
    assert len(regels) == 2
    assert regels[1].endswith('/../bin/test" "$@"')


@pytest.mark.parametrize(
    ("opties", "melding"),
    [
        (["--poort", "99999"], "Geen geldige poort"),
        (["--poort", "acht"], "Geen geldige poort"),
        (["--onzin"], "Onbekende optie"),
    ],
)
def test_start_refuses_what_it_does_not_know(opties, melding):
    gedaan = subprocess.run(
        [WORTEL / "bin/start", *opties], capture_output=True, text=True, timeout=30
    )
    assert gedaan.returncode == 1
    assert melding in gedaan.stderr


def test_start_explains_itself():
    gedaan = subprocess.run(
        [WORTEL / "bin/start", "--help"], capture_output=True, text=True, timeout=30
    )
    assert gedaan.returncode == 0
    assert {"--poort", "--leeg", "--opnieuw", "--ja"} <= set(re.findall(r"--\w+", gedaan.stdout))


def test_a_missing_package_gives_the_one_command_to_run(tmp_path):
    """A machine where nothing may be installed: no sudo, and not root."""
    for naam, status in (("dpkg-query", 1), ("sudo", 1), ("apt-get", 0)):
        nep = tmp_path / naam
        nep.write_text(f"#!/bin/sh\nexit {status}\n")
        nep.chmod(0o755)
    # EUID is read-only in bash, so the root's branch is taken out of the function
    gedaan = bash(
        'source <(declare -f zorg_voor_pakketten | sed "s/EUID == 0/1 == 0/"); zorg_voor_pakketten',
        PATH=f"{tmp_path}:{os.environ['PATH']}",
    )
    assert gedaan.returncode == 1
    opdrachten = [regel for regel in gedaan.stderr.splitlines() if "apt-get install" in regel]
    assert len(opdrachten) == 1
    assert "libpango-1.0-0" in opdrachten[0]


def test_a_failing_step_shows_its_output_and_fails():
    gedaan = bash("stap 'Iets doen' sh -c 'echo dit ging mis; exit 3'")
    assert gedaan.returncode == 3
    assert "✗ Iets doen" in gedaan.stderr
    assert "dit ging mis" in gedaan.stderr


def test_a_step_that_succeeds_keeps_quiet_and_leaves_stdout_alone():
    gedaan = bash("stap 'Iets doen' echo niet tonen")
    assert gedaan.returncode == 0
    assert "niet tonen" not in gedaan.stdout + gedaan.stderr
    assert "✓ Iets doen" in gedaan.stderr


def test_a_pid_file_of_a_server_that_is_gone_is_forgotten(tmp_path):
    van_een_ander, van_onszelf = tmp_path / "ander.pid", tmp_path / "zelf.pid"
    van_een_ander.write_text(f"{os.getpid()}\n")
    eigen_naam = Path(f"/proc/{os.getpid()}/comm").read_text().strip()
    van_onszelf.write_text(f"{os.getpid()}\n")
    for pad, naam in ((van_een_ander, "postgres"), (van_onszelf, eigen_naam)):
        bash(f"vergeet_oude_pid '{pad}' '{naam}'")
    assert not van_een_ander.exists()
    assert van_onszelf.exists()


# --- The container files -------------------------------------------------------------------------
def test_the_container_runs_the_locked_production_set_as_an_ordinary_user():
    tekst = (WORTEL / "Dockerfile").read_text()
    laatste = tekst.rsplit("\nFROM ", 1)[1]
    assert re.search(r"^USER (?!0)\d+", laatste, re.MULTILINE)
    assert "HEALTHCHECK" in laatste
    assert "--require-hashes -r /tmp/productie.txt" in tekst


def test_no_secret_stands_in_the_compose_file():
    tekst = (WORTEL / "docker-compose.yml").read_text()
    for naam in ("SECRET_KEY", "BSN_SLEUTEL", "BSN_INDEX_SLEUTEL", "POSTGRES_PASSWORD"):
        assert f"{naam}:" not in tekst


def test_the_licence_is_the_one_that_is_declared():
    assert "EUROPEAN UNION PUBLIC LICENCE v. 1.2" in (WORTEL / "LICENSE").read_text()
    assert "license: EUPL-1.2" in (WORTEL / "publiccode.yml").read_text()
    assert PYPROJECT["project"]["license"] == "EUPL-1.2"
