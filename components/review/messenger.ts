/**
 * When approvals leave the tray: after their time to undo, when the page is left, when a connection or a session is back;
 * and those of a window that died, once. Knows clocks and windows, no browser events and no words.
 */
import { outcomeOf, type Outcome, type Reply } from "./outcome"
import type { Approval, Kept, OutTray } from "./out-tray"

/** So long an approval can be undone, in milliseconds. */
export const UNDO = 8_000

/** Another window's approval that is so late has lost its window. */
const ORPHANED = 5_000

/** What was not answered for so long was not heard. If it did arrive, the desk says so when it is sent again. */
const UNHEARD = 20_000

/** Pauses before what could not be sent is tried again by itself, and the one that follows them all. */
const PAUSES = [2_000, 5_000, 15_000] as const
const LAST_PAUSE = 60_000

export interface MessengerOptions {
  tray: OutTray
  /** This window's name. */
  window: string
  /** Sends one, in a way that survives the page. */
  send: (kept: Kept) => Promise<Reply>
  /** Runs something unless another window is at it; answers which. */
  alone: (name: string, run: () => Promise<void>) => Promise<"ran" | "busy">
  /** Told what came of each. */
  onOutcome: (kept: Kept, outcome: Settled) => void
}

export interface Messenger {
  /** Keeps approvals that were pressed together until they can't be undone any more. */
  keep: (approvals: readonly Approval[]) => void
  /** Takes one back as long as it is not under way; answers it. */
  undo: (roundId: string) => Kept | null
  /** Sends whatever is due, and looks again when the next one is. */
  look: () => Promise<void>
  /** The page is being left: what was pressed in it goes out at once. */
  leave: () => Promise<void>
  /** There is a connection or a session again: what is held goes out at once. */
  resume: () => Promise<void>
  /** Looks no more. */
  stop: () => void
}

export function messenger(options: MessengerOptions): Messenger {
  const { tray, window } = options
  const deliveries = deliveriesOf(options)
  const { look, plan, stop } = timetable(options, deliveries)
  return {
    look,
    stop,
    keep: (approvals) => {
      // Undone and pressed again it is another batch: the toast of the first is still on its way out under its name.
      const batch = `${approvals[0]?.roundId} ${Date.now()}`
      tray.put(approvals.map((approval, at) => pressed(approval, at, { window, batch })))
      plan()
    },
    undo: (roundId) => {
      const one = tray.read().kept.find((kept) => kept.roundId === roundId)
      return one && canUndo(one) ? tray.take(roundId, "undone") : null
    },
    leave: async () => {
      const mine = tray.read().kept.filter((one) => one.window === window && one.standing.kind === "waiting")
      await Promise.all(mine.map((one) => deliveries.deliver(one.roundId)))
      plan()
    },
    resume: () => {
      for (const { roundId, standing } of tray.read().kept)
        if (standing.kind === "held") tray.change(roundId, { standing: { ...standing, since: 0 } })
      return look()
    },
  }
}

/** Sends what is due one after the other, and comes back when the next one is. */
function timetable({ tray, window, alone }: MessengerOptions, { deliver, isUnderWay }: Deliveries) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let busy: Promise<void> | null = null
  /** What another window is at, and until when to leave it alone. */
  const elsewhere = new Map<string, number>()

  const dueAt = (one: Kept) =>
    isUnderWay(one.roundId) ? Infinity : Math.max(timeOf(one, window), elsewhere.get(one.roundId) ?? 0)
  const due = () => tray.read().kept.find((one) => dueAt(one) <= Date.now())
  const pass = async () => {
    for (let next = due(); next; next = due()) {
      const { roundId } = next
      const went = await alone(`stet:approval:${roundId}`, async () => {
        // While this window waited for its turn, another may have sent it.
        tray.renew()
        if (due()?.roundId === roundId) await deliver(roundId)
      })
      if (went === "busy") elsewhere.set(roundId, Date.now() + ORPHANED)
    }
  }
  const look = (): Promise<void> => {
    busy ??= pass().finally(() => {
      busy = null
      plan()
    })
    return busy
  }
  const stop = () => clearTimeout(timer)
  const plan = () => {
    stop()
    const next = Math.min(...tray.read().kept.map(dueAt))
    if (Number.isFinite(next)) timer = setTimeout(() => void look(), Math.max(0, next - Date.now()))
  }
  return { look, plan, stop }
}

/** Those of a batch go out in the order they stood in. */
function pressed(approval: Approval, at: number, { window, batch }: { window: string; batch: string }): Kept {
  return { ...approval, batch, window, until: Date.now() + UNDO + at, tries: 0, standing: { kind: "waiting" } }
}

/** A claim that changes faster than it can be approved is looked at again later. */
const MOST_VERSIONS = 3

interface Deliveries {
  isUnderWay: (roundId: string) => boolean
  /** Marks one as under way, sends it, and writes down what came of it. */
  deliver: (roundId: string) => Promise<void>
}

function deliveriesOf({ tray, send, onOutcome }: MessengerOptions): Deliveries {
  const underWay = new Set<string>()
  const answerTo = async (roundId: string): Promise<{ sent: Kept; outcome: Settled } | null> => {
    let sent = tray.change(roundId, { standing: { kind: "sending", since: Date.now() } })
    for (let version = 0; sent && version < MOST_VERSIONS; version += 1) {
      const outcome = outcomeOf(sent, await send(sent).catch(() => "unreachable" as const))
      if (outcome.kind !== "again") return { sent, outcome }
      sent = tray.change(roundId, { version: outcome.version })
    }
    return sent && { sent, outcome: { kind: "held", because: "failed" } }
  }
  return {
    isUnderWay: (roundId) => underWay.has(roundId),
    deliver: async (roundId) => {
      underWay.add(roundId)
      const answered = await answerTo(roundId)
      underWay.delete(roundId)
      if (!answered) return
      settle(tray, answered.sent, answered.outcome)
      onOutcome(answered.sent, answered.outcome)
    },
  }
}

export type Settled = Exclude<Outcome, { kind: "again" }>

function settle(tray: OutTray, { roundId, tries }: Kept, outcome: Settled): void {
  if (outcome.kind === "done") {
    tray.take(roundId, "done")
  } else if (outcome.kind === "held") {
    const { because } = outcome
    tray.change(roundId, { tries: tries + 1, standing: { kind: "held", because, since: Date.now() } })
  } else {
    const { because, by, message } = outcome
    tray.change(roundId, { standing: { kind: "refused", because, by, message } })
  }
}

/** Whether it has not left yet. */
export function canUndo({ standing }: Kept): boolean {
  return standing.kind === "waiting" || standing.kind === "held"
}

/** When a window sends one. */
function timeOf({ standing, until, tries, window: pressedIn }: Kept, window: string): number {
  if (standing.kind === "waiting") return pressedIn === window ? until : until + ORPHANED
  if (standing.kind === "sending") return standing.since + UNHEARD
  if (standing.kind === "held") return standing.since + (PAUSES[tries - 1] ?? LAST_PAUSE)
  return Infinity
}
