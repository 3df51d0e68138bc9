"use server"

import * as knownChecks from "@/lib/desk/known-checks"
import { RemoveKnownChecks } from "@/lib/domain/earlier-check"
import { action, redrawn } from "@/lib/entry"

/** The list comes anew with the answer. */
export const removeKnownChecks = action(RemoveKnownChecks, redrawn(knownChecks.removeKnownChecks))
