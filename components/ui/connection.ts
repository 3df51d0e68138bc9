/**
 * Whether what is done on this page reaches Stet, in the name of whoever the page was drawn for. Told by the browser,
 * by what acts are answered and by other tabs; asked anew while it doesn't. Knows no words and no React.
 */
import type { Act, Answer } from "@/lib/domain/answer"

/** `taken`: somebody else has signed in in this browser since. */
export type Connection = "open" | "lost" | "signed-out" | "taken"

/** Who is signed in: an id, nobody, or no answer at all. */
export type Asked = { userId: string | null } | "unreachable"

/** Tabs of one browser tell each other who has come in. */
const CHANNEL = "stet:person"

/** Milliseconds until it is asked whether Stet can be reached again; longer with each try that fails. */
const TRIES = [2_000, 4_000, 8_000, 15_000, 30_000]

let now: Connection = "open"
let watching: { person: string; ask: () => Promise<Asked> } | null = null
let timer: ReturnType<typeof setTimeout> | undefined
let tries = 0
let actedAt = -Infinity
const listeners = new Set<() => void>()

export const connection = (): Connection => now

/** Calls back on every change. Answers how to stop. */
export function onConnection(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Calls back when it is open again: what could not be sent can be sent. Answers how to stop. */
export function onAgain(listener: () => void): () => void {
  let before = now
  return onConnection(() => {
    if (now === "open" && before !== "open") listener()
    before = now
  })
}

/** Resolves when it is open; at once where it is. */
export function whenOpen(): Promise<void> {
  if (now === "open") return Promise.resolve()
  return new Promise((resolve) => {
    const stop = onAgain(() => {
      stop()
      resolve()
    })
  })
}

/** When something was last done on this page, in milliseconds: what comes of it shows without being told. Asking is no doing. */
export const lastActAt = (): number => actedAt

/** The same act, of which it is noticed when it reaches nobody, or finds nobody signed in. */
export function watched<Input, Value>(act: Act<Input, Value>, what: "does" | "asks" = "does"): Act<Input, Value> {
  return async (input) => {
    // It would be done in another person's name.
    if (now === "taken") throw new Error("somebody else is signed in")
    const acted = () => {
      if (what === "does") actedAt = Date.now()
    }
    acted()
    try {
      const answer = await act(input)
      acted()
      notice(answer)
      return answer
    } catch (error) {
      void look()
      throw error
    }
  }
}

/** Learns from what was answered. */
export function notice(answer: Answer<unknown> | undefined): void {
  if (answer && !answer.ok && answer.refusal.code === "signed-out") become("signed-out")
  else if (answer && (now === "lost" || now === "signed-out")) void look()
}

/** Asks who is signed in, and goes on asking while Stet can't be reached. */
export async function look(): Promise<void> {
  if (!watching) return
  const { person, ask } = watching
  const asked = await ask()
  if (watching?.person !== person) return
  if (asked === "unreachable") become("lost")
  else if (asked.userId === null) become("signed-out")
  else become(asked.userId === person ? "open" : "taken")
}

/** Watches for a person, until the answered function is called. `ask` is how to learn who is signed in. */
export function watchConnection(person: string, ask: () => Promise<Asked>): () => void {
  watching = { person, ask }
  now = navigator.onLine ? "open" : "lost"
  const others = new BroadcastChannel(CHANNEL)
  const offline = () => become("lost")
  const again = () => void look()
  const back = () => void (now !== "open" && document.visibilityState === "visible" && look())
  others.addEventListener("message", again)
  others.postMessage(person)
  window.addEventListener("offline", offline)
  window.addEventListener("online", again)
  window.addEventListener("focus", back)
  document.addEventListener("visibilitychange", back)
  return () => {
    watching = null
    clearTimeout(timer)
    others.close()
    window.removeEventListener("offline", offline)
    window.removeEventListener("online", again)
    window.removeEventListener("focus", back)
    document.removeEventListener("visibilitychange", back)
  }
}

function become(next: Connection): void {
  clearTimeout(timer)
  if (next === "lost") {
    timer = setTimeout(() => void look(), TRIES[Math.min(tries, TRIES.length - 1)])
    tries += 1
  } else tries = 0
  if (next === now) return
  now = next
  for (const listener of [...listeners]) listener()
}
