/** An event as a sentence about its actor, in the words of the catalogue under `event`. Pure: the same on a screen and in a file. */
import type { EventView } from "@/lib/domain/event"

/** The catalogue's words under `event`. */
export type EventWords = ((key: string, values?: Record<string, string | number>) => string) & {
  has: (key: string) => boolean
}

/** What a sentence asks for that its event does not say: an erased payload says nothing. */
const UNSAID = {
  ...{ changed: "", host: "", stance: "other", flag: "other", answer: "other", words: "other", kind: "other" },
  ...{ from: "other", to: "other", state: "other", because: "other" },
  ...{ outcome: "other", profile: "other", publishes: "other", same: "other", stands: "other", scale: "", before: "" },
  ...{ round: 0, revision: 0, count: 0, added: 0, updated: 0, articles: 0 },
}

/** What its actor did, without their name. */
export function eventSaid(t: EventWords, { act, payload }: Pick<EventView, "act" | "payload">): string {
  if (!t.has(act)) return t("other", { act })
  const told = Object.entries(payload).flatMap(([name, value]): [string, string | number][] => {
    if (Array.isArray(value)) return [[name, named(t, value)]]
    if (typeof value === "boolean") return [[name, String(value)]]
    return typeof value === "string" || typeof value === "number" ? [[name, value]] : []
  })
  return t(act, { ...UNSAID, ...Object.fromEntries(told) })
}

/** The names of fields, in words where there are any. */
function named(t: EventWords, names: unknown[]): string {
  return names
    .filter((name) => typeof name === "string")
    .map((name) => (t.has(`field.${name}`) ? t(`field.${name}`) : name))
    .join(", ")
}
