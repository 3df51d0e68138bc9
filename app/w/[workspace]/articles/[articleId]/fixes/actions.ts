"use server"

import { refresh } from "next/cache"
import * as accepting from "@/lib/desk/accepting"
import * as fixes from "@/lib/desk/fixes"
import { AcceptFixes, AnswerFix, DeclineFix } from "@/lib/domain/fix"
import { action } from "@/lib/entry"

export const answerFix = action(AnswerFix, async (actor, input) => redrawn(await fixes.answerFix(actor, input)))
export const declineFix = action(DeclineFix, async (actor, input) => redrawn(await fixes.declineFix(actor, input)))
export const acceptFixes = action(AcceptFixes, async (actor, input) =>
  redrawn(await accepting.acceptFixes(actor, input)),
)

/** The list comes anew with the answer. */
function redrawn<Value>(answered: Value): Value {
  refresh()
  return answered
}
