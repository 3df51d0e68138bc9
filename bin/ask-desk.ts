/** What the command line asks of the desk: it does it, and sends the lines to show and the exit code to bin/stet.mjs, which started it. */
import { createTranslator, type Messages } from "next-intl"
import { z } from "zod"
import { eraseArticle, erasePerson, listDeleted } from "../lib/desk/erasing"
import { auditDesks } from "../lib/desk/events"
import { ownerOf } from "../lib/desk/people"
import { dropSecondFactor, passwordLinkFor } from "../lib/desk/recovering"
import { ourAddress } from "../lib/desk/secrets"
import { makeDesk } from "../lib/desk/setup"
import type { AuditReport } from "../lib/domain/audit"
import { MakeDesk } from "../lib/domain/door"
import { Id } from "../lib/domain/id"
import { Refusal } from "../lib/domain/refusal"
import english from "../lib/messages/en.json"

const Question = z.union([
  z.object({ audit: z.object({ workspace: z.string().optional() }) }),
  z.object({ desk: MakeDesk }),
  z.object({ account: z.object({ lost: z.enum(["password", "second-factor"]), mail: z.string().min(1) }) }),
  z.object({
    erase: z.object({ workspace: z.string(), as: z.string(), article: Id.optional(), person: z.email().optional() }),
  }),
])

interface Reply {
  lines: string[]
  code: number
}

/** The words of the catalogue in an area. */
const wordsOf = (area: string) =>
  createTranslator({ locale: "en", messages: english as Messages, namespace: area as never }) as unknown as (
    key: string,
    values?: Record<string, string | number>,
  ) => string

function reply(question: z.output<typeof Question>): Promise<Reply> {
  if ("account" in question) return recovered(question.account)
  if ("desk" in question) return deskMade(question.desk)
  return "audit" in question ? audited(question.audit) : erased(question.erase)
}

/** Lets somebody in again who has lost what they come in with. */
async function recovered({ lost, mail }: { lost: "password" | "second-factor"; mail: string }): Promise<Reply> {
  const t = wordsOf("recover")
  if (lost === "password") {
    const { link } = await passwordLinkFor(mail)
    return { lines: [t("password"), `  ${link}`], code: 0 }
  }
  await dropSecondFactor(mail)
  return { lines: [t("secondFactor")], code: 0 }
}

/** Makes a desk for somebody who has an account. */
async function deskMade(desk: MakeDesk): Promise<Reply> {
  const { slug } = await makeDesk(desk)
  return {
    lines: [wordsOf("newDesk")("made", { name: desk.workspaceName, address: ourAddress(`/w/${slug}`) })],
    code: 0,
  }
}

async function audited(audit: { workspace?: string | undefined }): Promise<Reply> {
  const reports = await auditDesks(audit.workspace)
  const broken = reports.some((report) => report.broken > 0)
  return { lines: reports.flatMap(auditLines), code: broken ? 1 : 0 }
}

/** What came of one desk's log: that it is whole, or its first broken link, and where it is. */
function auditLines({ slug, events, streams, broken, faults }: AuditReport & { slug: string }): string[] {
  const t = wordsOf("audit")
  const read = `${slug}: ${t("read", { events, streams })}`
  const [first] = faults
  if (!first) return [`${read} ${t("sound")}`]
  const { seq, fault, article, streamId } = first
  const where = article ? t("inArticle", { title: article.title }) : t("inWorkspace")
  return [
    `${read} ${t("broken", { count: broken })}`,
    `  ${t(`fault.${fault}`, { seq })} ${where}`,
    `  stream ${streamId}, event ${seq}: ${fault}`,
  ]
}

/** Erases an article in the name of an owner; without one, lists those that can be. */
async function erased(asked: {
  workspace: string
  as: string
  article?: string | undefined
  person?: string | undefined
}): Promise<Reply> {
  const t = wordsOf("erase")
  const owner = await ownerOf(asked)
  if (asked.article) {
    await eraseArticle(owner, { articleId: asked.article })
    return { lines: [t("done")], code: 0 }
  }
  if (asked.person) {
    const { pseudonym } = await erasePerson(owner, { email: asked.person })
    return { lines: [t("person", { pseudonym })], code: 0 }
  }
  const deleted = await listDeleted(owner)
  const lines = deleted.map(({ id, title, deletedAt }) => `  ${id}  ${deletedAt.slice(0, 10)}  ${title}`)
  return { lines: [t("deleted", { count: deleted.length }), ...lines], code: 0 }
}

/** A refusal is an answer like any other; whatever else is thrown is shown whole. */
async function answered(): Promise<Reply> {
  try {
    const asked: unknown = JSON.parse(process.env.STET_ASKED ?? "")
    const question = Question.safeParse(asked)
    if (!question.success) return { lines: [wordsOf(areaOf(asked))("incomplete")], code: 2 }
    return await reply(question.data)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { lines: [wordsOf("refusal")(error.key, error.details.params)], code: 2 }
  }
}

/** Where the words are for what was asked too little of. */
function areaOf(asked: unknown): "recover" | "newDesk" | "erase" {
  if (!(asked instanceof Object)) return "erase"
  if ("account" in asked) return "recover"
  return "desk" in asked ? "newDesk" : "erase"
}

process.send?.(await answered(), () => process.exit())
