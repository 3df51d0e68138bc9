/** The examples of a call as they are typed in a shell, made of its part of the OpenAPI document. */
import type { Call, Placed } from "./call"

export interface Command {
  /** What it shows; nothing where a call has one example. */
  summary: string
  command: string
}

/** Each example with its body, and one with a file where a form is taken; without either, the call as it is. */
export function commandsOf(placed: Placed): Command[] {
  const { content = {} } = placed.call.requestBody ?? {}
  const bodies = Object.values(content["application/json"]?.examples ?? {}).map(({ summary, value }) => ({
    summary,
    sent: `--json '${JSON.stringify(value, null, 2).replaceAll("'", "'\\''")}'`,
  }))
  const files = content["multipart/form-data"] ? [{ summary: "a file", sent: "--form file=@article.md" }] : []
  const all = [...bodies, ...files]
  if (all.length === 0) return [{ summary: "", command: typed(placed, null) }]
  return all.map(({ summary, sent }) => ({ summary, command: typed(placed, sent) }))
}

function typed({ method, path, call }: Placed, sent: string | null): string {
  // A body is a POST for curl, and nothing a GET.
  const named = method === (sent ? "POST" : "GET") ? [] : [`--request ${method}`]
  const token = call["x-stet-scope"] ? [`--header "Authorization: Bearer $TOKEN"`] : []
  const isMatched = call.parameters.some(({ name, required }) => name === "If-Match" && required)
  const match = isMatched ? [`--header 'If-Match: "4"'`] : []
  const parts = [...named, ...token, ...match, ...(sent ? [sent] : []), `"$API${addressOf(path, call)}"`]
  return `curl ${parts.join(" \\\n  ")}`
}

/** With the ids and the query of the examples. */
function addressOf(path: string, { parameters }: Call): string {
  const at = path.replace(/\{(\w+)\}/g, (_, id: string) => parameters.find(({ name }) => name === id)?.example ?? id)
  const query = parameters.flatMap((one) => (one.in === "query" && one.example ? [`${one.name}=${one.example}`] : []))
  return query.length > 0 ? `${at}?${query.join("&")}` : at
}
