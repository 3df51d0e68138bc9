"use server"

import { refresh } from "next/cache"
import * as reviews from "@/lib/desk/reviews"
import { DecideReview } from "@/lib/domain/round"
import { action } from "@/lib/entry"

/** The header counts what waits, so the page comes anew with the answer. */
export const decideReview = action(DecideReview, async (actor, input) => {
  const claim = await reviews.decideReview(actor, input)
  refresh()
  return claim
})
