"use server"

import { refresh } from "next/cache"
import * as rules from "@/lib/desk/rules"
import { SetRules } from "@/lib/domain/rules"
import { action } from "@/lib/entry"

/** What was changed lately comes anew with the answer. */
export const setRules = action(SetRules, async (actor, input) => {
  const now = await rules.setRules(actor, input)
  refresh()
  return now
})
