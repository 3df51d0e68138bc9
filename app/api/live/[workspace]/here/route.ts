import { bePresent } from "@/lib/desk/presence"
import { Here } from "@/lib/domain/live"
import { parting } from "@/lib/entry"

export const POST = parting(Here, bePresent)
