"use server"

import { refresh } from "next/cache"
import * as remarks from "@/lib/desk/remarks"
import { DecideRemark, ReopenRemark } from "@/lib/domain/remark"
import { action } from "@/lib/entry"

export const decideRemark = action(DecideRemark, async (actor, input) =>
  redrawn(await remarks.decideRemark(actor, input)),
)
export const reopenRemark = action(ReopenRemark, async (actor, input) =>
  redrawn(await remarks.reopenRemark(actor, input)),
)

/** The list comes anew with the answer. */
function redrawn<Value>(value: Value): Value {
  refresh()
  return value
}
