import { refuse } from "@/lib/domain/refusal"
import { route } from "@/lib/entry"

/** Whatever has no route of its own. */
const nothing = route<Record<never, string>>({ scope: "read" }, async () => {
  throw refuse("not-found", "http.noSuchThing")
})

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT }
