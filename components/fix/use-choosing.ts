"use client"
/** Chooses fixes and accepts the chosen together, which makes one revision; says what came of it. */
import { useTranslations } from "next-intl"
import { useState } from "react"
import { useAnnounce } from "@/components/ui/announcer"
import { useOneAtATime } from "@/components/ui/use-one-at-a-time"
import { errorOf } from "@/components/ui/use-screen-acts"
import type { FixesAccepted, FixItem, FixList } from "@/lib/domain/fix"
import { choice, stillChosen, toggled, type Chosen, type Take } from "./choosing"
import type { FixActs } from "./fixes-screen"

export function useChoosing({ article, revision, items }: FixList, acts: Pick<FixActs, "acceptFixes">) {
  const t = useTranslations("fix")
  const announce = useAnnounce()
  const [picked, setPicked] = useState<Chosen>(new Map())
  const [made, setMade] = useState<FixesAccepted | null>(null)
  const [state, setState] = useState<{ busy?: true; error?: string }>({})
  const once = useOneAtATime()
  const chosen = stillChosen(picked, items)
  const toggle = ({ fix, claim }: FixItem, take: Take) => {
    const next = toggled(picked, fix, take)
    setPicked(next)
    setState({})
    const count = stillChosen(next, items).length
    announce(t(next.has(fix.id) ? "chose" : "unchose", { number: claim.number, count }))
  }
  const accept = async () => {
    setState({ busy: true })
    const fixes = chosen.map(({ item: { fix }, take }) => ({ fixId: fix.id, version: fix.version, take }))
    const answer = await acts.acceptFixes({ articleId: article.id, baseId: revision.id, fixes })
    const error = errorOf(answer)
    setState(error ? { error } : {})
    if (!answer.ok) return
    setPicked(new Map())
    setMade(answer.value)
    announce(t("made", { revision: answer.value.revision.number, fixed: answer.value.fixed, look: answer.value.look }))
  }
  return {
    chosen,
    taken: (item: FixItem): Take | null => chosen.find((one) => one.item.fix.id === item.fix.id)?.take ?? null,
    choiceOf: (item: FixItem) => choice(item, picked, items),
    toggle,
    accept: () => once(accept),
    made,
    ...state,
  }
}

export type Choosing = ReturnType<typeof useChoosing>
