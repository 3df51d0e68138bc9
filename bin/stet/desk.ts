/** `stet desk create`. */
import { ourAddress } from "../../lib/desk/secrets"
import { makeDesk } from "../../lib/desk/setup"
import { MakeDesk } from "../../lib/domain/door"
import { misused, wordsOf, type Question, type Reply } from "./reply"

/** Makes a desk for somebody who has an account. */
export async function newDesk({ names: [workspaceName], options }: Question): Promise<Reply> {
  const t = wordsOf("newDesk")
  const desk = MakeDesk.safeParse({ ...options, workspaceName })
  if (!desk.success) return misused(t("incomplete"))
  const { slug } = await makeDesk(desk.data)
  const address = ourAddress(`/w/${slug}`)
  return { lines: [t("made", { name: desk.data.workspaceName, address })], value: { slug, address }, code: 0 }
}
