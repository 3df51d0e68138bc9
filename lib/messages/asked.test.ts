/** No screen asks for a message that is not there: its reader would get the key instead of words. */
import { describe, expect, test } from "vitest"
import english from "./en.json"
import { askedIn } from "./testing/asked"
import { screens } from "./testing/screens"

const paths = pathsIn(english)

function pathsIn(catalogue: object, above: string[] = []): string[] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === "string" ? [[...above, key].join(".")] : pathsIn(value, [...above, key]),
  )
}

function isThere(path: string): boolean {
  const parts = path.split("*").map((part) => part.replaceAll(".", "\\."))
  const wanted = new RegExp(`^${parts.join("[^.]+(\\.[^.]+)*")}$`)
  return paths.some((one) => wanted.test(one))
}

test("every message that a screen asks for is in the catalogue", () => {
  const asked = screens().flatMap(({ file, source }) => askedIn(file, source).map((one) => ({ file, ...one })))
  expect(asked.length).toBeGreaterThan(200)
  expect(asked.filter(({ path }) => !isThere(path))).toEqual([])
})

describe("what a file asks for is found", () => {
  test.each([
    ["on a screen", `function F() { const t = useTranslations("claim"); return <p>{t("list")}</p> }`, ["claim.list"]],
    ["on the server", `async function f() { const t = await getTranslations("app"); return t("name") }`, ["app.name"]],
    [
      "beside other things",
      `async () => { const [t, n] = await Promise.all([getTranslations("app"), 1]); t("name") }`,
      ["app.name"],
    ],
    ["with a part known later", 'function F() { const t = useTranslations("a"); t(`s.${x}.y`) }', ["a.s.*.y"]],
    ["with tags in it", `function F() { const t = useTranslations("a"); t.rich("b", {}) }`, ["a.b"]],
    ["as one of two", `function F() { const t = useTranslations("a"); t(x ? "b" : "c") }`, ["a.b", "a.c"]],
    ["from everything", `function F() { const t = useTranslations(); t("a.b") }`, ["a.b"]],
    ["not of what is handed in", `function F() { const t = useTranslations("a"); return (t) => t("b") }`, []],
    ["not of other functions", `function F() { const t = once("a"); t("b") }`, []],
  ])("%s", (_, code, wanted) => {
    expect(askedIn("x.tsx", code).map(({ path }) => path)).toEqual(wanted)
  })
})
