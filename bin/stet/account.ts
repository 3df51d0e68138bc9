/** `stet account`: lets somebody in again who has lost what they come in with. */
import { dropSecondFactor, passwordLinkFor } from "../../lib/desk/recovering"
import { wordsOf, type Question, type Reply } from "./reply"

export async function newPassword({ options: { mail = "" } }: Question): Promise<Reply> {
  const { link } = await passwordLinkFor(mail)
  return { lines: [wordsOf("recover")("password"), `  ${link}`], value: { link }, code: 0 }
}

export async function withoutSecondFactor({ options: { mail = "" } }: Question): Promise<Reply> {
  await dropSecondFactor(mail)
  return { lines: [wordsOf("recover")("secondFactor")], value: { removed: true }, code: 0 }
}
