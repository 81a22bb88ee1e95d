# Child processes: each in a session of its own, so that Ctrl-C reaches bin/… only and it can stop them in order.
# shellcheck shell=bash

STAP_PID=""
KINDEREN=()

# Sets ACHTERGROND_PID. The child dies with us, even when we are killed, and never holds our locks.
op_achtergrond() {
  setpriv --pdeathsig TERM setsid "$@" 6>&- 7>&- 8>&- 9>&- <&0 &
  ACHTERGROND_PID=$!
}

# beeindig pid: asks the whole session to stop, and after ten seconds no longer asks.
beeindig() {
  local pid="$1" beurt
  kill -TERM "$pid" 2>/dev/null || true
  for ((beurt = 0; beurt < 100; beurt++)); do
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.1
  done
  kill -KILL -- "-$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
}

opruimen() {
  local status=$? pid
  trap - EXIT
  trap '' INT TERM HUP
  if [[ -n "$STAP_PID" ]]; then beeindig "$STAP_PID"; fi
  for pid in "${KINDEREN[@]}"; do kill -TERM "$pid" 2>/dev/null || true; done
  for pid in "${KINDEREN[@]}"; do beeindig "$pid"; done
  sluit_omgeving || true
  if ((${#KINDEREN[@]})); then meld "Gestopt."; fi
  rm -f "$LOKAAL/stap.$$."*
  exit "$status"
}

bewaak_einde() {
  trap opruimen EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  trap 'exit 129' HUP
}
