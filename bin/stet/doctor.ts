/** `stet doctor`: looks at everything that Stet stands on, and changes nothing. */
import { examineDatabase } from "./doctor-database"
import { finding, type Finding } from "./doctor-finding"
import { examinePlace, examineReach } from "./doctor-place"
import { secretsIn } from "./secrets-in"
import type { Question, Reply, Tell } from "./reply"

export async function doctor(question: Question, tell: Tell): Promise<Reply> {
  const findings: Finding[] = []
  const parts = { "this machine": examinePlace, "the database": databaseOf, "what is reached": examineReach }
  for (const [name, examine] of Object.entries(parts)) {
    tell({ progress: `Looking at ${name} …` })
    findings.push(...(await examine(question)))
  }
  const shown = findings.map(withoutSecrets)
  const count = (state: Finding["state"]) => shown.filter((one) => one.state === state).length
  const value = { broken: count("broken"), warnings: count("warn"), findings: shown }
  const sum = `${value.broken} broken, ${value.warnings} to look at, ${count("ok")} ok`
  return { lines: [...shown.flatMap(inWords), "", sum], value, code: value.broken > 0 ? 1 : 0 }
}

async function databaseOf({ found, problem }: Question): Promise<Finding[]> {
  if (problem) return [finding("database", "broken", problem)]
  if (found === "none") return [finding("database", "warn", "there is none yet", "npm start makes one")]
  return examineDatabase(found)
}

/** Whatever a server says of what it was sent: no secret is shown. */
function withoutSecrets({ says, ...rest }: Finding): Finding {
  return { ...rest, says: secretsIn(process.env).reduce((text, secret) => text.replaceAll(secret, "…"), says) }
}

function inWords({ state, what, says, todo }: Finding): string[] {
  const line = `${state.padEnd(7)} ${what.padEnd(18)} ${says}`
  return todo ? [line, `${" ".repeat(27)}→ ${todo}`] : [line]
}
