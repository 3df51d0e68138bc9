/** Puts the errors of undici and of the network into the steps that an editor can be told. */
import { Stopped } from "./fetched"

/** The step at which `error` stopped a request; a bug, which is none of them, is thrown on. */
export function stoppedBy(error: unknown, seconds: number): Stopped {
  if (error instanceof Stopped) return error
  const code = codeOf(error)
  if (code === "UND_ERR_HEADERS_OVERFLOW") return new Stopped("size", "headers", { megabytes: 0 })
  if (isTimeout(code)) return new Stopped("time", "slow", { seconds })
  if (isTls(code)) return new Stopped("connection", "certificate")
  if (code.startsWith("HPE_")) return new Stopped("connection", "garbled")
  const reason = NETWORK[code] ?? (code.startsWith("UND_ERR_") ? "broken" : null)
  if (reason === null) throw error
  return new Stopped("connection", reason)
}

const NETWORK: Record<string, string> = {
  ECONNREFUSED: "refused",
  EHOSTUNREACH: "unreachable",
  ENETUNREACH: "unreachable",
  EADDRNOTAVAIL: "unreachable",
  EACCES: "unreachable",
  EPERM: "unreachable",
  ECONNRESET: "broken",
  ECONNABORTED: "broken",
  EPIPE: "broken",
}

/** Several addresses that failed, one error each: the first one's word. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ""
  if (error.name === "TimeoutError") return error.name
  const { code } = error as NodeJS.ErrnoException
  if (typeof code === "string") return code
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return codeOf(error.cause)
}

function isTimeout(code: string): boolean {
  return ["TimeoutError", "ETIMEDOUT"].includes(code) || /^UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT$/.test(code)
}

function isTls(code: string): boolean {
  return /^(ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|EPROTO$|HOSTNAME_MISMATCH|INVALID_CA)|SELF_SIGNED/.test(code)
}
