/** A desk: its people and what it has set. Everything but a user belongs to one. */
import { z } from "zod"

export const Role = z.enum(["viewer", "author", "checker", "editor", "owner"])
export type Role = z.infer<typeof Role>

/** What a workspace can set. Stored as JSON; absent keys take the defaults, so that a new setting needs no migration. */
export const WorkspaceSettings = z.object({
  /** How many approvals make a round approved; with none it is checked, not reviewed. */
  approvals: z.number().int().min(0).max(3).default(1),
  /** Whether checkers may review *should* and *could* claims of others. */
  checkersReview: z.boolean().default(true),
  /** Who signs off, besides not being an author of the article: an author of none of its standing rounds, or not of all. */
  signOff: z.enum(["author_of_none", "not_of_all"]).default("author_of_none"),
  /** Whether public exports name the people who checked. */
  publishNames: z.boolean().default(false),
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
