# Gedeeld door de opdrachten in bin/. Elk deel doet één ding; de volgorde is die van gebruik.
# shellcheck shell=bash
set -euo pipefail

KLOON="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)"
LOKAAL="$KLOON/.local"
VENV="$KLOON/.venv"
export KLOON LOKAAL VENV
cd "$KLOON"
umask 022
mkdir -p "$LOKAAL"

# shellcheck source=bin/lib/melding.sh
source "$KLOON/bin/lib/melding.sh"
[[ -O "$LOKAAL" ]] || stop_met "Deze kloon is al in gebruik door een andere gebruiker. Maak een eigen kloon."
# shellcheck source=bin/lib/processen.sh
source "$KLOON/bin/lib/processen.sh"
# shellcheck source=bin/lib/pakketten.sh
source "$KLOON/bin/lib/pakketten.sh"
# shellcheck source=bin/lib/gereedschap.sh
source "$KLOON/bin/lib/gereedschap.sh"
# shellcheck source=bin/lib/servers.sh
source "$KLOON/bin/lib/servers.sh"
# shellcheck source=bin/lib/omgeving.sh
source "$KLOON/bin/lib/omgeving.sh"
