/** API tokens as people make them: what one may do at most, and until when. Values in, a refusal or values out. */
import { z } from "zod"
import { Id } from "./id"
import { refuse } from "./refusal"
import { Scope, scopesOf, type Person, type Role } from "./workspace"

/** Days that a token can be made for; null is until it is revoked. */
export const TokenDays = z.union([z.literal(30), z.literal(90), z.literal(365), z.null()])
export type TokenDays = z.infer<typeof TokenDays>

export const MakeToken = z.object({
  name: z.string().trim().min(1).max(80),
  scopes: z.array(Scope).min(1, { message: "token.noScope" }).max(Scope.options.length),
  days: TokenDays,
})
export type MakeToken = z.infer<typeof MakeToken>

export const OneToken = z.object({ tokenId: Id })
export type OneToken = z.infer<typeof OneToken>

/** A token as it is listed: never itself. Times are ISO 8601 in UTC. */
export interface TokenView {
  id: string
  name: string
  scopes: Scope[]
  /** Whom it acts as. */
  owner: Person
  madeAt: string
  lastUsedAt: string | null
  /** Null for one that does not end by itself. */
  expiresAt: string | null
  isOver: boolean
}

const DAY = 86_400_000

/** What a token is made with; refuses scopes that its maker's role makes no use of. */
export function tokenFor(role: Role, { name, scopes, days }: MakeToken, now: Date) {
  const may = scopesOf(role)
  const beyond = scopes.filter((scope) => !may.includes(scope))
  if (beyond.length > 0) {
    const fields = [{ path: "scopes", key: "token.beyondRole", params: { scopes: beyond.join(", ") } }]
    throw refuse("invalid", "token.beyondRole", { fields, params: { scopes: beyond.join(", ") } })
  }
  const expiresAt = days === null ? {} : { expiresAt: new Date(now.getTime() + days * DAY) }
  return { name, scopes: Scope.options.filter((scope) => scopes.includes(scope)), ...expiresAt }
}
