/** Mails that can be ended from within a mail program, by a real mail server: what stands in them, and what their links do. */
import { describe, expect, vi } from "vitest"
import { startThread } from "@/lib/desk/comments"
import { readMailStop, stopAddresses, stopMails } from "@/lib/desk/mail-stops"
import { mailDigest, mailNotice } from "@/lib/desk/notice-mails"
import { settingsOf } from "@/lib/desk/notification-settings"
import { notify } from "@/lib/desk/notifications"
import { db } from "@/lib/db"
import { everything, refused, test, type Desk } from "@/lib/desk/testing/desk"
import { mailbox } from "@/lib/desk/testing/mailbox"
import { TOPICS } from "@/lib/domain/notice"
import type { Actor } from "@/lib/domain/workspace"
import { GET, POST } from "./[token]/route"

vi.mock("next-intl/server", () => import("../v1/testing/translator"))
vi.mock("@/lib/auth", () => ({ signedInUser: vi.fn() }))

const box = await mailbox()

const at = (token: string) => ({ params: Promise.resolve({ token }) })
const tokenIn = (address: string) => address.split("/").at(-1) ?? ""

/** As a mail program asks; `form` is what it says. */
function post(token: string, form: Record<string, string> = { "List-Unsubscribe": "One-Click" }): Promise<Response> {
  const request = new Request("http://stet.test/", { method: "POST", body: new URLSearchParams(form) })
  return POST(request, at(token))
}

/** A header of the last mail, as it was sent. */
function header(name: string): string {
  const lines = box.mails.at(-1)?.headerLines ?? []
  const found = lines.find(({ key }) => key === name.toLowerCase())?.line ?? ""
  return found
    .replace(/\r?\n\s+/g, " ")
    .slice(name.length + 1)
    .trim()
}

/** Asks the author, and mails what they were told of it. */
async function asked(desk: Desk): Promise<void> {
  const article = await desk.article({ authors: [{ membershipId: desk.author.id }] })
  await startThread(desk.checker, { articleId: article.id, kind: "query", body: "Since when?" })
  await mailNewest(desk.author)
}

async function mailNewest({ id: membershipId }: Actor): Promise<void> {
  const row = await db().notification.findFirstOrThrow({ where: { membershipId }, orderBy: { id: "desc" } })
  await mailNotice(row.id)
}

/** The topics that somebody is mailed about, and how. */
async function mailed(who: Actor): Promise<Record<string, string>> {
  const { topics } = await settingsOf(db(), who)
  const on = TOPICS.filter((topic) => topics[topic].mail !== "none")
  return Object.fromEntries(on.map((topic) => [topic, topics[topic].mail]))
}

const DEFAULT = { talk: "instant", work: "digest", due: "digest" }

describe("a mail", () => {
  test("says where such mails are ended, for its reader and for the program that shows it", async ({ desk }) => {
    await asked(desk)
    const { page, oneClick } = stopAddresses({ membershipId: desk.author.id, of: "talk" })
    expect(header("List-Unsubscribe")).toBe(`<${oneClick}>`)
    expect(header("List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click")
    expect(box.mails[0]?.text).toContain(page)
    expect(oneClick).toMatch(/^http:\/\/stet\.test\/api\/unsubscribe\//)
  })

  test("of its topic comes no more after one click; all else does, and it is asked in Stet as before", async ({
    desk,
  }) => {
    await asked(desk)
    const token = tokenIn(header("List-Unsubscribe").slice(1, -1))
    expect((await post(token)).status).toBe(204)
    expect(await mailed(desk.author)).toEqual({ work: "digest", due: "digest" })
    expect((await settingsOf(db(), desk.author)).topics.talk.app).toBe(true)
    await asked(desk)
    expect(box.mails).toHaveLength(1)
    // Twice is as good as once: programs ask again where they got no answer.
    expect((await post(token)).status).toBe(204)
    expect(await mailed(desk.checker)).toEqual(DEFAULT)
  })

  test("of the day ends whatever comes once a day, and what comes at once goes on", async ({ desk }) => {
    const { id: claimId } = await desk.claim()
    const notice = { membershipId: desk.editor.id, kind: "claim_assigned", claimId } as const
    await db().$transaction((tx) => notify(tx, desk.workspaceId, [notice]))
    await mailDigest(desk.editor.id)
    const token = tokenIn(header("List-Unsubscribe").slice(1, -1))
    expect(await readMailStop(token)).toMatchObject({ of: "digest", ended: "none", workspace: { slug: desk.slug } })
    expect((await post(token)).status).toBe(204)
    expect(await mailed(desk.editor)).toEqual({ talk: "instant" })
    expect(await readMailStop(token)).toMatchObject({ ended: "these" })
  })
})

describe("a link that ends mails", () => {
  const tokenOf = (who: Actor) => tokenIn(stopAddresses({ membershipId: who.id, of: "talk" }).page)

  test("changes nothing by being opened, and leads to the page with the button", async ({ desk }) => {
    const token = tokenOf(desk.author)
    const before = await everything()
    const answer = await GET(new Request("http://stet.test/"), at(token))
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/unsubscribe/${token}`])
    expect(await readMailStop(token)).toEqual({
      workspace: { slug: desk.slug, name: expect.any(String) as string },
      of: "talk",
      ended: "none",
    })
    expect(await everything()).toBe(before)
  })

  test("does nothing without the words that the button sends", async ({ desk }) => {
    const token = tokenOf(desk.author)
    for (const form of [{}, { "List-Unsubscribe": "Maybe" }]) expect((await post(token, form)).status).toBe(422)
    const bare = await POST(new Request("http://stet.test/", { method: "POST" }), at(token))
    expect(bare.status).toBe(422)
    expect(await mailed(desk.author)).toEqual(DEFAULT)
  })

  test("ends all of the desk's mails where its reader asks for that on the page", async ({ desk }) => {
    const token = tokenOf(desk.author)
    await stopMails({ token, which: "all" })
    expect(await mailed(desk.author)).toEqual({})
    expect(await readMailStop(token)).toMatchObject({ ended: "all" })
  })

  test("is nobody else's, and of nothing else: whatever of it is altered leads nowhere", async ({ desk }) => {
    const [id, of, signature = ""] = tokenOf(desk.author).split(".")
    const turned = `${signature.startsWith("A") ? "B" : "A"}${signature.slice(1)}`
    const forged = [
      `${desk.editor.id}.${of}.${signature}`,
      `${id}.work.${signature}`,
      `${id}.all.${signature}`,
      `${id}.${of}.${turned}`,
      `${id}.${of}.`,
      `${id}.${of}`,
      "",
      "x\0.y.z",
    ]
    const before = await everything()
    for (const token of forged) {
      expect(await readMailStop(token)).toBeNull()
      expect((await post(token)).status).toBe(404)
      await refused(() => stopMails({ token, which: "all" }), "not-found", "link.unknown")
    }
    expect(await everything()).toBe(before)
  })

  test("of two at the same moment neither takes back what the other ended", async ({ desk }) => {
    const tokens = (["talk", "work", "due"] as const).map((of) =>
      tokenIn(stopAddresses({ membershipId: desk.author.id, of }).page),
    )
    await Promise.all(tokens.map((token) => stopMails({ token, which: "these" })))
    expect(await mailed(desk.author)).toEqual({})
  })
})
