# What the user sees. Everything goes to stderr, so that stdout stays what the command itself says.
# shellcheck shell=bash

meld() { printf '%s\n' "$*" >&2; }

stop_met() {
  printf '\n✗ %s\n' "$*" >&2
  exit 1
}

# stap "Wat er gebeurt" opdracht…: runs it out of sight with a running clock; shows its output only when it fails.
stap() {
  local tekst="$1" begin=$SECONDS log status=0
  shift
  log="$(mktemp "$LOKAAL/stap.$$.XXXXXX")"
  [[ -t 2 ]] || printf '  %s …\n' "$tekst" >&2
  op_achtergrond "$@" >"$log" 2>&1
  STAP_PID=$ACHTERGROND_PID
  if [[ -t 2 ]]; then
    while kill -0 "$STAP_PID" 2>/dev/null; do
      printf '\r  %s … %d s ' "$tekst" $((SECONDS - begin)) >&2
      sleep 0.2
    done
    printf '\r\033[K' >&2
  fi
  wait "$STAP_PID" || status=$?
  STAP_PID=""
  if ((status == 0)); then
    printf '✓ %s (%d s)\n' "$tekst" $((SECONDS - begin)) >&2
  else
    printf '✗ %s (%d s)\n' "$tekst" $((SECONDS - begin)) >&2
    tail -n "${STAP_REGELS:-40}" "$log" >&2
  fi
  rm -f "$log"
  return "$status"
}

# As stap, with the output in sight: for a command that shows its own progress.
stap_open() {
  local tekst="$1" begin=$SECONDS status=0
  shift
  printf '  %s …\n' "$tekst" >&2
  op_achtergrond "$@" >&2
  STAP_PID=$ACHTERGROND_PID
  wait "$STAP_PID" || status=$?
  STAP_PID=""
  if ((status == 0)); then
    printf '✓ %s (%d s)\n' "$tekst" $((SECONDS - begin)) >&2
  else
    printf '✗ %s (%d s)\n' "$tekst" $((SECONDS - begin)) >&2
  fi
  return "$status"
}
