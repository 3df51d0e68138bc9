/** `stet token`: tokens for scripts and other systems, each of which acts in somebody's name. */
import { listTokens, makeToken, revokeToken } from "../../lib/desk/tokens"
import { memberOf } from "../../lib/desk/people"
import { MakeToken, OneToken, type TokenView } from "../../lib/domain/token"
import { misused, whoIn, wordsOf, type Question, type Reply, type Tell } from "./reply"

const DAYS: Record<string, number | null> = { "30d": 30, "90d": 90, "365d": 365, never: null }

export async function create({ options }: Question, tell: Tell): Promise<Reply> {
  const { name, scopes = "", expires = "90d" } = options
  const wanted = scopes.split(",").map((scope) => scope.trim())
  const input = MakeToken.safeParse({ name, scopes: [...new Set(wanted)].filter(Boolean), days: DAYS[expires] })
  if (!input.success)
    return misused("--scopes are read, write, review, admin, with commas between; --name has up to 80 letters.")
  const { id, token } = await makeToken(await memberOf(whoIn(options)), input.data)
  if (process.stdout.isTTY) tell({ warning: wordsOf("tokens")("once") })
  return { lines: [token], value: { id, token }, code: 0 }
}

export async function list({ options }: Question, tell: Tell): Promise<Reply> {
  const whose = "all" in options ? "all" : "own"
  const tokens = await listTokens(await memberOf(whoIn(options)), whose)
  if (tokens.length === 0 && process.stderr.isTTY) tell({ warning: wordsOf("tokens")(`none.${whose}`) })
  return { lines: tokens.map(inWords), value: { tokens }, code: 0 }
}

const day = (moment: string) => moment.slice(0, 10)

function inWords({ id, name, scopes, owner, lastUsedAt, expiresAt, isOver }: TokenView): string {
  const used = lastUsedAt ? `used ${day(lastUsedAt)}` : "never used"
  const ends = expiresAt ? `${isOver ? "ended" : "ends"} ${day(expiresAt)}` : "no end"
  return [id, scopes.join(","), ends, used, `${name} (${owner.name})`].join("  ")
}

export async function revoke({ names: [id = ""], options }: Question): Promise<Reply> {
  const token = OneToken.safeParse({ tokenId: id })
  if (!token.success) return misused(`“${id}” is no id of a token: stet token list shows them.`)
  await revokeToken(await memberOf(whoIn(options)), token.data)
  return { lines: ["The token is revoked: whatever uses it is refused from now on."], value: { revoked: id }, code: 0 }
}
