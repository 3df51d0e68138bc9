/** The command line for tests: in this process, as far as being a process of its own is not what is tried; or as one. */
import { spawn } from "node:child_process"
import { join } from "node:path"
import { Writable } from "node:stream"
import { answerTo } from "../../../bin/stet/answer"
import { given, Misuse } from "../../../bin/stet/given.mjs"
import { outlet } from "../../../bin/stet/outlet.mjs"
import { env } from "../../env"

/** How a command ended, and what it said. */
export interface Ended {
  status: number | null
  /** Of stdout. */
  lines: string[]
  stdout: string
  stderr: string
  json: <Value>() => Value
}

function endedWith(status: number | null, stdout: string, stderr: string): Ended {
  const lines = stdout.trim().split("\n").filter(Boolean)
  return { status, lines, stdout, stderr, json: <Value>() => JSON.parse(stdout) as Value }
}

/** What is typed after `stet` in a folder, on the database of this process. What a command itself writes to stdout is not caught. */
export async function stet(cwd: string, ...typed: string[]): Promise<Ended> {
  const said = { stdout: "", stderr: "" }
  const stream = (name: keyof typeof said) =>
    new Writable({
      write: (chunk: Buffer, _, done) => {
        said[name] += chunk.toString()
        done()
      },
    })
  const out = outlet(typed.includes("--json") ? "json" : "words", {
    stdout: stream("stdout"),
    stderr: stream("stderr"),
  })
  const status = await answered(out, typed, cwd)
  return endedWith(status, said.stdout, said.stderr)
}

async function answered(out: ReturnType<typeof outlet>, typed: string[], cwd: string): Promise<number> {
  try {
    const asked = given(typed)
    if (!("command" in asked)) throw new Error("that is for a process of its own")
    const { command, options, names } = asked
    const { code, ...answer } = await answerTo({ command: command.name, options, names, cwd, found: "given" }, out.told)
    await out.answer(answer)
    return code
  } catch (error) {
    if (error instanceof Misuse && (await out.problem(error))) return 2
    throw error
  }
}

/**
 * The program itself, in a folder, which is its data folder too; on the database of this process or another. It has these
 * settings alone: what other tests of this process have set, a mail server of theirs say, is not what is asked about.
 */
export async function stetProgram(
  cwd: string,
  typed: string[],
  { settings = {}, stdin = "" }: { settings?: Record<string, string>; stdin?: string | Buffer } = {},
): Promise<Ended> {
  const { DATABASE_URL, NEXTAUTH_SECRET } = env()
  const program = spawn(process.execPath, [join(process.cwd(), "bin/stet.mjs"), ...typed], {
    env: { NODE_ENV: "production", DATABASE_URL, NEXTAUTH_SECRET, STET_DATA: cwd, ...settings },
    cwd,
  })
  const said = { stdout: "", stderr: "" }
  program.stdout.setEncoding("latin1").on("data", (text: string) => void (said.stdout += text))
  program.stderr.setEncoding("utf8").on("data", (text: string) => void (said.stderr += text))
  program.stdin.on("error", () => undefined).end(stdin)
  const status = await new Promise<number | null>((ended) => program.on("close", ended))
  return endedWith(status, Buffer.from(said.stdout, "latin1").toString(), said.stderr)
}
