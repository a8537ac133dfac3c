#!/usr/bin/env bash
# The same with curl alone. Start the server, then give this script the URL that it printed:
#
#   examples/any-language/checkout.sh http://127.0.0.1:49342
set -euo pipefail
server=${1:?usage: checkout.sh URL}

# A port of its own: what other tests do meanwhile is not seen here. Closed whatever happens.
port=$(curl --silent --fail --json '{}' "$server/__homeport/ports" | sed 's/.*"port":\([0-9]*\).*/\1/')
shop=http://127.0.0.1:$port
trap 'curl --silent --fail -X DELETE "$server/__homeport/ports/$port"' EXIT

# curl fails for 409, which is what a verification that fails is answered; the body says why.
verify() { curl --silent --fail-with-body -w '\n' --json "$1" "$shop/__homeport/verify"; }

order() { curl --silent -w '\n' -H 'X-Api-Key: demo' --json "{\"items\":[{\"sku\":\"$1\"}]}" "$shop/orders"; }

printf '\n# Orders once\n'
order P-7
verify '{"request":"POST /orders","when":{"json":{"items[0].sku":"P-7"}},"count":1}'

printf '\n# Pays a moment later\n'
(sleep 0.2 && curl --silent -H 'X-Api-Key: demo' --json '{"card":"5500"}' "$shop/orders/1/payment") &
verify '{"request":"POST /orders/{id}/payment","when":{"json":{"card":"5500"}},"within":"5s"}'
wait %1

printf '\n# A failure says what came instead\n'
if answer=$(verify '{"request":"POST /orders","when":{"json":{"items[0].sku":"P-8"}}}'); then
  echo 'it passed' >&2
  exit 1
fi
printf '%s\n' "$answer"
[[ $answer == *"to equal 'P-8', found 'P-7'"* ]]

printf '\n# A shop that is closed for once\n'
curl --silent --fail -o /dev/null -X PUT --json '{"status":503,"times":1}' \
  "$shop/__homeport/routes/POST%20%2Forders/override"
[[ $(order P-7) == *503* ]]
[[ $(order P-7) == *accepted* ]]

printf '\nAll as expected.\n'
