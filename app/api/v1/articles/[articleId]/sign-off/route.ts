import { NewSignOff } from "@/lib/api/bodies"
import { currentArticle } from "@/lib/api/replies"
import { signOffGiven } from "@/lib/api/sign-offs"
import { route } from "@/lib/entry"

export const POST = route<{ articleId: string }, typeof NewSignOff>(
  { scope: "review", body: NewSignOff, present: currentArticle },
  async (actor, { params, body, version }) => signOffGiven(actor, { ...params, body, version }),
)
