import { otherText } from "../other-text"
import { checkFinal } from "@/lib/desk/final-checks"
import { checkFinalLink } from "@/lib/desk/links"
import { upload } from "@/lib/entry"

type Params = { workspace: string; articleId: string }

/** A last look at a text before it goes out. Nothing of it is kept. */
export const POST = upload(async (actor, request, { articleId }: Omit<Params, "workspace">) => {
  const brought = await otherText(request)
  return "url" in brought
    ? checkFinalLink(actor, { articleId, url: brought.url })
    : checkFinal(actor, { ...brought.text, articleId })
})
