/**
 * What the command line asks of the desk: it does it, and sends what came of it to bin/stet.mjs, which started it and
 * asks by a message. A command's own module is loaded when it is asked for: most need little of the desk.
 */
import { Refusal } from "../lib/domain/refusal"
import { Problem } from "./house/problem.mjs"
import { refusalWords, type Question, type Reply, type Tell } from "./stet/reply"

type Run = (question: Question, tell: Tell) => Promise<Reply>

const COMMANDS: Record<string, () => Promise<Run>> = {
  import: async () => (await import("./stet/import")).importAll,
  articles: async () => (await import("./stet/articles")).articles,
  export: async () => (await import("./stet/export")).exportOne,
  doctor: async () => (await import("./stet/doctor")).doctor,
  "token create": async () => (await import("./stet/tokens")).create,
  "token list": async () => (await import("./stet/tokens")).list,
  "token revoke": async () => (await import("./stet/tokens")).revoke,
  "audit verify": async () => (await import("./stet/audit")).auditVerify,
  erase: async () => (await import("./stet/erase")).erase,
  "desk create": async () => (await import("./stet/desk")).newDesk,
  "account password": async () => (await import("./stet/account")).newPassword,
  "account second-factor": async () => (await import("./stet/account")).withoutSecondFactor,
  backup: async () => (await import("./stet/backup")).backup,
  restore: async () => (await import("./stet/restore")).restore,
}

const tell: Tell = (told) => void process.send?.({ told })

/** A refusal is an answer like any other, and so is what whoever asked can mend; whatever else is thrown is shown whole. */
async function answered(question: Question): Promise<Reply> {
  try {
    const run = await COMMANDS[question.command]?.()
    if (!run) throw new Error(`nobody answers “${question.command}”`)
    return await run(question, tell)
  } catch (error) {
    if (error instanceof Problem) return { lines: [error.message], value: { error: error.message }, code: 1 }
    if (!(error instanceof Refusal)) throw error
    const words = refusalWords(error)
    const isAsked = error.code === "not-found" || error.code === "invalid"
    return { lines: [words], value: { error: words, refusal: error.code }, code: isAsked ? 2 : 1 }
  }
}

// Whoever asked is gone, and so is the database that they have opened.
process.once("disconnect", () => process.exit(1))
process.once("message", (question: Question) => {
  void answered(question).then((answer) => process.send?.({ answer }, () => process.exit()))
})
