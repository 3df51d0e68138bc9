/** A real OpenID provider for tests, at which Stet is registered. */
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import Provider, { type FindAccount } from "oidc-provider"

/** Everybody there has the same password; what their accounts say goes by their names. */
const findAccount: FindAccount = (_, sub) => ({
  accountId: sub,
  claims: () => ({ sub, email: sub, email_verified: !sub.startsWith("unconfirmed"), name: `Somebody (${sub})` }),
})

export interface Issuer {
  /** As the settings name it. */
  url: string
  client: { client_id: string; client_secret: string; redirect_uris: string[] }
  close: () => void
}

/** Opens one that sends people back to a Stet at this address. */
export async function openIssuer(home: string): Promise<Issuer> {
  const server = createServer()
  await new Promise<void>((listening) => void server.listen(0, "127.0.0.1", listening))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = {
    client_id: "stet",
    client_secret: "a secret between the two",
    redirect_uris: [`${home}/api/auth/callback/identity`],
  }
  const provider = new Provider(url, {
    clients: [client],
    findAccount,
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    cookies: { keys: ["for a test alone"] },
  })
  server.on("request", (request, response) => void provider.callback()(request, response))
  return { url, client, close: () => void server.close() }
}
