"use server"

import { refresh } from "next/cache"
import * as publishing from "@/lib/desk/publishing"
import { SetPublishing } from "@/lib/domain/publication"
import { action } from "@/lib/entry"

export const setPublishing = action(SetPublishing, async (actor, input) => {
  const now = await publishing.setPublishing(actor, input)
  refresh()
  return now
})
