/** A desk: its people and what it has set. Everything but a user belongs to one. */
import { z } from "zod"
import { Retention } from "./retention"
import { ReviewRules } from "./rules"

export const Role = z.enum(["viewer", "author", "checker", "editor", "owner"])
export type Role = z.infer<typeof Role>

/** What a workspace can set. Stored as JSON; absent keys take the defaults, so that a new setting needs no migration. */
export const WorkspaceSettings = z.object({
  ...ReviewRules.shape,
  /** Whether whoever signs in with a password needs a second factor to come to this desk. */
  requireSecondFactor: z.boolean().default(false),
  /** Whether there are public pages at all. */
  publishes: z.boolean().default(false),
  /** What the desk lets go of by itself, and after how long. */
  retention: Retention.prefault({}),
})
export type WorkspaceSettings = z.infer<typeof WorkspaceSettings>

/** What a token may do at most; its owner's present role bounds it further. */
export const Scope = z.enum(["read", "write", "review", "admin"])
export type Scope = z.infer<typeof Scope>

/** Whoever acts: one person in one workspace. Always an argument, never ambient. `id` is the membership's. */
export interface Actor {
  id: string
  workspaceId: string
  userId: string
  role: Role
  settings: WorkspaceSettings
}

/** A person as others see them. `id` is the membership's. */
export interface Person {
  id: string
  name: string
}

/** The scopes a role can make use of: what a demo token carries. */
export function scopesOf(role: Role): Scope[] {
  if (role === "owner") return ["read", "write", "review", "admin"]
  if (role === "editor" || role === "checker") return ["read", "write", "review"]
  return ["read"]
}
