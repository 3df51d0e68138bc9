import { z } from "zod"
import { knownChecksIn } from "@/lib/api/memory"
import { importKnownChecks } from "@/lib/desk/known-checks"
import { route } from "@/lib/entry"

type Params = Record<never, string>

const Whatever = z.unknown()

export const POST = route<Params, typeof Whatever>({ scope: "write", body: Whatever }, async (actor, { body }) => ({
  value: await importKnownChecks(actor, knownChecksIn(body)),
}))
