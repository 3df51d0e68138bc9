import { expect, test } from "vitest"
import { guessHead } from "./guess-head"

const TITLE = "“Taxes fell”, says the mayor"

test.for([
  ["Taxes fell, says the mayor\n\nThe body."],
  ['  \n# "Taxes fell", says the Mayor\n'],
  ["**“Taxes fell”, says the mayor**"],
])("a text begins with its headline: %s", ([text]) => expect(guessHead(text ?? "", TITLE)).toBe("read"))

test.for([[""], ["The body, at once."], ["Taxes fell, says the mayor of the town, who was there.\n"]])(
  "or it does not: %s",
  ([text]) => expect(guessHead(text ?? "", TITLE)).toBe("keep"),
)
