"use client"
/** What was written and not yet saved: kept in the browser as steps from its revision, and sent as they were taken. */
import { useTranslations } from "next-intl"
import { useRef, useState } from "react"
import type { Step } from "@tiptap/pm/transform"
import { connection, look, notice } from "@/components/ui/connection"
import { draftAt } from "@/components/ui/drafts"
import { useDraft } from "@/components/ui/use-draft"
import type { Answer } from "@/lib/domain/answer"
import type { RevisionResult } from "@/lib/domain/revision"

export type StepJson = Record<string, unknown>

export interface Written {
  /** What was written before a reload, for the view to take again once it is made: the server knows nothing of it. */
  begin: () => readonly StepJson[]
  /** What is not saved. */
  unsaved: "no" | "yes"
  add: (steps: readonly Step[]) => void
  save: () => Promise<RevisionResult | null>
  drop: () => void
  state: { busy?: true; error?: string }
}

export interface WrittenGiven {
  articleId: string
  revisionId: string
  writer: string
  route: string
}

export function useWritten({ articleId, revisionId, writer, route }: WrittenGiven): Written {
  const ui = useTranslations("ui")
  const key = `${writer}:${revisionId}:text`
  const draft = useDraft<StepJson[]>(key, NOTHING)
  const before = useRef(NOTHING)
  const taken = useRef<readonly Step[]>([])
  const begin = () => {
    taken.current = []
    return (before.current = draftAt<StepJson[]>(key)?.value ?? NOTHING)
  }
  const all = () => [...before.current, ...taken.current.map((step) => step.toJSON() as StepJson)]
  const [state, setState] = useState<Written["state"]>({})
  const add = (steps: readonly Step[]) => {
    taken.current = steps.reduce(merged, taken.current)
    draft.type(all())
  }
  const save = async () => {
    setState({ busy: true })
    const answer = await send(route, { articleId, baseId: revisionId, steps: all() })
    if (!answer?.ok) {
      setState({ error: answer?.refusal.message ?? ui("failed") })
      return null
    }
    draft.drop()
    return answer.value
  }
  return { begin, unsaved: draft.draft ? "yes" : "no", add, save, drop: draft.drop, state }
}

const NOTHING: StepJson[] = []

/** Steps in a row that are one, such as letters typed after each other, are sent as one. */
function merged(steps: readonly Step[], step: Step): readonly Step[] {
  const one = steps.at(-1)?.merge(step)
  return one ? [...steps.slice(0, -1), one] : [...steps, step]
}

async function send(route: string, body: unknown): Promise<Answer<RevisionResult> | null> {
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
