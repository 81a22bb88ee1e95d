# One environment per purpose (start, test, bench): servers, secrets, data. Several commands may use one at a time;
# the last one out stops the servers. Locks of the kernel count the users, so a killed command leaves no false count.
# shellcheck shell=bash

OMGEVING=""

# open_omgeving start|test|test-bewaard|bench
open_omgeving() {
  OMGEVING="$1"
  MAP="$(basis_map)/$OMGEVING"
  export MAP
  exec 8>"$LOKAAL/$OMGEVING.gebruik" 9>"$LOKAAL/$OMGEVING.beheer"
  flock 9
  flock -s 8
  mkdir -p -m 711 "$MAP"
  [[ -O "$MAP" ]] || stop_met "$MAP is van een andere gebruiker. Werk in een eigen kloon, of als die gebruiker."
  if ! start_servers >"$LOKAAL/servers.$OMGEVING.log" 2>&1 6>&- 8>&- 9>&-; then
    tail -n 20 "$LOKAAL/servers.$OMGEVING.log" >&2
    flock -u 9
    stop_met "PostgreSQL of Redis startte niet; zie hierboven."
  fi
  flock -u 9
  zet_variabelen
}

start_servers() {
  if [[ -z "${DATABASE_URL:-}" ]]; then
    pg_start "$MAP/pg" "$([[ "$OMGEVING" == test* ]] && echo ja || echo nee)" || return
  fi
  if [[ -z "${REDIS_URL:-}" ]]; then redis_start "$MAP/redis" || return; fi
}

zet_variabelen() {
  local geheim="$MAP/geheimen.env" regel naam
  if [[ ! -s "$geheim" ]]; then
    (umask 077 && python - >"$geheim" <<'PY'
import base64, secrets
print(f"SECRET_KEY={secrets.token_urlsafe(64)}")
for naam in ("BSN_SLEUTEL", "BSN_INDEX_SLEUTEL"):
    print(f"{naam}={base64.b64encode(secrets.token_bytes(32)).decode()}")
PY
    )
  fi
  while read -r regel; do
    naam="${regel%%=*}"
    [[ -n "${!naam:-}" ]] || export "${regel?}"
  done <"$geheim"
  export DATABASE_URL="${DATABASE_URL:-postgres://$PG_ROL@/$MAP/pg/$PG_ROL}"
  export REDIS_URL="${REDIS_URL:-unix://$MAP/redis/redis.sock}"
  export DATA_MAP="${DATA_MAP:-$MAP/gegevens}"
  export DEMO="${DEMO:-true}" SITE_URL="${SITE_URL:-http://localhost:8000}"
  export DJANGO_SETTINGS_MODULE=config.settings
  mkdir -p -m 700 "$DATA_MAP" "$MAP/logs" # not for the neighbours on this machine
}

# alleen_wij: whether no other command uses this environment (and from now on none can until we let go).
alleen_wij() { flock -x -n 8; }

sluit_omgeving() {
  [[ -n "$OMGEVING" ]] || return 0
  flock 9
  if alleen_wij; then
    redis_stop "$MAP/redis"
    pg_stop "$MAP/pg"
    # A test environment is always a fresh one, but for the one that was asked to stay.
    if [[ "$OMGEVING" == test ]]; then verwijder_map; fi
  fi
  flock -u 8
  flock -u 9
  OMGEVING=""
}

verwijder_map() {
  rm -rf "$MAP"
  rmdir "$(dirname "$MAP")" 2>/dev/null || true # only the folder outside the clone is ever empty
}
