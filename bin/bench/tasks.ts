/** The longest task of a page's main thread while something goes on, and what it was, from the browser's own trace. */
import { z } from "zod"
import type { Opened } from "./browser"

export interface LongestTask {
  while: string
  /** Milliseconds. */
  longest: number
  /** What took most of it: "Layout 31, script 12". */
  what: string
}

const TraceEvent = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number().default(0),
  /** Microseconds. */
  dur: z.number().default(0),
  args: z.looseObject({ name: z.string().optional() }).default({}),
})
type TraceEvent = z.output<typeof TraceEvent>

const Trace = z.object({ traceEvents: z.array(TraceEvent) })

const TASK = "ThreadControllerImpl::RunTask"

/** How the browser's own words are told here; what is not among them belongs to what it stands in. */
const KINDS: Record<string, string> = {
  EvaluateScript: "script",
  "v8.run": "script",
  "v8.compile": "compiling",
  FunctionCall: "script",
  RunMicrotasks: "script",
  EventDispatch: "script",
  FireAnimationFrame: "script",
  TimerFire: "script",
  ParseHTML: "HTML",
  UpdateLayoutTree: "styles",
  Layout: "layout",
  PrePaint: "paint",
  Paint: "paint",
  Layerize: "paint",
  Commit: "paint",
  MinorGC: "garbage",
  MajorGC: "garbage",
}

export async function longestTask(name: string, opened: Opened, run: () => Promise<unknown>): Promise<LongestTask> {
  const { browser, page } = opened
  await browser.startTracing(page, { categories: ["devtools.timeline", "toplevel", "v8"] })
  await run()
  const { traceEvents } = Trace.parse(JSON.parse((await browser.stopTracing()).toString()))
  const events = ofMainThread(traceEvents)
  const tasks = events.filter((event) => event.name === TASK)
  const longest = tasks.reduce<TraceEvent | null>((most, one) => (one.dur > (most?.dur ?? 0) ? one : most), null)
  if (!longest) return { while: name, longest: 0, what: "nothing" }
  return { while: name, longest: longest.dur / 1000, what: partsOf(longest, events) }
}

/** Of the main threads that there are, the page's is the one with most to do. */
function ofMainThread(events: readonly TraceEvent[]): TraceEvent[] {
  const place = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const main = new Set(
    events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(place),
  )
  const threads = new Map<string, TraceEvent[]>()
  for (const event of events.filter((one) => one.ph === "X" && main.has(place(one)))) {
    const thread = threads.get(place(event)) ?? []
    threads.set(place(event), thread)
    thread.push(event)
  }
  return [...threads.values()].reduce<TraceEvent[]>((most, one) => (one.length > most.length ? one : most), [])
}

/** Time by kind, without what of another kind lies inside, the most first. */
function partsOf(task: TraceEvent, events: readonly TraceEvent[]): string {
  const inside = events
    .filter((event) => KINDS[event.name] && event.ts >= task.ts && event.ts + event.dur <= task.ts + task.dur)
    .toSorted((one, other) => one.ts - other.ts || other.dur - one.dur)
  const sums = new Map<string, number>()
  const add = (kind: string, time: number) => sums.set(kind, (sums.get(kind) ?? 0) + time)
  const open: TraceEvent[] = []
  for (const event of inside) {
    while (open.length > 0 && ends(open.at(-1)) <= event.ts) open.pop()
    const around = open.at(-1)
    if (around) add(KINDS[around.name] ?? "", -event.dur)
    add(KINDS[event.name] ?? "", event.dur)
    open.push(event)
  }
  const parts = [...sums].toSorted((one, other) => other[1] - one[1]).slice(0, 3)
  return parts.map(([kind, time]) => `${kind} ${(time / 1000).toFixed(0)}`).join(", ")
}

function ends(event: TraceEvent | undefined): number {
  return event ? event.ts + event.dur : Infinity
}
