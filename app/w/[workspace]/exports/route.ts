import { z } from "zod"
import { listExports } from "@/lib/desk/many-exports"
import { download } from "@/lib/entry"

const Nothing = z.object({})

/** How far one's own archives are. */
export const GET = download<{ workspace: string }, typeof Nothing>(Nothing, async (actor) => ({
  body: JSON.stringify(await listExports(actor)),
  type: "application/json",
}))
