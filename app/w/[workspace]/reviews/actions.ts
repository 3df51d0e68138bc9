"use server"

import * as reviews from "@/lib/desk/reviews"
import { DecideReview } from "@/lib/domain/round"
import { action, redrawn } from "@/lib/entry"

/** The header counts what waits, so the page comes anew with the answer. */
export const decideReview = action(DecideReview, redrawn(reviews.decideReview))
