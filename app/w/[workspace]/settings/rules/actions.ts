"use server"

import * as rules from "@/lib/desk/rules"
import { SetRules } from "@/lib/domain/rules"
import { action, redrawn } from "@/lib/entry"

/** What was changed lately comes anew with the answer. */
export const setRules = action(SetRules, redrawn(rules.setRules))
