#!/bin/sh
# Secrets come as files, so that they show up in no list of processes or containers; the settings read variables.
set -eu

for bestand in /run/secrets/*; do
  [ -f "$bestand" ] || continue
  naam="$(basename "$bestand" | tr '[:lower:]' '[:upper:]')"
  export "$naam=$(cat "$bestand")"
done
if [ -z "${DATABASE_URL:-}" ] && [ -n "${DB_WACHTWOORD:-}" ]; then
  export DATABASE_URL="postgres://inburgering:$DB_WACHTWOORD@db:5432/inburgering"
fi
unset DB_WACHTWOORD

exec "$@"
