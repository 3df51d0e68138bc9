/** No screen says anything that is not in the catalogues. */
import { describe, expect, test } from "vitest"
import { hardCodedIn } from "./testing/hard-coded"
import { screens } from "./testing/screens"

test("every word on a screen comes from the catalogues", () => {
  const files = screens()
  expect(files.length).toBeGreaterThan(50)
  const found = files.flatMap(({ file, source }) =>
    hardCodedIn(file, source).map(({ line, words }) => `${file}:${line}: ${words}`),
  )
  expect(found).toEqual([])
})

describe("a hard-coded word is found", () => {
  test.each([
    ["between tags", `<p>Nothing here</p>`, "Nothing here"],
    ["as an expression", `<p>{"Nothing"}</p>`, "Nothing"],
    ["in a choice", `<p>{empty ? "Nothing" : t("some")}</p>`, "Nothing"],
    ["after a condition", `<p>{empty && "Nothing"}</p>`, "Nothing"],
    ["beside a value", "<p>{`${count} claims`}</p>", "claims"],
    ["in what is read aloud", `<nav aria-label="Pages" />`, "Pages"],
    ["in a hint on hover", "<b title={`by ${name}`} />", "by"],
    ["as a fallback", `<Field label={label ?? "Name"} />`, "Name"],
    ["in a property that is shown", `const option = { label: "As said" }`, "As said"],
    ["in an announcement", `announce("Claim marked")`, "Claim marked"],
    ["in a notice", `toast.error("Not saved")`, "Not saved"],
  ])("%s", (_, code, words) => {
    expect(hardCodedIn("x.tsx", code).map((one) => one.words)).toEqual([words])
  })
})

describe("what is no word of a language is let be", () => {
  test.each([
    ["a message of the catalogue", `<p title={t("hint")}>{t("text")}</p>`],
    ["a key of the catalogue in a property", `const option = { label: "type.quote" }`],
    [
      "a class, an id, an address",
      `<a className="text-ink" id="text" href="/w/desk" placeholder="https://">{t("go")}</a>`,
    ],
    ["classes of what is shown", `const look = { classNames: { title: "mt-1 text-xs" } }`],
    ["a comparison", `<p>{state === "open" && t("open")}</p>`],
    ["signs and numbers", `<p>· 12 % →</p>`],
    ["a key cap", `<Kbd>Ctrl K</Kbd>`],
    ["the name", `<button aria-label="Stet" />`],
  ])("%s", (_, code) => {
    expect(hardCodedIn("x.tsx", code)).toEqual([])
  })
})
