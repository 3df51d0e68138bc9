import { expect, test } from "vitest"
import { afterAsked, afterMove, type FileMove, type FileWait } from "./file-wait"

type Step = FileMove | "save"

/** Where a form is after these steps. */
function after(...steps: Step[]): FileWait<string> {
  return steps.reduce<FileWait<string>>(
    (wait, step) => (step === "save" ? afterAsked(wait, "mine") : afterMove(wait, step)),
    { at: "still" },
  )
}

test("what is asked without a file under way is done at once", () => {
  const due = { at: "due", asked: "mine" }
  expect(after("save")).toEqual(due)
  expect(after("coming", "there", "save")).toEqual(due)
  expect(after("coming", "ended", "save")).toEqual(due)
})

test("what is asked while a file is on its way is done when it is there, also where another took its place", () => {
  expect(after("coming", "save")).toEqual({ at: "awaited", asked: "mine" })
  expect(after("coming", "save", "coming", "save")).toMatchObject({ at: "awaited" })
  expect(after("coming", "save", "coming", "there")).toEqual({ at: "due", asked: "mine" })
})

test("where the file does not come nothing is done, until it is asked again", () => {
  expect(after("coming", "save", "ended")).toEqual({ at: "missed" })
  expect(after("coming", "save", "ended", "coming")).toEqual({ at: "coming" })
  expect(after("coming", "save", "ended", "coming", "there")).toEqual({ at: "still" })
  expect(after("coming", "save", "ended", "save")).toMatchObject({ at: "due" })
})
