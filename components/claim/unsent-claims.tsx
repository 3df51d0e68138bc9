"use client"
/**
 * Sends what was typed and could not be sent of claims that are not open: before a reload, without a connection, after
 * the session had ended. What somebody else changed meanwhile waits until its claim is opened. Shows nothing.
 */
import { useEffect, useSyncExternalStore } from "react"
import type { ClaimEntry } from "@/components/galley/claims-store"
import { draftKey, useClaims, useGalley } from "@/components/galley/galley-context"
import { draftAt, onDrafts } from "@/components/ui/drafts"
import { useVerdictForm } from "@/components/verdict/use-verdict-form"
import { accessTo } from "./claim-access"
import { useClaimActs } from "./use-claim-acts"
import { useClaimForm } from "./use-claim-form"

export function UnsentClaims() {
  const { actor, subject, selected } = useGalley()
  const claims = useClaims()
  const isUnsent = ({ claim }: ClaimEntry) =>
    ["fields", "verdict"].some((part) => draftAt(draftKey(actor, claim, part)) !== null)
  const unsentKeys = () =>
    claims
      .filter(isUnsent)
      .map(({ key }) => key)
      .join(" ")
  const unsent = useSyncExternalStore(onDrafts, unsentKeys, () => "").split(" ")
  return claims
    .filter(({ key, standing }) => unsent.includes(key) && key !== selected && standing === "kept")
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
