"""What every database must hold after migrating: the roles, the system's own account, and
triggers that keep the tables of what happened from ever being changed."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group
from django.db import connection
from simple_history.models import HistoricalChanges

from medewerkers.enums import Rol
from medewerkers.models.medewerker import SYSTEEM_EMAIL, Medewerker

# The one way past the trigger: a DELETE while `inburgering.services.vernietigen` is at work, which
# says so in a setting of its transaction. A change is never let through.
_FUNCTIE = """
CREATE OR REPLACE FUNCTION weiger_wijziging() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND current_setting('inburgering.vernietigen', true) = 'aan' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'tabel % is alleen-toevoegen', TG_TABLE_NAME;
END $$;
"""


def na_migratie(sender: Any, using: str = "default", **kwargs: Any) -> None:
    """Runs after the migrations of each app; acts once, when this app's own tables are there."""
    if getattr(sender, "name", "") == "werkplek":
        richt_in()


def richt_in() -> None:
    for rol in Rol:
        Group.objects.get_or_create(name=rol.value)
    if not Medewerker.objects.filter(email=SYSTEEM_EMAIL).exists():
        Medewerker.objects.create(
            email=SYSTEEM_EMAIL,
            naam="Systeem",
            is_active=False,
            password="!",  # noqa: S106  # opens nothing
        )
    bewaak_alleen_toevoegen()


def alleen_toevoegen_tabellen() -> list[str]:
    """History tables, and models that say `alleen_toevoegen = True`."""
    return sorted(
        model._meta.db_table
        for model in apps.get_models()
        if issubclass(model, HistoricalChanges) or getattr(model, "alleen_toevoegen", False)
    )


def bewaak_alleen_toevoegen() -> None:
    with connection.cursor() as cursor:
        bestaand = set(connection.introspection.table_names(cursor))
        cursor.execute(_FUNCTIE)
        for tabel in alleen_toevoegen_tabellen():
            if tabel in bestaand:
                naam = connection.ops.quote_name(tabel)
                cursor.execute(
                    f"CREATE OR REPLACE TRIGGER alleen_toevoegen BEFORE UPDATE OR DELETE ON {naam} "
                    "FOR EACH ROW EXECUTE FUNCTION weiger_wijziging()"
                )
