import { otherText } from "../other-text"
import { reviseFromLink } from "@/lib/desk/links"
import { reviseArticle } from "@/lib/desk/revising"
import { upload } from "@/lib/entry"

type Params = { workspace: string; articleId: string }

/** A new text of an article from the browser: one file, pasted words, or a page by its address. */
export const POST = upload(async (actor, request, { articleId }: Omit<Params, "workspace">) => {
  const { baseId, ...brought } = await otherText(request)
  return "url" in brought
    ? reviseFromLink(actor, { articleId, baseId, url: brought.url })
    : reviseArticle(actor, { ...brought.text, articleId, baseId })
})
