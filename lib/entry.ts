/**
 * The two doors: `action` for the browser's Server Actions, `route` for REST. Here inputs are parsed, actors found, and
 * refusals put into words; nothing inside knows of requests. Anything that is no refusal is a bug: logged with an id,
 * its message never leaves the server.
 */
import "server-only"
import { refresh } from "next/cache"
import { headers } from "next/headers"
import { notFound, redirect } from "next/navigation"
import { getTranslations } from "next-intl/server"
import { cache } from "react"
import { z } from "zod"
import { ADDRESS_HEADER, workspaceIn } from "./address"
import { jsonAnswer, logged, problem, type Reply } from "./answers"
import { signedInUser } from "./auth"
import { takeRequest } from "./desk/allowances"
import type { Keyed } from "./desk/once"
import { seatOf, workspacesOf, type Seat } from "./desk/people"
import type { SignedInUser } from "./desk/sign-in"
import { actorByToken } from "./desk/tokens"
import { fileAnswer, type Download } from "./download"
import type { Act, Answer, RefusalView } from "./domain/answer"
import { refuse, Refusal } from "./domain/refusal"
import type { Actor, Scope } from "./domain/workspace"
import { env } from "./env"
import { answerOnce } from "./once"
import { parsed } from "./parsed"
import { HttpProblem, idsIn, ifMatch, jsonOf, STATUS, tokenIn } from "./request"

/** Who is signed in to a workspace, for its pages. Sends the signed-out to sign in; a desk that is not theirs is not found. */
export const signedInTo = cache(
  async (slug: string): Promise<Seat & { person: SignedInUser; workspaces: { slug: string; name: string }[] }> => {
    const person = await signedInUser()
    if (!person) redirect(`/sign-in?callbackUrl=${encodeURIComponent((await address()) ?? `/w/${slug}`)}`)
    const [seat, workspaces] = await Promise.all([seatOf(person.id, slug), workspacesOf(person.id)])
    if (!seat) notFound()
    if (lacksSecondFactor(person, seat)) {
      redirect(`/second-factor?to=${encodeURIComponent((await address()) ?? `/w/${slug}`)}`)
    }
    return { ...seat, person, workspaces }
  },
)

/**
 * A Server Action from an act of the desk: the actor is the signed-in member of the workspace in the address; the person,
 * with the session that they act by, is for the few acts that ask.
 */
export function action<Schema extends z.ZodType, Value>(
  schema: Schema,
  act: (actor: Actor, input: z.output<Schema>, person: SignedInUser) => Promise<Value>,
): Act<z.input<Schema>, Value> {
  return (input) =>
    answered(async () => {
      const { actor, person } = await memberInAddress()
      return act(actor, parsed(schema, input), person)
    })
}

/** An act after which the page it was done on comes anew, with the answer: lists, counts, what the header says. */
export function redrawn<Given extends unknown[], Value>(
  act: (...given: Given) => Promise<Value>,
): (...given: Given) => Promise<Value> {
  return async (...given) => {
    const value = await act(...given)
    refresh()
    return value
  }
}

/** A Server Action for whoever has no seat yet: setting up. */
export function openAction<Schema extends z.ZodType, Value>(
  schema: Schema,
  act: (input: z.output<Schema>) => Promise<Value>,
): Act<z.input<Schema>, Value> {
  return (input) => answered(() => act(parsed(schema, input)))
}

/** A Server Action on one's own account, whatever the desk: it is given the person who is signed in, in this browser. */
export function personAction<Schema extends z.ZodType, Value>(
  schema: Schema,
  act: (person: SignedInUser, input: z.output<Schema>) => Promise<Value>,
): Act<z.input<Schema>, Value> {
  return (input) =>
    answered(async () => {
      const person = await signedInUser()
      if (!person) throw refuse("signed-out", "door.signedOut")
      return act(person, parsed(schema, input))
    })
}

/** A handler for the browser's uploads, which are too large for a Server Action. Answers an `Answer` as JSON. */
export function upload<Value, Params extends { workspace: string } = { workspace: string }>(
  act: (actor: Actor, request: Request, params: Omit<Params, "workspace">) => Promise<Value>,
): (request: Request, context: Context<Params>) => Promise<Response> {
  return async (request, { params }) => {
    const { workspace, ...rest } = await params
    const answer = await answered(async () => {
      ownOrigin(request)
      const named = idsIn(rest as Record<string, string>) as Omit<Params, "workspace">
      return act(await actorIn(workspace), request, named)
    })
    return Response.json(answer, { status: answer.ok ? 200 : statusOf(answer.refusal) })
  }
}

/** Refuses what another page sends: a cookie comes along from any of them, and only our own may upload. */
export function ownOrigin(request: Request): void {
  const address = new URL(env().NEXTAUTH_URL).origin
  if (request.headers.get("origin") !== address) throw refuse("forbidden", "http.otherOrigin", { params: { address } })
}

/**
 * A handler for what the browser sends while its page is being left, which no Server Action can do: JSON in, an `Answer`
 * out, for whoever is still there to read it.
 */
export function parting<Schema extends z.ZodType, Value>(
  schema: Schema,
  act: (actor: Actor, input: z.output<Schema>) => Promise<Value>,
): ReturnType<typeof upload> {
  return upload(async (actor, request) => act(actor, parsed(schema, await jsonOf(request))))
}

/** A handler that gives the signed-in person a file. Pages lead to it, so that a refusal is answered as plain words. */
export function download<Params extends { workspace: string }, Query extends z.ZodType>(
  schema: Query,
  read: (actor: Actor, params: Omit<Params, "workspace">, query: z.output<Query>) => Promise<Download>,
): (request: Request, context: Context<Params>) => Promise<Response> {
  return async (request, context) => {
    const answer = await answered(async () => {
      const { workspace, ...rest } = await context.params
      const params = idsIn(rest as Record<string, string>) as Omit<Params, "workspace">
      const query = parsed(schema, Object.fromEntries(new URL(request.url).searchParams))
      return read(await actorIn(workspace), params, query)
    })
    if (!answer.ok) return new Response(answer.refusal.message, { status: statusOf(answer.refusal) })
    return fileAnswer(answer.value)
  }
}

interface Context<Params> {
  params: Promise<Params>
}

/** What a REST handler is called with. `version` is what `If-Match` named. */
export interface Call<Params, Body, Query> {
  params: Params
  body: Body
  query: Query
  version: number | undefined
  request: Request
}

export interface RouteSpec<Body extends z.ZodType, Query extends z.ZodType> {
  scope: Scope
  body?: Body
  query?: Query
  /** Bytes of a body at most, where that is not what all may be. */
  most?: number
  /** `required`: refused with 428 without `If-Match`. Else it is honoured where given. */
  precondition?: "required"
  /** How a conflict's `current` is shown outside. */
  present?: (actor: Actor, current: unknown) => Promise<unknown>
}

/** A handler with what it takes, for the test that holds the reference against it. */
type Route<Params> = ((request: Request, context: Context<Params>) => Promise<Response>) & {
  spec: RouteSpec<z.ZodType, z.ZodType>
}

/** A REST handler: a token in, JSON out, refusals as problem JSON (RFC 9457). No cookie is looked at. */
export function route<
  Params extends Record<string, string>,
  Body extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
>(
  spec: RouteSpec<Body, Query>,
  act: (actor: Actor, call: Call<Params, z.output<Body>, z.output<Query>>) => Promise<Reply | Response>,
): Route<Params> {
  const answer = async (request: Request, context: Context<Params>) => {
    let actor: Actor | undefined
    const present = async (current: unknown) => (actor && spec.present ? spec.present(actor, current) : current)
    try {
      const { actor: bearer, token } = await bearerOf(request, spec.scope)
      actor = bearer
      return await answerOnce(request, token, spec.most, async (asked) => {
        try {
          const reply = await act(bearer, await callOf(spec, asked, await context.params))
          return reply instanceof Response ? reply : jsonAnswer(reply)
        } catch (error) {
          return problem(asked, error, present)
        }
      })
    } catch (error) {
      return problem(request, error, present)
    }
  }
  return Object.assign(answer, { spec })
}

async function bearerOf(request: Request, scope: Scope): Promise<{ actor: Actor; token: Keyed["token"] }> {
  const secret = tokenIn(request)
  if (!secret) throw refuse("signed-out", "token.missing")
  const { actor, scopes, token, demo } = await actorByToken(secret)
  const { STET_API_PER_MINUTE: most } = env()
  const wait = await takeRequest(token, demo ? Math.max(most, DEMO_PER_MINUTE) : most)
  if (wait > 0) throw new HttpProblem(429, "too-many-requests", "http.tooMany", wait)
  if (!scopes.includes(scope)) throw refuse("forbidden", "token.scope", { params: { scope } })
  return { actor, token: { ...token, secret } }
}

/** The sample desk is there to be tried, by harnesses too. */
const DEMO_PER_MINUTE = 60_000

async function callOf<Params extends Record<string, string>, Body extends z.ZodType, Query extends z.ZodType>(
  spec: RouteSpec<Body, Query>,
  request: Request,
  given: Params | undefined,
): Promise<Call<Params, z.output<Body>, z.output<Query>>> {
  // Where the address has no parameters, Next gives none, whatever its types say.
  const params = idsIn(given ?? ({} as Params))
  const version = ifMatch(request)
  if (spec.precondition && !request.headers.get("if-match")?.trim()) {
    throw new HttpProblem(428, "precondition-required", "http.preconditionRequired")
  }
  const query = parsed(spec.query ?? z.undefined(), spec.query && Object.fromEntries(new URL(request.url).searchParams))
  const body = parsed(spec.body ?? z.undefined(), spec.body && (await jsonOf(request)))
  return { params, body: body as z.output<Body>, query: query as z.output<Query>, version, request }
}

/** The status of a refusal that the browser is answered. */
export function statusOf(refusal: RefusalView): number {
  return refusal.code === "failed" ? 500 : STATUS[refusal.code]
}

/** Runs something for the browser and puts a refusal, or the id of a bug, into the reader's language. */
export async function answered<Value>(run: () => Promise<Value>): Promise<Answer<Value>> {
  try {
    return { ok: true, value: await run() }
  } catch (error) {
    return { ok: false, refusal: await refusalView(error) }
  }
}

/** The actor of a request of the browser in a workspace, by its slug. */
export async function actorIn(slug: string): Promise<Actor> {
  return (await memberIn(slug)).actor
}

async function memberIn(slug: string): Promise<{ actor: Actor; person: SignedInUser }> {
  const person = await signedInUser()
  if (!person) throw refuse("signed-out", "door.signedOut")
  const seat = await seatOf(person.id, slug)
  if (!seat) throw refuse("not-found", "workspace.notFound")
  if (lacksSecondFactor(person, seat)) throw refuse("forbidden", "account.secondFactorNeeded")
  return { actor: seat.actor, person }
}

/** The desk wants a second factor that the person has not set up. */
function lacksSecondFactor(person: SignedInUser, { actor }: Seat): boolean {
  return actor.settings.requireSecondFactor && person.secondFactor === "off"
}

/** Path and query of this request, as the browser has them. */
async function address(): Promise<string | null> {
  return (await headers()).get(ADDRESS_HEADER)
}

async function memberInAddress(): Promise<{ actor: Actor; person: SignedInUser }> {
  const slug = workspaceIn(await address())
  if (!slug) throw refuse("not-found", "workspace.notFound")
  return memberIn(slug)
}

async function refusalView(error: unknown): Promise<RefusalView> {
  const t = await getTranslations("refusal")
  if (error instanceof HttpProblem) return { code: "invalid", message: t(error.key), fields: {} }
  if (!(error instanceof Refusal)) return { code: "failed", message: t("failed", { id: logged(error) }), fields: {} }
  const { code, key, details } = error
  const fields = (details.fields ?? []).map(({ path, key, params }) => [path, t(key, params)])
  const current = details.current === undefined ? {} : { current: details.current }
  return { code, message: t(key, details.params), fields: Object.fromEntries(fields), ...current }
}
