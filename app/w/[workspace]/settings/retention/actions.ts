"use server"

import * as retention from "@/lib/desk/retention"
import { SetRetention } from "@/lib/domain/retention"
import { action, redrawn } from "@/lib/entry"

/** What would go tonight comes anew with the answer. */
export const setRetention = action(SetRetention, redrawn(retention.setRetention))
