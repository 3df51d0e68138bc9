/** What holds for every call, by its name; code stands between backticks. */
export const RULES: readonly (readonly [string, string])[] = [
  [
    "Who calls",
    "`Authorization: Bearer stet_…`, and nothing else: no cookie is looked at. A token is made in the settings or by " +
      "`npx stet token create`, shown once, and has the scopes `read`, `write`, `review` and `admin` as far as its owner's " +
      "role makes use of them. What its owner may not see is not there: 404.",
  ],
  [
    "Examples",
    "Each is a command for a shell with curl: `API` is the base address and `TOKEN` your token (`export TOKEN=stet_…`). " +
      "Ids and entity tags stand for yours.",
  ],
  ["Offsets", "Unicode code points over the revision's `text`, title and dek included, end exclusive."],
  [
    "Places",
    "A `TextQuoteSelector`, a `TextPositionSelector`, or both. A quote that occurs more than once needs a prefix, a suffix or " +
      "a position; else it is refused with its `candidates`.",
  ],
  [
    "Lists",
    "`{items, next}`; `?cursor=` takes what `next` said, null is the end. `limit` is 50 unless you say another.",
  ],
  [
    "Versions",
    "Every single thing comes with an `ETag`. `PATCH`, `PUT` and `DELETE` want it back in `If-Match` (428 without it, 412 " +
      "when somebody was first, with `current`); `POST` honours it. A claim's covers its verdict and its evidence too.",
  ],
  [
    "Once",
    "A `POST` with an `Idempotency-Key` of your own (up to 255 visible characters) is carried out once: the same key and " +
      "body are answered the same for 24 hours, with `Idempotency-Replayed: true`, refusals too. The same key with another " +
      "body is 422; while the first is being answered, 409 with `Retry-After`.",
  ],
  [
    "How much",
    "600 requests a minute and token, if nothing else is set; then 429 with `Retry-After`. 10 MB a request, 2,000,000 " +
      "characters an article.",
  ],
  [
    "Refusals",
    "`application/problem+json` (RFC 9457) with `code` and `detail`, for 422 with `fields`, unknown ones by name. 409 is " +
      '"not now", 403 "not you". `Accept-Language: de` has the words in German. A method that an address lacks is 405.',
  ],
]
