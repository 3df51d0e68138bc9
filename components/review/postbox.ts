/**
 * A person's tray in this window, with the browser around it: its storage, its locks, its going and coming back, and the
 * door that approvals are sent through. One for the life of the page, so that going from screen to screen loses none.
 */
import { look, onAgain } from "@/components/ui/connection"
import type { Answer } from "@/lib/domain/answer"
import { messenger, type Messenger, type Settled } from "./messenger"
import type { Reply } from "./outcome"
import { outTray, type Kept, type OutTray } from "./out-tray"

/** Told what came of an approval; answers whether it has shown that itself. */
export type OutcomeListener = (kept: Kept, outcome: Settled) => "shown" | "not shown"

export interface Postbox extends Messenger {
  tray: OutTray
  /** Calls back with each outcome. Answers how to stop. */
  onOutcome: (listener: OutcomeListener) => () => void
  /** Calls back with each outcome that nobody has shown. Answers how to stop. */
  onUnshown: (listener: () => void) => () => void
}

/** This window's name: another window, another load of the page, another name. */
export const WINDOW = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`

let open: { person: string; box: Postbox } | null = null

/** The postbox of a person, by their id. Only in a browser. */
export function postboxOf(person: string): Postbox {
  if (open?.person !== person) open = { person, box: postbox(person) }
  return open.box
}

function postbox(person: string): Postbox {
  const tray = outTray(person, storage())
  const listeners = new Set<OutcomeListener>()
  const refreshers = new Set<() => void>()
  const onOutcome = (kept: Kept, outcome: Settled) => {
    const shown = [...listeners].map((listener) => listener(kept, outcome))
    // Nothing has changed at the desk, and a page drawn anew without a connection would be lost.
    if (outcome.kind === "held" || shown.includes("shown")) return
    for (const refresh of refreshers) refresh()
  }
  return {
    ...messenger({ tray, window: WINDOW, send, alone, onOutcome }),
    tray,
    onOutcome: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    onUnshown: (listener) => {
      refreshers.add(listener)
      return () => void refreshers.delete(listener)
    },
  }
}

/** Has a postbox follow what happens to its window. Answers how to stop. */
export function follow(box: Postbox): () => void {
  const back = () => void box.resume()
  const away = () => void box.leave()
  const seen = () => (document.visibilityState === "hidden" ? away() : back())
  const told = ({ key, newValue }: StorageEvent) => {
    box.tray.hear(key, newValue)
    void box.look()
  }
  window.addEventListener("storage", told)
  const stop = onAgain(back)
  window.addEventListener("pagehide", away)
  window.addEventListener("pageshow", back)
  document.addEventListener("visibilitychange", seen)
  back()
  return () => {
    window.removeEventListener("storage", told)
    stop()
    window.removeEventListener("pagehide", away)
    window.removeEventListener("pageshow", back)
    document.removeEventListener("visibilitychange", seen)
    box.stop()
  }
}

/** Longer than this nobody waits at the door on their way out: what is kept goes out when they come back. */
const FAREWELL = 3_000

/** Sends what was pressed in this window, before its session ends. */
export async function sendBeforeLeaving(): Promise<void> {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, FAREWELL))
  await Promise.race([open?.box.leave(), patience])
}

/** An answer that takes longer is not waited for: the approval is held and sent again. */
const PATIENCE = 15_000

/** Sends an approval; what does not reach the desk, or nobody signed in, is told to whoever watches the connection. */
async function send(kept: Kept): Promise<Reply> {
  const reply = await post(kept).catch(() => "unreachable" as const)
  const isHeard = reply !== "unreachable" && (reply.ok || reply.refusal.code !== "signed-out")
  if (!isHeard) void look()
  return reply
}

async function post({ workspace, reviewerId, roundId, version, note }: Kept): Promise<Reply> {
  const response = await fetch(`/api/reviews/${encodeURIComponent(workspace)}`, {
    method: "POST",
    // It goes on when the page is gone.
    keepalive: true,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ reviewerId, roundId, version, note }),
    signal: AbortSignal.timeout(PATIENCE),
  })
  const isAnswer = response.headers.get("content-type")?.includes("json")
  return isAnswer ? ((await response.json()) as Answer<unknown>) : "unreachable"
}

/** Where the browser has no locks, which it gives to https and localhost alone, what stands in the storage has to do. */
async function alone(name: string, run: () => Promise<void>): Promise<"ran" | "busy"> {
  const locks: LockManager | undefined = navigator.locks
  if (locks) return locks.request(name, { ifAvailable: true }, async (lock) => (lock ? ran(run) : "busy"))
  return ran(run)
}

async function ran(run: () => Promise<void>): Promise<"ran"> {
  await run()
  return "ran"
}

function storage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
