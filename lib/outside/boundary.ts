/**
 * How far a fetch may go: to the public internet on the web's ports, and to the hosts that whoever runs Stet has listed
 * by name. Judges addresses and looks names up; opens no connection.
 */
import ipaddr from "ipaddr.js"
import { Stopped } from "./fetched"

export interface Address {
  address: string
  family: number
}

export interface Boundary {
  /** Ports that may be asked. */
  ports: readonly number[]
  /** Hosts that may be asked although their addresses are private: `cms.example`, or `cms.example:8080` for another port. */
  inside: readonly string[]
  /** All addresses of a name; asked once for each request, so that what is checked is what is connected to. */
  lookup: (host: string) => Promise<readonly Address[]>
}

/** One request's goal: an address that was checked, and whether it is one of those listed. */
export interface Target {
  url: URL
  isInside: boolean
}

/** More is no address of a page. */
const LONGEST = 2_000

/**
 * The target that `address` means. Stops at `address`: `malformed`, `scheme`, `credentials`, `port`, `private`. Names
 * are not looked up here, but all spellings of a number are known: the URL parser has made them one.
 */
export function targetOf(address: string, boundary: Boundary): Target {
  const url = urlOf(address)
  const port = portOf(url)
  const target = { url, isInside: isListed(url, boundary) }
  if (!target.isInside && !boundary.ports.includes(port)) throw new Stopped("address", "port", { port: String(port) })
  const host = hostOf(url)
  if (ipaddr.isValid(host) && !mayConnect(host, target)) throw new Stopped("address", "private")
  return target
}

function urlOf(address: string): URL {
  const url = address.length <= LONGEST ? parsedUrl(address.trim()) : null
  if (url === null) throw new Stopped("address", "malformed")
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new Stopped("address", "scheme")
  if (url.username !== "" || url.password !== "") throw new Stopped("address", "credentials")
  url.hash = ""
  return url
}

/**
 * The addresses of a target's host, each of them checked: one that is out of bounds refuses all. Stops at `lookup`:
 * `unknown`, `private`.
 */
export async function addressesOf(target: Target, boundary: Boundary): Promise<readonly Address[]> {
  const host = hostOf(target.url)
  if (ipaddr.isValid(host)) return [{ address: host, family: ipaddr.parse(host).kind() === "ipv6" ? 6 : 4 }]
  const addresses = await boundary.lookup(host).catch(() => [])
  if (addresses.length === 0) throw new Stopped("lookup", "unknown")
  if (!addresses.every(({ address }) => mayConnect(address, target))) throw new Stopped("lookup", "private")
  return addresses
}

/** Whether a request to this target may go to this address; also asked of the socket once it stands. */
export function mayConnect(address: string, { isInside }: Pick<Target, "isInside">): boolean {
  return isPublic(address) || (isInside && isPrivate(address))
}

/** IPv6 is handed out from here alone; ipaddr.js also calls the rest unicast. */
const GLOBAL_UNICAST = ipaddr.parseCIDR("2000::/3")

/** Public by its number, and yet what answers there is Azure's own service, inside each of its machines. */
const INSIDE_A_CLOUD = ["168.63.129.16"]

/**
 * Whether an address is one of the public internet. No are: private, loopback, link-local, carrier's, multicast, reserved
 * and documentation ranges, IPv6 that wraps an IPv4 address (mapped, 6to4, Teredo, NAT64), and what is no address.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address) || address.includes("%") || INSIDE_A_CLOUD.includes(address)) return false
  const parsed = ipaddr.parse(address)
  return parsed.range() === "unicast" && (parsed.kind() === "ipv4" || parsed.match(GLOBAL_UNICAST))
}

/** Where a desk's own machines stand. Link-local is not among them: that is where clouds keep their secrets. */
const PRIVATE = new Set(["private", "loopback", "carrierGradeNat", "uniqueLocal"])

function isPrivate(address: string): boolean {
  return ipaddr.isValid(address) && PRIVATE.has(ipaddr.parse(address).range())
}

/** A listed host without a port means the usual ports; with one, exactly that. */
function isListed(url: URL, { inside, ports }: Boundary): boolean {
  const host = url.hostname.replace(/\.$/, "")
  const port = portOf(url)
  return inside.includes(`${host}:${port}`) || (inside.includes(host) && ports.includes(port))
}

function portOf({ port, protocol }: URL): number {
  return Number(port || (protocol === "https:" ? 443 : 80))
}

/** As a name or a number, without an IPv6 address's brackets. */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "")
}

/** As `URL.parse`, which Node 20 lacks. */
export function parsedUrl(address: string, base?: URL): URL | null {
  return URL.canParse(address, base?.href) ? new URL(address, base) : null
}
