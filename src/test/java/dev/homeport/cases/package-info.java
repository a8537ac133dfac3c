/**
 * Behaviour in the user's language: each file below {@code src/test/resources/cases} is one fact.
 * It holds mock files and either requests with the answers they must get, or the problems that must
 * be reported, word for word and all of them.
 *
 * <pre>{@code
 * mocks: |                                 # mocks.yaml; or a mapping of names to texts, { base64: … } for bytes
 *   GET /users/{id}: { json: { id: "{{number path.id}}" } }
 * settings: { seed: 1, clock: "2026-01-02T03:04:05Z", vars: { k: v } }
 * request: GET /users/7                    # or { GET: /users/7, headers: { … }, json: … | text: … | form: … | base64: … }
 * expect:                                  # a status alone, or:
 *   status: 200
 *   headers: { Content-Type: application/json, X-Gone: absent, Vary: [a, b] }
 *   json: { id: 7 }                        # or text, matches (a regular expression), base64, empty: true
 *   delay: 250ms                           # or a range
 * steps: [ { request: …, expect: … } ]     # instead of request and expect; { repeat: 3 } asks so often
 * problems: [ "mocks.yaml:1:1: …" ]        # instead of, or beside, requests
 * }</pre>
 *
 * Start at {@link dev.homeport.cases.CasesTest}.
 */
@NullMarked
package dev.homeport.cases;

import org.jspecify.annotations.NullMarked;
