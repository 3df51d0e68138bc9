/**
 * How pictures stand in the galley: as a link with their words, since none is fetched from elsewhere (an article under
 * check must not tell its subject that it is being read). Rewrites what the schema's specs draw; knows no document.
 */
import type { DOMOutputSpec } from "@tiptap/pm/model"

/** The same drawing with a link in place of every picture. */
export function withLinkedPictures(output: DOMOutputSpec): DOMOutputSpec {
  if (!Array.isArray(output)) return output
  const [tag, ...rest] = output as [string, ...unknown[]]
  if (tag === "img") return linkTo(rest[0] as Record<string, string>)
  return [
    tag,
    ...rest.map((part) => (Array.isArray(part) ? withLinkedPictures(part as unknown as DOMOutputSpec) : part)),
  ]
}

/** What has no address that leads anywhere from here is its words alone. */
function linkTo({ src, alt = "", title, "data-src": address = "" }: Record<string, string>): DOMOutputSpec {
  const shown = { class: "picture", title: title ?? src ?? address, contenteditable: "false" }
  if (src === undefined) return ["span", { ...shown, "data-src": address }, alt || address]
  return ["a", { ...shown, href: src, target: "_blank", rel: "noopener noreferrer" }, alt || src]
}
