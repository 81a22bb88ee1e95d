# A private PostgreSQL and Redis: on a unix socket in a folder of their own, no port, no password, no service manager.
# shellcheck shell=bash

PG_ROL=inburgering
SOKET_MAX=107 # bytes in a unix socket's path

# PostgreSQL refuses to run as root.
als_pg() {
  if ((EUID == 0)); then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

# basis_map: .local when the cluster's user can reach it and a socket's path fits, else a folder keyed by the clone's path.
basis_map() {
  local elders
  chmod 711 "$LOKAAL"
  if ((${#LOKAAL} + 30 < SOKET_MAX)) && als_pg test -x "$LOKAAL" 2>/dev/null; then
    printf '%s\n' "$LOKAAL"
    return
  fi
  elders="/var/tmp/inburgering-$(printf '%s' "$KLOON" | sha256sum | cut -c1-12)"
  mkdir -m 711 "$elders" 2>/dev/null || true
  [[ -O "$elders" && -d "$elders" && ! -L "$elders" ]] || stop_met "$elders is van iemand anders."
  printf '%s\n' "$elders"
}

pg_start() {
  local map="$1" snel="$2" bin opties
  bin="$(postgres_map)"
  opties="-c listen_addresses='' -c unix_socket_directories='$map' -c unix_socket_permissions=0700"
  opties+=" -c max_connections=60 -c shared_buffers=256MB -c synchronous_commit=off -c log_timezone=UTC"
  if [[ "$snel" == ja ]]; then opties+=" -c fsync=off -c full_page_writes=off"; fi
  if [[ ! -s "$map/data/PG_VERSION" ]]; then
    rm -rf "$map"
    mkdir -m 700 "$map"
    if ((EUID == 0)); then chown postgres: "$map"; fi
    als_pg "$bin/initdb" -D "$map/data" -U "$PG_ROL" -A trust --no-sync --encoding=UTF8 --locale=C.UTF-8 \
      --locale-provider=icu --icu-locale=nl-NL || return
  fi
  if [[ "$bin" != */"$(cat "$map/data/PG_VERSION")"/bin ]]; then
    echo "De gegevens zijn van een andere versie van PostgreSQL. Begin opnieuw met: bin/start --opnieuw"
    return 1
  fi
  "$bin/pg_isready" -q -h "$map" && return
  vergeet_oude_pid "$map/data/postmaster.pid" postgres
  als_pg "$bin/pg_ctl" -D "$map/data" -l "$map/postgres.log" -o "$opties" -w -t 60 start || return
  als_pg "$bin/psql" -q -h "$map" -U "$PG_ROL" -d postgres -tAc \
    "SELECT 1 FROM pg_database WHERE datname = '$PG_ROL'" | grep -q 1 ||
    als_pg "$bin/createdb" -h "$map" -U "$PG_ROL" "$PG_ROL"
}

# After a crash the number in a pid file may by now belong to another program; the server would refuse to start.
vergeet_oude_pid() {
  local bestand="$1" naam="$2" pid
  [[ -e "$bestand" ]] || return 0
  pid="$(head -n1 "$bestand")"
  if [[ "$(cat "/proc/$pid/comm" 2>/dev/null)" != "$naam" ]]; then rm -f "$bestand"; fi
}

pg_stop() {
  [[ -s "$1/data/PG_VERSION" ]] || return 0
  als_pg "$(postgres_map)/pg_ctl" -D "$1/data" -m fast -w -t 30 stop >/dev/null 2>&1 || true
}

redis_start() {
  local map="$1" beurt
  mkdir -p -m 700 "$map"
  redis-cli -s "$map/redis.sock" ping >/dev/null 2>&1 && return
  rm -f "$map/redis.sock"
  redis-server --port 0 --unixsocket "$map/redis.sock" --unixsocketperm 700 --dir "$map" --save "" \
    --pidfile "$map/redis.pid" --logfile "$map/redis.log" --daemonize yes
  for ((beurt = 0; beurt < 50; beurt++)); do
    redis-cli -s "$map/redis.sock" ping >/dev/null 2>&1 && return
    sleep 0.1
  done
  tail -n 20 "$map/redis.log" >&2
  return 1
}

redis_stop() {
  [[ ! -S "$1/redis.sock" ]] || redis-cli -s "$1/redis.sock" shutdown nosave >/dev/null 2>&1 || true
}
