# The virtual environment and the front-end: made once, made again only when what they come from has changed.
# shellcheck shell=bash

som() { cat "$@" | sha256sum | cut -d' ' -f1; }

vereisten() {
  case "$1" in
    productie) printf '%s\n' requirements/productie.txt requirements/bouw.txt ;;
    ontwikkel) printf '%s\n' requirements/ontwikkel.txt ;;
  esac
}

# zorg_voor_venv productie|ontwikkel
zorg_voor_venv() {
  local soort="$1" bestanden merk
  mapfile -t bestanden < <(vereisten "$soort")
  merk="$(som "${bestanden[@]}")"
  exec 7>"$LOKAAL/venv.slot"
  flock 7
  if ! "$VENV/bin/python" -c '' 2>/dev/null; then
    rm -rf "$VENV"
    stap "Python-omgeving maken" "$(zoek_python)" -m venv "$VENV"
  fi
  if [[ "$(cat "$VENV/.$soort" 2>/dev/null)" != "$merk" ]]; then
    # --no-deps: the lock names everything. --no-compile: half of it is never imported.
    STAP_REGELS=20 stap "Python-pakketten installeren" "$VENV/bin/pip" install -q --disable-pip-version-check \
      --no-deps --no-compile --require-hashes "${bestanden[@]/#/-r}"
    printf '%s\n' "$merk" >"$VENV/.$soort"
    # The second set contains the first at the same versions.
    if [[ "$soort" == ontwikkel ]]; then
      mapfile -t bestanden < <(vereisten productie)
      som "${bestanden[@]}" >"$VENV/.productie"
    fi
  fi
  exec 7>&-
  export PATH="$VENV/bin:$PATH" VIRTUAL_ENV="$VENV"
}

zorg_voor_voorkant() {
  local merk
  merk="$(som frontend/package-lock.json)"
  exec 7>"$LOKAAL/voorkant.slot"
  flock 7
  if [[ "$(cat frontend/node_modules/.merk 2>/dev/null)" != "$merk" ]]; then
    # A municipality often has a certificate of its own in the way to the outside; Debian knows it, Node must be told.
    NODE_USE_SYSTEM_CA=1 stap "Onderdelen van de voorkant ophalen" npm --prefix frontend ci --no-audit --no-fund --loglevel=error
    printf '%s\n' "$merk" >frontend/node_modules/.merk
  fi
  # Under a second, and it depends on the templates too, so it is simply run.
  stap "Voorkant bouwen" node frontend/bouw.mjs
  exec 7>&-
}

zorg_voor_statisch() {
  local merk
  merk="$(find static -type f -printf '%p %s %T@\n' | sort | cat - requirements/productie.txt | sha256sum)"
  if [[ "$(cat .static/.merk 2>/dev/null)" != "$merk" ]]; then
    stap "Bestanden voor de browser klaarzetten" python manage.py collectstatic --noinput --clear -v 0
    printf '%s\n' "$merk" >.static/.merk
  fi
}
