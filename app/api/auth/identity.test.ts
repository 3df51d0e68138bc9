/** Signing in with an account elsewhere, by a real OpenID provider: who comes in, as whom, and who gets no desk. */
import NextAuth from "next-auth"
import { decode } from "next-auth/jwt"
import { afterAll, beforeAll, describe, expect, vi } from "vitest"
import { authOptions } from "@/lib/auth"
import { db } from "@/lib/db"
import { keepLink } from "@/lib/desk/account"
import { inviteMember, listInvitations } from "@/lib/desk/invitations"
import { joinAsMyself, joinAsNew } from "@/lib/desk/joining"
import { changeRole } from "@/lib/desk/members"
import { seatOf, workspacesOf } from "@/lib/desk/people"
import { offerSecondFactor } from "@/lib/desk/second-factors"
import { personOf, signIn, type SignedInUser } from "@/lib/desk/sign-in"
import { PASSWORD, test } from "@/lib/desk/testing/desk"
import { openIssuer, type Issuer } from "@/lib/desk/testing/issuer"
import { actorByToken, createToken } from "@/lib/desk/tokens"

vi.mock("next/headers", () => ({ headers: async () => new Headers({ "user-agent": "Firefox/140 (Linux)" }) }))

const HOME = "http://stet.test"
let issuer: Issuer

beforeAll(async () => {
  issuer = await openIssuer(HOME)
  vi.stubEnv("STET_OIDC_ISSUER", issuer.url)
  vi.stubEnv("STET_OIDC_CLIENT_ID", issuer.client.client_id)
  vi.stubEnv("STET_OIDC_CLIENT_SECRET", issuer.client.client_secret)
  vi.stubEnv("STET_OIDC_NAME", "the newsroom")
})
afterAll(() => issuer.close())

type Jar = Map<string, string>

/** What a browser of ours asks our own door, with what it has kept. */
async function knock(jar: Jar, method: "GET" | "POST", path: string[], given: Record<string, string> = {}) {
  const answer: { redirect?: string; body?: unknown } = {}
  const kept: Record<string, unknown> = {}
  const response = {
    getHeader: (name: string) => kept[name],
    setHeader(name: string, value: unknown) {
      kept[name] = value
      if (name === "Location") answer.redirect = String(value)
      return response
    },
    status: () => response,
    end: () => response,
    json: (body: unknown) => void (answer.body = body),
    send: (body: unknown) => void (answer.body = body),
  }
  const query = { nextauth: path, ...(method === "GET" && given) }
  const headers = { host: new URL(HOME).host }
  const request = { method, query, headers, cookies: Object.fromEntries(jar), body: given }
  await NextAuth(request as never, response as never, authOptions())
  for (const line of [kept["Set-Cookie"] ?? []].flat()) keep(jar, String(line))
  return answer
}

function keep(jar: Jar, line: string): void {
  const [name = "", value = ""] = (line.split(";")[0] ?? "").split(/=(.*)/s)
  jar.set(name, decodeURIComponent(value))
}

/** Walks through the provider's pages as whoever has an account there; answers where it sends them back to. */
async function goThrough(address: string, login: string): Promise<URL> {
  const jar: Jar = new Map()
  let at = new URL(address)
  let form: URLSearchParams | undefined
  for (let step = 0; step < 12; step += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ")
    const posted = form && { method: "POST", body: form }
    const answer = await fetch(at, { redirect: "manual", headers: { cookie }, ...posted })
    for (const line of answer.headers.getSetCookie()) keep(jar, line)
    const onward = answer.headers.get("location")
    if (onward) {
      at = new URL(onward, at)
      form = undefined
      if (at.origin === HOME) return at
      continue
    }
    const prompt = /name="prompt" value="(\w+)"/.exec(await answer.text())?.[1] ?? ""
    form = new URLSearchParams({ prompt, ...(prompt === "login" && { login, password: "any" }) })
  }
  throw new Error("the provider leads nowhere")
}

/** Comes in as whoever has this account elsewhere; answers who that is here, and where they are led. */
async function comeIn(login: string): Promise<{ person: SignedInUser | null; led: string | undefined }> {
  const jar: Jar = new Map()
  const { body } = await knock(jar, "GET", ["csrf"])
  const { csrfToken } = body as { csrfToken: string }
  const { redirect } = await knock(jar, "POST", ["signin", "identity"], { csrfToken, callbackUrl: `${HOME}/` })
  const back = await goThrough(redirect ?? "", login)
  const answer = await knock(jar, "GET", ["callback", "identity"], Object.fromEntries(back.searchParams))
  const cookie = [...jar].find(([name]) => name.endsWith("session-token"))?.[1]
  const token = cookie ? await decode({ token: cookie, secret: authOptions().secret ?? "" }) : null
  const key = { id: token?.sub ?? "", sessionEpoch: token?.sessionEpoch ?? -1, sessionId: token?.sessionId ?? "" }
  return { person: token ? await personOf(key) : null, led: answer.redirect }
}

describe("whoever comes in with an account elsewhere", () => {
  test("is the person with its confirmed e-mail, once for all", async ({ desk }) => {
    const email = `editor@${desk.slug}.example.org`
    await db().user.update({ where: { id: desk.editor.userId }, data: { emailProvedAt: new Date() } })
    const { person } = await comeIn(email)
    expect(await signIn({ email, password: PASSWORD })).toMatchObject({ id: desk.editor.userId })
    expect(person).toMatchObject({ id: desk.editor.userId, name: `editor of ${desk.slug}`, secondFactor: "on" })
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "account.identity_linked", actorId: desk.editor.id }])
    expect((await seatOf(person?.id ?? "", desk.slug))?.actor).toMatchObject({ id: desk.editor.id })
    // By what was linked, whatever becomes of the address.
    await db().user.update({ where: { id: desk.editor.userId }, data: { email: `other@${desk.slug}.example.org` } })
    expect((await comeIn(email)).person).toMatchObject({ id: desk.editor.userId })
    expect(await db().identity.count({ where: { userId: desk.editor.userId } })).toBe(1)
  })

  test("has the account to themselves that somebody else made in their name", async ({ desk }) => {
    const email = `victim@${desk.slug}.example.org`
    const { link } = await inviteMember(desk.owner, { email, role: "viewer", language: "en" })
    await joinAsNew({ token: link?.split("/").at(-1) ?? "", name: "Seeded", password: PASSWORD })
    const seeded = await signIn({ email, password: PASSWORD })
    if (!seeded) throw new Error("the account was not made")
    await offerSecondFactor(seeded, { current: PASSWORD })
    const seat = await seatOf(seeded.id, desk.slug)
    if (!seat) throw new Error("no seat was taken")
    const { token } = await createToken(seat.actor, { name: "kept", scopes: ["read"] })
    await changeRole(desk.owner, { memberId: seat.actor.id, role: "owner" })
    const next = await inviteMember(desk.owner, {
      email: `next@${desk.slug}.example.org`,
      role: "viewer",
      language: "en",
    })
    await db().$transaction((tx) =>
      keepLink(tx, { userId: seeded.id, kind: "email", email: "x@y.org", language: "en" }),
    )
    const { person } = await comeIn(email)
    expect(person).toMatchObject({ id: seeded.id })
    expect(await personOf(seeded)).toBeNull()
    expect(await signIn({ email, password: PASSWORD })).toBeNull()
    await expect(actorByToken(token)).rejects.toMatchObject({ code: "signed-out" })
    const where = { userId: seeded.id }
    expect([await db().secondFactor.count({ where }), await db().emailLink.count({ where })]).toEqual([0, 0])
    expect((await listInvitations(desk.owner)).items).toMatchObject([{ id: next.id, state: "expired" }])
    expect(await desk.lastEvents(1)).toMatchObject([{ act: "account.reclaimed" }])
    // Once: what its person chooses after that is theirs.
    expect((await comeIn(email)).person?.sessionEpoch).toBe(person?.sessionEpoch)
  })

  test("and is nobody here gets an account, and no desk until they are invited", async ({ desk }) => {
    const email = `new@${desk.slug}.example.org`
    const { person, led } = await comeIn(email)
    expect(led).toBe(`${HOME}/`)
    expect(person).toMatchObject({ name: `Somebody (${email})`, email })
    const userId = person?.id ?? ""
    expect(await workspacesOf(userId)).toEqual([])
    expect(await signIn({ email, password: PASSWORD })).toBeNull()
    const { link } = await inviteMember(desk.owner, { email, role: "viewer", language: "en" })
    await joinAsMyself(userId, { token: link?.split("/").at(-1) ?? "" })
    expect(await workspacesOf(userId)).toMatchObject([{ slug: desk.slug }])
  })

  test("without a confirmed e-mail stays outside, also where somebody here has that address", async ({ desk }) => {
    const email = `unconfirmed@${desk.slug}.example.org`
    await db().user.update({ where: { id: desk.viewer.userId }, data: { email } })
    const { person, led } = await comeIn(email)
    expect(person).toBeNull()
    expect(led).toContain("/sign-in?error=identity")
    expect(await db().identity.count({ where: { userId: desk.viewer.userId } })).toBe(0)
  })
})

test("an answer that nobody here asked for brings nobody in", async () => {
  const jar: Jar = new Map()
  const answer = await knock(jar, "GET", ["callback", "identity"], { code: "made-up", state: "made-up" })
  expect(answer.redirect).toContain("error=OAuthCallback")
  expect([...jar.keys()].filter((name) => name.endsWith("session-token"))).toEqual([])
})
