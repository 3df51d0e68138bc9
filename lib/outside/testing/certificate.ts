/** A certificate of nobody's, for a site that only exists in tests, and a process that trusts it. */
import { execFile } from "node:child_process"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import type { Fetched } from "../fetched"

const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg1vx7tSpRtEpMMRWx
kUuSpDawTUVH0ZyaXc34Q0lhzbOhRANCAARHI9v1wt8pZrPqOBcI9MvwExpWou0v
1Gr26gQ/ZAPvVrLiPIz5Cm/KM4KL4vB7pbrkymWVuAOrpSM4/tnDjvTW
-----END PRIVATE KEY-----
`

const cert = `-----BEGIN CERTIFICATE-----
MIIBoTCCAUegAwIBAgIUC8PecCF1B9WcALhYgHzAg556MFQwCgYIKoZIzj0EAwIw
GDEWMBQGA1UEAwwNcGFwZXIuZXhhbXBsZTAgFw0yNjExMjcyMDI2MjRaGA8yMTI2
MTEwMzIwMjYyNFowGDEWMBQGA1UEAwwNcGFwZXIuZXhhbXBsZTBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABEcj2/XC3ylms+o4Fwj0y/ATGlai7S/UavbqBD9kA+9W
suI8jPkKb8ozgovi8HuluuTKZZW4A6ulIzj+2cOO9NajbTBrMB0GA1UdDgQWBBQm
KS6LT0Qc0j6XHLDBJXim1l/ypzAfBgNVHSMEGDAWgBQmKS6LT0Qc0j6XHLDBJXim
1l/ypzAPBgNVHRMBAf8EBTADAQH/MBgGA1UdEQQRMA+CDXBhcGVyLmV4YW1wbGUw
CgYIKoZIzj0EAwIDSAAwRQIgQJLl/OaZzwXmeVT52e1UYTf7Y9l/BlBaNDl5Jhoc
uwACIQDXCrcqaMjU2Xei5BE7qjxe3rqXt6uh0Dijpk8wHXW6sg==
-----END CERTIFICATE-----
`

/** For `paper.example`, vouched for by itself, valid until 2126. */
export const CERTIFICATE = { key, cert }

const ROOT = new URL("../../../", import.meta.url)

/** What comes of fetching `urls` in a process that trusts `authority` too: Node reads its authorities once, as it starts. */
export async function trusting(
  authority: string,
  urls: string[],
  inside: string[],
  names: Record<string, string[][]>,
): Promise<Fetched[]> {
  const folder = await mkdtemp(join(tmpdir(), "stet-authority-"))
  const file = join(folder, "authority.pem")
  await writeFile(file, authority)
  const script = `
    import { fetching, within } from "./lib/outside/testing/site.ts"
    const fetch = fetching(within(${JSON.stringify(inside)}, ${JSON.stringify(names)}))
    console.log(JSON.stringify(await Promise.all(${JSON.stringify(urls)}.map(fetch))))`
  const flags = ["--import", "tsx", "--input-type=module", "--eval", script]
  const settings = { cwd: ROOT, env: { NODE_ENV: "test" as const, NODE_EXTRA_CA_CERTS: file } }
  const { stdout } = await promisify(execFile)(process.execPath, flags, settings).finally(() =>
    rm(folder, { recursive: true }),
  )
  return JSON.parse(stdout) as Fetched[]
}
