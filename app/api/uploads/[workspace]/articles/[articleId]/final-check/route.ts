import { otherText } from "../other-text"
import { checkFinal } from "@/lib/desk/final-checks"
import { upload } from "@/lib/entry"

type Params = { workspace: string; articleId: string }

/** A last look at a text before it goes out. Nothing of it is kept. */
export const POST = upload(async (actor, request, { articleId }: Omit<Params, "workspace">) =>
  checkFinal(actor, { ...(await otherText(request)), articleId }),
)
