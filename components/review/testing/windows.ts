/** Windows of one browser without a browser: a storage that tells the others what one has written, and locks. */
import { messenger, type MessengerOptions } from "../messenger"
import type { Reply } from "../outcome"
import { outTray, type Approval, type Kept, type OutTray } from "../out-tray"

/** The browser's storage: what is written survives its windows. */
export function fakeStorage(): Storage {
  const texts = new Map<string, string>()
  return {
    get length() {
      return texts.size
    },
    key: (at) => [...texts.keys()][at] ?? null,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
    clear: () => texts.clear(),
  }
}

/** A browser with windows of one person. */
export function browser(answer: (kept: Kept) => Reply | Promise<Reply>, storage: Storage | null = fakeStorage()) {
  const sent: string[] = []
  const locked = new Set<string>()
  const windows: { storage: Storage | null; tray: OutTray }[] = []
  const tell = (from: Storage | null, key: string, text: string | null) => {
    for (const other of windows) if (other.storage !== from) other.tray.hear(key, text)
  }
  const alone: MessengerOptions["alone"] = async (name, run) => {
    if (locked.has(name)) return "busy"
    locked.add(name)
    await run().finally(() => locked.delete(name))
    return "ran"
  }
  const open = (name: string) => {
    const own = storage && telling(storage, (key, text) => tell(own, key, text))
    const tray = outTray("ann", own)
    windows.push({ storage: own, tray })
    const outcomes: string[] = []
    const options: MessengerOptions = {
      tray,
      window: name,
      alone,
      send: async (kept) => {
        sent.push(`${name}: ${kept.roundId}`)
        return answer(kept)
      },
      onOutcome: (kept, { kind }) => outcomes.push(`${kept.roundId} ${kind}`),
    }
    return { tray, outcomes, ...messenger(options) }
  }
  return { open, sent, storage }
}

/** A storage event reaches every window but the one that wrote. */
function telling(storage: Storage, tell: (key: string, text: string | null) => void): Storage {
  return {
    ...storage,
    get length() {
      return storage.length
    },
    setItem: (key, text) => {
      storage.setItem(key, text)
      tell(key, text)
    },
    removeItem: (key) => {
      storage.removeItem(key)
      tell(key, null)
    },
  }
}

export function approval(roundId: string, about: Partial<Approval> = {}): Approval {
  return {
    roundId,
    version: 3,
    note: null,
    reviewerId: "me",
    workspace: "desk",
    claim: { number: 1, job: "theirs" },
    article: { id: "a", title: "A call" },
    ...about,
  }
}
