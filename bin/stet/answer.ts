/**
 * Does what the command line asks of the desk, and answers. A command's own module is loaded when it is asked for: most need
 * little of the desk.
 */
import { ZodError } from "zod"
import { Refusal } from "../../lib/domain/refusal"
import { env } from "../../lib/env"
import { Problem } from "../house/problem.mjs"
import { refuseUnlessCurrent } from "./current"
import { notDone, refusalWords, type Question, type Reply, type Tell } from "./reply"

type Run = (question: Question, tell: Tell) => Promise<Reply>

const COMMANDS: Record<string, () => Promise<Run>> = {
  import: async () => (await import("./import")).importAll,
  articles: async () => (await import("./articles")).articles,
  export: async () => (await import("./export")).exportOne,
  doctor: async () => (await import("./doctor")).doctor,
  "token create": async () => (await import("./tokens")).create,
  "token list": async () => (await import("./tokens")).list,
  "token revoke": async () => (await import("./tokens")).revoke,
  "audit verify": async () => (await import("./audit")).auditVerify,
  erase: async () => (await import("./erase")).erase,
  "desk create": async () => (await import("./desk")).newDesk,
  "account password": async () => (await import("./account")).newPassword,
  "account second-factor": async () => (await import("./account")).withoutSecondFactor,
  backup: async () => (await import("./backup")).backup,
  restore: async () => (await import("./restore")).restore,
}

/** What looks at the database by itself: these are for when it is not as it should be. */
const LOOK_THEMSELVES = new Set(["doctor", "backup", "restore"])

/** A refusal is an answer, and so is what whoever asked can mend; whatever else is thrown is shown whole. */
export async function answerTo(question: Question, tell: Tell): Promise<Reply> {
  try {
    const run = await COMMANDS[question.command]?.()
    if (!run) throw new Error(`nobody answers “${question.command}”`)
    if (question.command !== "doctor") checkSettings()
    if (!LOOK_THEMSELVES.has(question.command)) await refuseUnlessCurrent()
    return await run(question, tell)
  } catch (error) {
    if (error instanceof Problem) return notDone(error.message, 1)
    if (!(error instanceof Refusal)) throw error
    const isAsked = error.code === "not-found" || error.code === "invalid"
    return notDone(refusalWords(error), isAsked ? 2 : 1, { refusal: error.code })
  }
}

/** Says which setting is wrong, and not what stands in it: some are secret. */
function checkSettings(): void {
  try {
    env()
  } catch (error) {
    if (!(error instanceof ZodError)) throw error
    const wrong = error.issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`)
    throw new Problem(["A setting is not as it should be:", ...wrong, "What each is for: README.md"].join("\n"))
  }
}
