import { expect, test } from "vitest"
import { figuresDiffer } from "./loose-figures"

test.each([
  ["The fleet has eleven ships.", "The fleet has twelve ships.", true],
  ["Spending rose by 4.2 per cent.", "Spending rose by 4.3 per cent.", true],
  ["Der Kreis zählt dreihundert Boote.", "Der Kreis zählt zweihundert Boote.", true],
  ["It did sail in May.", "It did not sail in May.", true],
  ["It did sail in May.", "It didn’t sail in May.", true],
  ["Es fuhr im Mai.", "Es fuhr nie im Mai.", true],
  ["It sailed in May 2023.", "It sailed in June 2023.", true],
  ["The fleet has eleven ships.", "The fleet had eleven ships, it says.", false],
  ["Spending rose by 4.2 per cent.", "Spending grew by 4.2 per cent.", false],
])("of %s and %s: %s", (one, other, differ) => {
  expect(figuresDiffer(one, other)).toBe(differ)
  expect(figuresDiffer(other, one)).toBe(differ)
})
