/** The sample fact-check, its claims in the order of the text. The words stand in articles/. */
import { accounts } from "./call-accounts"
import { lede } from "./call-lede"
import { rumours } from "./call-rumours"
import { inHours, type ArticlePlan } from "./walk"

export const callToMoscow: ArticlePlan = {
  file: "call-to-moscow.md",
  importer: "editor",
  marker: "checker",
  given: () => ({}),
  set: ({ checker }) => ({ leadId: checker.id, dueAt: inHours(26) }),
  claims: [...lede, ...accounts, ...rumours],
  nothingToCheck: ["Two accounts of one conversation", "What can be checked is who said what, and when"],
}
