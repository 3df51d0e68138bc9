/** Initials in a colour that stays the same for a person. The name is on hover and for screen readers. */
import { classes } from "./classes"

const grounds = ["#7a4988", "#22756e", "#a8501f", "#44609c", "#96405c", "#3d6f45", "#2b6a8f", "#5c4fa8"] as const

export interface AvatarProps {
  /** What the colour is drawn from. */
  id: string
  name: string
  size?: "medium" | "small"
  className?: string
}

export function Avatar({ id, name, size = "medium", className }: AvatarProps) {
  return (
    <span
      role="img"
      aria-label={name}
      title={name}
      style={{ background: groundOf(id) }}
      className={classes(
        "inline-grid shrink-0 place-items-center rounded-full border-paper font-semibold text-white",
        size === "medium" ? "size-[26px] border-2 text-[0.65625rem]" : "size-5 border text-[0.53125rem]",
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  )
}

/** Several people, their edges touching, every initial to be read; the last says how many more there are. */
export function Avatars({ people, limit = 4 }: { people: { id: string; name: string }[]; limit?: number }) {
  const shown = people.slice(0, limit)
  const rest = people.slice(limit)
  return (
    <span className="inline-flex items-center pl-1">
      {shown.map((person) => (
        <Avatar key={person.id} id={person.id} name={person.name} className="-ml-1" />
      ))}
      {rest.length > 0 && (
        <span title={rest.map((person) => person.name).join(", ")} className="ml-1 text-xs text-ink-3">
          +{rest.length}
        </span>
      )}
    </span>
  )
}

/** First letters of the first and last word: "Desk editor" is DE. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u)
  const first = letterOf(words[0])
  const last = words.length > 1 ? letterOf(words.at(-1)) : ""
  return (first + last).toUpperCase() || "?"
}

function letterOf(word: string | undefined): string {
  return word?.match(/[\p{L}\p{N}]/u)?.[0] ?? ""
}

/** The same person has the same colour everywhere. */
function groundOf(id: string): string {
  let sum = 0
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) >>> 0
  return grounds[sum % grounds.length] ?? grounds[0]
}
