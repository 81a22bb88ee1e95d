# Debian packages: install what is missing where that is allowed, else say the one command that does it.
# shellcheck shell=bash

LETTERS_EN_PDF=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core)

# The directory of the newest PostgreSQL programs of 15 or later, or nothing.
postgres_map() {
  local map
  for map in $(printf '%s\n' /usr/lib/postgresql/*/bin | sort -rV); do
    if [[ -x "$map/initdb" && "$(basename "$(dirname "$map")")" -ge 15 ]]; then
      printf '%s\n' "$map"
      return
    fi
  done
}

zoek_python() {
  local naam
  for naam in python3 python3.11 python3.12 python3.13 /usr/bin/python3; do
    if "$naam" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      printf '%s\n' "$naam"
      return
    fi
  done
}

# ontbrekend [chromium]: one name per line.
ontbrekend() {
  local pakket python
  python="$(zoek_python)"
  if [[ -z "$python" ]]; then echo python3; fi
  if ! "${python:-false}" -c 'import ensurepip, venv' 2>/dev/null; then echo python3-venv; fi
  if [[ -z "${DATABASE_URL:-}" && -z "$(postgres_map)" ]]; then echo postgresql; fi
  if [[ -z "${REDIS_URL:-}" ]] && ! command -v redis-server >/dev/null; then echo redis-server; fi
  for pakket in "${LETTERS_EN_PDF[@]}"; do
    dpkg-query -W -f='${db:Status-Status}\n' "$pakket" 2>/dev/null | grep -qx installed || echo "$pakket"
  done
  if [[ "${1:-}" == chromium ]] && ! command -v chromium >/dev/null; then echo chromium; fi
}

zorg_voor_pakketten() {
  local nodig
  mapfile -t nodig < <(ontbrekend "$@")
  ((${#nodig[@]})) || return 0
  command -v apt-get >/dev/null ||
    stop_met "Dit is geen Debian. Installeer zelf wat overeenkomt met: ${nodig[*]}"
  if ((EUID == 0)); then
    installeer "${nodig[@]}"
  elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || { [[ -t 0 ]] && sudo -v; }; }; then
    installeer "${nodig[@]}"
  else
    meld "Er ontbreken Debian-pakketten en hier mag ik ze niet installeren."
    meld "Laat dit ene commando als root uitvoeren en begin daarna opnieuw:"
    meld ""
    meld "  sh -c 'apt-get update && apt-get install -y --no-install-recommends ${nodig[*]}'"
    exit 1
  fi
  mapfile -t nodig < <(ontbrekend "$@")
  ((${#nodig[@]} == 0)) || stop_met "Na het installeren ontbreekt nog: ${nodig[*]}"
}

als_beheerder() {
  if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}

installeer() {
  local begin=$SECONDS geen_diensten=/usr/sbin/policy-rc.d cluster=/etc/postgresql-common/createcluster.conf
  meld "  Debian-pakketten installeren: $*"
  # We run private servers, so no service of the machine itself may start or be made. What is there already stays.
  if [[ ! -e "$cluster" ]]; then
    als_beheerder sh -c "mkdir -p '${cluster%/*}' && echo 'create_main_cluster = false' >'$cluster'"
  fi
  if [[ ! -e "$geen_diensten" ]]; then
    als_beheerder sh -c "printf '#!/bin/sh\nexit 101\n' >'$geen_diensten' && chmod 755 '$geen_diensten'"
    trap "als_beheerder rm -f '$geen_diensten'; opruimen" EXIT
  else
    geen_diensten=""
  fi
  als_beheerder apt-get -q update >&2
  als_beheerder env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends \
    -o Dpkg::Options::=--force-confold -o Dpkg::Use-Pty=0 "$@" >&2
  if [[ -n "$geen_diensten" ]]; then
    als_beheerder rm -f "$geen_diensten"
    trap opruimen EXIT
  fi
  meld "✓ Debian-pakketten ($((SECONDS - begin)) s)"
}
