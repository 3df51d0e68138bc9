"use server"

import * as remarks from "@/lib/desk/remarks"
import { DecideRemark, ReopenRemark } from "@/lib/domain/remark"
import { action, redrawn } from "@/lib/entry"

export const decideRemark = action(DecideRemark, redrawn(remarks.decideRemark))
export const reopenRemark = action(ReopenRemark, redrawn(remarks.reopenRemark))
