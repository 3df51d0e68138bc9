/** What scales are made of: glyphs, and the ratings that Stet itself gives. Pure, without zod. */

/**
 * The glyphs that a rating can be told by: plain fonts have each of them, in one width, where another one would be an empty
 * box on many a machine.
 */
export const SHAPES = [
  ...["✓", "✔", "✕", "✗", "✂", "✎", "❝", "?", "!", "≈", "≠", "±"],
  ...["○", "◔", "◑", "◕", "●", "◇", "◆", "□", "■", "△", "▲", "▽", "▼"],
  ...["⇄", "⇢", "⤳", "↺", "◷", "☺", "☆", "★", "§", "∅"],
] as const
export type Shape = (typeof SHAPES)[number]

/**
 * The ratings that Stet gives by itself, or treats in a way of their own, on our own copy: a tick, an accepted fix, a passage
 * that goes. Each scale for our own copy has them under these codes, in whatever words; none for other people's claims has.
 */
export const PARTS = ["confirmed", "fixed", "cut"] as const
export const isPart = (code: string): boolean => PARTS.some((part) => part === code)

/** No picker is read that offers more. */
export const MOST_RATINGS = 24
