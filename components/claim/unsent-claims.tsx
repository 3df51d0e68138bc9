"use client"
/**
 * Sends what was typed and could not be sent of claims that are not open: before a reload, without a connection, after
 * the session had ended. What somebody else changed meanwhile waits until its claim is opened. Shows nothing.
 */
import { useEffect, useSyncExternalStore } from "react"
import type { ClaimEntry } from "@/components/galley/claims-store"
import { draftKey, useClaims, useGalley } from "@/components/galley/galley-context"
import { draftKeys, onDrafts } from "@/components/ui/drafts"
import { useVerdictForm } from "@/components/verdict/use-verdict-form"
import { accessTo } from "./claim-access"
import { useClaimActs } from "./use-claim-acts"
import { useClaimForm } from "./use-claim-form"

const nothing: readonly string[] = []
const none = () => nothing

export function UnsentClaims() {
  const { actor, subject, selected } = useGalley()
  const claims = useClaims()
  const drafted = useSyncExternalStore(onDrafts, draftKeys, none)
  // Usually there is nothing, and a thousand claims to find that out for.
  if (drafted.length === 0) return null
  const keys = new Set(drafted)
  const isUnsent = ({ claim }: ClaimEntry) =>
    ["fields", "verdict"].some((part) => keys.has(draftKey(actor, claim, part)))
  return claims
    .filter((entry) => entry.key !== selected && entry.standing === "kept" && isUnsent(entry))
    .filter(({ claim }) => accessTo(actor, subject, claim) === "editing")
    .map((entry) => <Unsent key={entry.key} entry={entry} />)
}

function Unsent({ entry }: { entry: ClaimEntry }) {
  const acts = useClaimActs(entry.key)
  const { retry: sendFields } = useClaimForm(entry.claim, acts)
  const { retry: sendVerdict } = useVerdictForm(entry.claim, acts)
  useEffect(() => {
    sendFields()
    sendVerdict()
  }, [sendFields, sendVerdict])
  return null
}
