/** The people of the sample desk: one for each role, and a second editor, because nobody reviews their own work. */
import { randomInt } from "node:crypto"
import { v7 as newId } from "uuid"
import { change, unchanged } from "../lib/desk/change"
import { hashPassword } from "../lib/desk/passwords"
import { insertWorkspace } from "../lib/desk/setup"
import { createToken } from "../lib/desk/tokens"
import { scopesOf, WorkspaceSettings, type Actor, type Role } from "../lib/domain/workspace"

/** Who somebody is on the sample desk: their role, but for the editor of whom there are two. */
export type Post = Role | "second_editor"

/** The sample desk's people, as actors. */
export type People = Record<Post, Actor>

/** A sample account as its user needs it; its password and token can be read nowhere else. */
export interface Account {
  role: Post
  name: string
  email: string
  password: string
  token: string
}

/** First names start with the letter of the post, so that a newcomer can tell who is who. */
const NAMES: Record<Post, string> = {
  owner: "Olive Ward",
  editor: "Edda Lind",
  second_editor: "Sena Okoye",
  checker: "Cleo Marsh",
  author: "August Bell",
  viewer: "Vera Holm",
}

const POSTS = Object.keys(NAMES) as Post[]

interface Newcomer {
  post: Post
  account: Omit<Account, "token">
  passwordHash: string
  actor: Actor
}

/** Makes the sample workspace with its people, or answers null where somebody has an account already. */
export async function openSampleDesk(): Promise<{ people: People; accounts: Omit<Account, "token">[] } | null> {
  const workspace = { id: newId(), slug: "sample-desk", name: "Sample desk", demo: true } as const
  const newcomers = await Promise.all(POSTS.map((post) => newcomer(workspace.id, post)))
  const people = Object.fromEntries(newcomers.map(({ post, actor }) => [post, actor])) as People
  const opened = await change(people.owner, async (tx) => {
    if ((await tx.user.count()) > 0) return unchanged(false)
    await insertWorkspace(tx, workspace)
    for (const { account, actor, passwordHash } of newcomers) {
      const { name, email } = account
      await tx.user.create({ data: { id: actor.userId, name, email, passwordHash } })
      const { id, userId, role } = actor
      await tx.membership.create({ data: { id, workspaceId: workspace.id, userId, role } })
    }
    const subjects = { membership: people.owner.id }
    return { result: true, events: [{ stream: workspace.id, act: "workspace.created", subjects, payload: {} }] }
  })
  return opened ? { people, accounts: newcomers.map((one) => one.account) } : null
}

/** Gives everybody an API token with all scopes that their role can make use of. */
export function giveTokens(people: People, accounts: Omit<Account, "token">[]): Promise<Account[]> {
  return Promise.all(
    accounts.map(async (account) => {
      const actor = people[account.role]
      const { token } = await createToken(actor, { name: "Sample token", scopes: scopesOf(actor.role) })
      return { ...account, token }
    }),
  )
}

async function newcomer(workspaceId: string, post: Post): Promise<Newcomer> {
  const password = newPassword()
  const role = post === "second_editor" ? "editor" : post
  const email = `${post.replace("_", ".")}@example.org`
  return {
    post,
    account: { role: post, name: NAMES[post], email, password },
    passwordHash: await hashPassword(password),
    actor: { id: newId(), workspaceId, userId: newId(), role, settings: WorkspaceSettings.parse({}) },
  }
}

/** Letters and digits that nobody mistakes for each other when typing them off a screen. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"

/** Four groups of four: 79 bits, and still typed without an error. */
function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("")
  return Array.from({ length: 4 }, group).join("-")
}
