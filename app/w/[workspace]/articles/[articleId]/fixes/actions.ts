"use server"

import * as accepting from "@/lib/desk/accepting"
import * as fixes from "@/lib/desk/fixes"
import { AcceptFixes, AnswerFix, DeclineFix } from "@/lib/domain/fix"
import { action, redrawn } from "@/lib/entry"

export const answerFix = action(AnswerFix, redrawn(fixes.answerFix))
export const declineFix = action(DeclineFix, redrawn(fixes.declineFix))
export const acceptFixes = action(AcceptFixes, redrawn(accepting.acceptFixes))
