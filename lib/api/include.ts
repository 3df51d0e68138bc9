/** What an article can be asked for besides itself: `?include=html,document,claims`. */
import { z } from "zod"

const Included = z.enum(["html", "document", "claims"])
export type Include = z.infer<typeof Included>

export const IncludeQuery = z.object({
  include: z
    .string()
    .max(100)
    .default("")
    .transform((list) => list.split(",").filter((name) => name !== ""))
    .pipe(z.array(Included)),
})
