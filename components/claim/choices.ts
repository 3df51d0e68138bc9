/** What can be chosen for a claim, with the words of the catalogue for each. */
import type { ClaimType, Priority } from "@/lib/domain/claim"
import type { Job } from "@/lib/domain/scale"

// Written out by type, so that the lists can't miss what the domain knows and need none of its parsers here.
const types: Record<ClaimType, true> = {
  quantity: true,
  quote: true,
  event: true,
  attribution: true,
  identity: true,
  date: true,
  comparison: true,
  causal: true,
  prediction: true,
  opinion: true,
  media: true,
  other: true,
}
export const typeNames = Object.keys(types) as ClaimType[]

export const claimTypes = [
  { value: "", label: "type.none" },
  ...typeNames.map((type) => ({ value: type, label: `type.${type}` as const })),
] as const

export const jobs = (["theirs", "ours"] satisfies Job[]).map((job) => ({ value: job, label: `job.${job}` as const }))

export const priorities = ([1, 2, 3] satisfies Priority[]).map((priority) => ({
  value: String(priority),
  label: `priority.${priority}` as const,
}))
