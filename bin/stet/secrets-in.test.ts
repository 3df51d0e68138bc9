/** What the doctor must not show, whatever a setting looks like. */
import { expect, test } from "vitest"
import { secretsIn } from "./secrets-in"

test.each([
  ["a secret by its name", { NEXTAUTH_SECRET: "geheim" }],
  ["the password of a database", { DATABASE_URL: "postgresql://stet:geheim@localhost/stet" }],
  ["one that ought to be escaped", { DATABASE_URL: "postgresql://stet:gehe/im@x%@localhost/stet" }],
  ["one that is escaped wrongly", { STET_SMTP: "smtp://stet:geheim%@localhost" }],
  ["one behind the address", { DATABASE_URL: "postgresql://localhost/stet?user=stet&password=geheim&ssl=1" }],
  ["that of an issuer", { STET_OIDC_ISSUER: "https://stet:geheim@id.example.org" }],
  ["that of Postgres' own settings", { PGPASSWORD: "geheim" }],
])("finds %s", (_, settings) => {
  const [value = ""] = Object.values<string>(settings)
  const shown = secretsIn(settings).reduce((text, secret) => text.replaceAll(secret, "…"), value)
  expect(shown).not.toMatch(/gehe|im@x/)
})

test("finds one as it is and as it is escaped, the longest first, and nothing where there is none", () => {
  expect(secretsIn({ STET_SMTP: "smtp://stet:ge%20heim@localhost" })).toEqual(["ge%20heim", "ge heim"])
  expect(secretsIn({ DATABASE_URL: "postgresql://localhost:5432/stet", PATH: "/usr/bin:a@b" })).toEqual([])
})
