/** What next-auth hands to the outside, and whose word it takes for where somebody comes from. */
import { describe, expect, test, vi } from "vitest"
import { authOptions } from "./auth"
import * as door from "./desk/sign-in"
import { refuse } from "./domain/refusal"

process.env.NEXTAUTH_SECRET ??= "a secret of sixteen characters"
process.env.NEXTAUTH_URL ??= "http://localhost:3000"
process.env.LOG_LEVEL = "silent"

type Authorize = (credentials: unknown, request: { headers: Record<string, string> }) => Promise<unknown>

function attempt(credentials: unknown, headers: Record<string, string> = {}) {
  const [provider] = authOptions().providers
  const { authorize } = (provider as unknown as { options: { authorize: Authorize } }).options
  return authorize(credentials, { headers })
}

describe("signing in", () => {
  test("counts attempts by the address that the nearest proxy saw, not by what a client says of itself", async () => {
    const signIn = vi.spyOn(door, "signIn").mockResolvedValue(null)
    await attempt(
      { email: "a@example.org", password: "p" },
      {
        ...{ "x-forwarded-for": "10.9.8.7, 192.0.2.1", "user-agent": "Firefox" },
      },
    )
    expect(signIn).toHaveBeenLastCalledWith({
      ...{ email: "a@example.org", password: "p", code: "", address: "192.0.2.1", userAgent: "Firefox" },
    })
    signIn.mockRestore()
  })

  test("tells nobody why it failed, but that there were too many attempts", async () => {
    const signIn = vi.spyOn(door, "signIn")
    signIn.mockRejectedValueOnce(new Error("Invalid `prisma.user.findUnique()` at /srv/stet"))
    await expect(attempt({ email: "a@example.org", password: "p" })).rejects.toThrow(/^failed$/)
    signIn.mockRejectedValueOnce(refuse("conflict", "door.throttled"))
    await expect(attempt({ email: "a@example.org", password: "p" })).rejects.toThrow(/^throttled$/)
    signIn.mockRestore()
  })

  test.each([
    ["nothing", undefined],
    ["NUL", { email: "a\0@example.org", password: "\0" }],
    ["half a character", { email: "\ud800@example.org", password: "\udfff" }],
    ["no texts", { email: { length: 3 }, password: ["p"] }],
  ])("with %s finds nobody", async (_, credentials) => {
    await expect(attempt(credentials)).resolves.toBeNull()
  })
})

test.each(["http://[", "https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"])(
  "nobody is led away to %s",
  async (url) => {
    const baseUrl = "http://localhost:3000"
    expect(await authOptions().callbacks?.redirect?.({ url, baseUrl })).toBe(baseUrl)
  },
)
