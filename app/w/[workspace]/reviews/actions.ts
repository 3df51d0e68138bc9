"use server"

import * as reviews from "@/lib/desk/reviews"
import { DecideReview } from "@/lib/domain/round"
import { action } from "@/lib/entry"

export const decideReview = action(DecideReview, reviews.decideReview)
