/**
 * What was typed and not yet answered, kept in the browser's storage so that a reload, a conflict, an expired session
 * or a lost connection loses none of it. Knows keys and values, not what they mean. Keys begin with whose they are.
 */

const PREFIX = "stet:draft:"

/** A value that was typed, and what it was typed over: the two decide later whether somebody else was faster. */
export interface Draft<T> {
  value: T
  base: T
}

const cache = new Map<string, Draft<unknown> | null>()
const listeners = new Set<() => void>()
let listed: readonly string[] | null = null

/** The draft at a key, the same object until it changes; null where there is none. */
export function draftAt<T>(key: string): Draft<T> | null {
  const known = cache.get(key)
  if (known !== undefined) return known as Draft<T> | null
  const found = read(key)
  cache.set(key, found)
  return found as Draft<T> | null
}

/** The keys of all drafts there are, the same list until another comes or goes. */
export function draftKeys(): readonly string[] {
  if (listed) return listed
  const stored = store((storage) => Object.keys(storage)) ?? []
  const keys = stored.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length))
  const found = [...new Set([...keys, ...cache.keys()])].filter((key) => draftAt(key) !== null)
  listed = found
  return found
}

export function keepDraft<T>(key: string, draft: Draft<T>): void {
  if (draftAt(key) === null) listed = null
  cache.set(key, draft)
  store((storage) => storage.setItem(PREFIX + key, JSON.stringify(draft)))
  tell()
}

export function dropDraft(key: string): void {
  if (draftAt(key) === null) return
  listed = null
  cache.set(key, null)
  store((storage) => storage.removeItem(PREFIX + key))
  tell()
}

/** Moves a draft, for what gets its real name only when the server has answered. */
export function moveDraft(from: string, to: string): void {
  const draft = draftAt(from)
  if (draft === null) return
  keepDraft(to, draft)
  dropDraft(from)
}

/** Calls back on every change of any draft, of another tab too. Answers how to stop. */
export function onDrafts(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener("storage", fromOtherTab)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.removeEventListener("storage", fromOtherTab)
  }
}

function fromOtherTab(event: StorageEvent): void {
  if (event.key === null) cache.clear()
  else if (event.key.startsWith(PREFIX)) cache.delete(event.key.slice(PREFIX.length))
  else return
  listed = null
  tell()
}

function tell(): void {
  for (const listener of listeners) listener()
}

function read(key: string): Draft<unknown> | null {
  const text = store((storage) => storage.getItem(PREFIX + key))
  if (!text) return null
  try {
    const draft: unknown = JSON.parse(text)
    return isDraft(draft) ? draft : null
  } catch {
    return null
  }
}

function isDraft(draft: unknown): draft is Draft<unknown> {
  return typeof draft === "object" && draft !== null && "value" in draft && "base" in draft
}

/** Storage can be full, forbidden or absent; the draft then lives as long as the page. */
function store<T>(act: (storage: Storage) => T): T | null {
  try {
    return act(window.localStorage)
  } catch {
    return null
  }
}
