import { otherText } from "../other-text"
import { reviseArticle } from "@/lib/desk/revising"
import { upload } from "@/lib/entry"

type Params = { workspace: string; articleId: string }

/** A new text of an article from the browser: one file, or pasted words. */
export const POST = upload(async (actor, request, { articleId }: Omit<Params, "workspace">) =>
  reviseArticle(actor, { ...(await otherText(request)), articleId }),
)
