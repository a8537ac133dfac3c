#!/usr/bin/env bash
# A walk through the shop of mocks/ with curl. Start the server, then give this script the URL that it printed:
#
#   examples/curl/walkthrough.sh http://127.0.0.1:49342
#
# Each step says what it expects and stops the script when something else comes.
set -euo pipefail
api=${1:?usage: walkthrough.sh URL}

step() { # TITLE EXPECTED-TEXT CURL-ARGUMENTS...
  local title=$1 expected=$2
  shift 2
  printf '\n# %s\n$ curl %s\n' "$title" "$*"
  local answer
  answer=$(curl --silent --show-error --max-time 10 "$@")
  printf '%s\n' "$answer"
  if [[ $answer != *"$expected"* ]]; then
    printf 'expected to see: %s\n' "$expected" >&2
    exit 1
  fi
}

step 'A path variable comes back as a number' '"id":7' "$api/users/7"
step 'A literal segment wins over a variable; here it wants a token' 'send Authorization' "$api/users/me"
step 'With a token' '"token":"demo-1"' -H 'Authorization: Bearer demo-1' "$api/users/me"
step 'A list that is made on the way' 'user3@example.com' "$api/users"
step 'A body that fits: 201 with a Location' '201 Created' -i --json '{"email":"ada@example.com"}' "$api/users"
step 'A body that does not: 422' 'an e-mail address is needed' --json '{"email":"nobody"}' "$api/users"
step 'A file as it is' '"name": "Anchor mug"' "$api/products"
step 'Another answer for ?q=' "matches 'blue'" "$api/products?q=blue"
step 'A file chosen by the path, with an ETag' 'ETag' --head "$api/images/P-7.png"
step 'A range of it' 'Content-Range: bytes 0-7/' -i --output - --range 0-7 -o /dev/null -D - "$api/images/P-7.png"
step 'No API key: the first case of the file answers' 'send the header X-Api-Key' "$api/orders/1"
step 'An order' '"status":"accepted"' -H 'X-Api-Key: demo' --json '{"items":[{"sku":"P-7"}]}' "$api/orders"
step 'Asked once …' '"status":"accepted"' -H 'X-Api-Key: demo' "$api/orders/1"
step '… twice …' '"status":"packed"' -H 'X-Api-Key: demo' "$api/orders/1"
step '… three times' '"status":"shipped"' -H 'X-Api-Key: demo' "$api/orders/1"
step 'An error on demand' '"status":503' "$api/errors/503"
step 'No such route' '404' -i "$api/nothing/here"

printf '\nAll as expected.\n'
