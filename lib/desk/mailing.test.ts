/** Mails, by a real mail server: what they say, in which language, and that no link lies in the queue. */
import { describe, expect } from "vitest"
import { db } from "../db"
import { inviteMember, listInvitations, resendInvitation, revokeInvitation } from "./invitations"
import { giveUpMail, sendMailAbout } from "./mailing"
import { test, type Desk } from "./testing/desk"
import { mailbox, UNKNOWN } from "./testing/mailbox"

const box = await mailbox()

const invite = (desk: Desk, { email = "nina@example.org", language = "en" } = {}) =>
  inviteMember(desk.owner, { email, role: "checker", language })

describe("the mail of an invitation", () => {
  test("goes to whom it is for, with the link that is shown, and says who invites to which desk", async ({ desk }) => {
    const { id, link, mail } = await invite(desk)
    expect(mail).toBe("waiting")
    await sendMailAbout({ about: "invitation", id })
    expect(box.mails).toHaveLength(1)
    const [sent] = box.mails
    expect(sent?.to).toMatchObject({ value: [{ address: "nina@example.org" }] })
    expect(sent?.from).toMatchObject({ value: [{ name: "Stet", address: "stet@example.org" }] })
    expect(sent?.subject).toContain(`owner of ${desk.slug} invites you to `)
    expect(sent?.text).toContain(link)
    expect(sent?.html).toBe(false)
    expect((await listInvitations(desk.owner)).items).toMatchObject([{ id, mail: "sent" }])
  })

  test("is written in the language that was chosen", async ({ desk }) => {
    const { id } = await invite(desk, { language: "de" })
    await sendMailAbout({ about: "invitation", id })
    expect(box.mails[0]?.subject).toContain("lädt Sie zu")
    expect(box.mails[0]?.text).toContain("Der Link gilt einmal, sieben Tage lang")
  })

  test("goes out once, and not at all for what was taken back", async ({ desk }) => {
    const { id } = await invite(desk)
    await sendMailAbout({ about: "invitation", id })
    await sendMailAbout({ about: "invitation", id })
    expect(box.mails).toHaveLength(1)
    const other = await invite(desk, { email: "other@example.org" })
    await revokeInvitation(desk.owner, { invitationId: other.id })
    await sendMailAbout({ about: "invitation", id: other.id })
    expect(box.mails).toHaveLength(1)
    const again = await resendInvitation(desk.owner, { invitationId: id })
    await sendMailAbout({ about: "invitation", id })
    expect(box.mails[1]?.text).toContain(again.link)
  })

  test("that the server refuses is tried again, and then said to be handed over by hand", async ({ desk }) => {
    const { id } = await invite(desk, { email: UNKNOWN })
    await expect(sendMailAbout({ about: "invitation", id })).rejects.toThrow("no such mailbox")
    expect((await listInvitations(desk.owner)).items).toMatchObject([{ mail: "waiting" }])
    await giveUpMail({ about: "invitation", id })
    expect((await listInvitations(desk.owner)).items).toMatchObject([{ mail: "failed" }])
  })

  test("is queued with the invitation, by its id alone", async ({ desk }) => {
    const { id, link } = await invite(desk)
    const jobs = await db().$queryRaw<{ data: unknown }[]>`
      SELECT data FROM pgboss.job WHERE name = 'mail' AND data->>'id' = ${id}`
    expect(jobs).toEqual([{ data: { about: "invitation", id } }])
    expect(JSON.stringify(jobs)).not.toContain(link?.split("/").at(-1))
  })
})
