"use server"

import { z } from "zod"
import * as events from "@/lib/desk/events"
import { action } from "@/lib/entry"

export const auditLog = action(z.void(), (actor) => events.auditLog(actor))
