"use server"

import { refresh } from "next/cache"
import * as retention from "@/lib/desk/retention"
import { SetRetention } from "@/lib/domain/retention"
import { action } from "@/lib/entry"

/** What would go tonight comes anew with the answer. */
export const setRetention = action(SetRetention, async (actor, input) => {
  const now = await retention.setRetention(actor, input)
  refresh()
  return now
})
