"use client"
/** What was written and not yet saved: kept in the browser as steps from its revision, and sent as they were taken. */
import { useTranslations } from "next-intl"
import { useRef, useState } from "react"
import type { Step } from "@tiptap/pm/transform"
import { connection, look, notice } from "@/components/ui/connection"
import { draftAt } from "@/components/ui/drafts"
import { useDraft } from "@/components/ui/use-draft"
import type { Answer } from "@/lib/domain/answer"
import type { EditText, RevisionResult } from "@/lib/domain/revision"
import { newerTextIn } from "@/lib/domain/text-conflict"
import { keepWords, stepsKey, type KeptSteps, type StepJson, type Whose } from "./kept-writing"

/** A text by its id and its number. */
interface Numbered {
  id: string
  number: number
}

export interface Written {
  /** Where it lies. */
  key: string
  /** What was written before a reload, for the view to take again once it is made: the server knows nothing of it. */
  begin: () => readonly StepJson[]
  /** What is not saved. */
  unsaved: "no" | "yes"
  add: (steps: readonly Step[]) => void
  /** Saves it: over a newer text, where there is one and that has been said. */
  save: () => Promise<RevisionResult | null>
  drop: () => void
  /** It does not fit the text. */
  broken: () => void
  /** The text that came since, over which it is saved. */
  newer: Numbered | null
  state: { busy?: true; error?: string }
}

export interface WrittenGiven extends Whose {
  /** The text that is written in, and the one that is the newest as far as the page knows. */
  revision: Numbered
  newest: Numbered
  route: string
}

export function useWritten({ revision, newest, route, ...whose }: WrittenGiven): Written {
  const ui = useTranslations("ui")
  const key = stepsKey(whose, revision.id)
  const draft = useDraft<KeptSteps>(key, { number: revision.number, steps: NOTHING })
  const before = useRef(NOTHING)
  const taken = useRef<readonly Step[]>([])
  const [state, setState] = useState<Written["state"]>({})
  const [came, setCame] = useState(newest)
  const newer = [came, newest].reduce((one, other) => (other.number > one.number ? other : one))
  const begin = () => {
    taken.current = []
    return (before.current = draftAt<KeptSteps>(key)?.value.steps ?? NOTHING)
  }
  const all = () => [...before.current, ...taken.current.map((step) => step.toJSON() as StepJson)]
  const add = (steps: readonly Step[]) => {
    taken.current = steps.reduce(merged, taken.current)
    draft.type({ number: revision.number, steps: all() })
  }
  const save = async () => {
    setState({ busy: true })
    const over = newer.id === revision.id ? {} : { over: newer.id }
    const answer = await send(route, { articleId: whose.articleId, baseId: revision.id, ...over, steps: all() })
    if (!answer?.ok) {
      setCame((known) => newerTextIn(answer?.refusal.current) ?? known)
      setState({ error: answer?.refusal.message ?? ui("failed") })
      return null
    }
    draft.drop()
    return answer.value
  }
  const broken = () => {
    before.current = NOTHING
    keepWords(key)
  }
  const unsaved = draft.draft ? "yes" : "no"
  return {
    key,
    begin,
    unsaved,
    add,
    save,
    drop: draft.drop,
    broken,
    newer: newer.id === revision.id ? null : newer,
    state,
  }
}

const NOTHING: StepJson[] = []

/** Steps in a row that are one, such as letters typed after each other, are sent as one. */
function merged(steps: readonly Step[], step: Step): readonly Step[] {
  const one = steps.at(-1)?.merge(step)
  return one ? [...steps.slice(0, -1), one] : [...steps, step]
}

async function send(route: string, body: EditText): Promise<Answer<RevisionResult> | null> {
  // It would go in under another person's name.
  if (connection() === "taken") return null
  try {
    const headers = { "content-type": "application/json" }
    const response = await fetch(route, { method: "POST", headers, body: JSON.stringify(body) })
    const answer = (await response.json()) as Answer<RevisionResult>
    notice(answer)
    return answer
  } catch {
    void look()
    return null
  }
}
