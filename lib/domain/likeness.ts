/**
 * Whether one text is much the same as another: for asking whether a file is a new text of an article that is there. A
 * wrong question costs a key, a missed one makes a second article of the first: so it asks sooner rather than later.
 */

/** Runs of so many words are compared: three also occur in texts that have nothing in common but their subject. */
const RUN = 4

/** A text of fewer runs says too little: two notices of a line each share half of it by chance. */
const LEAST_RUNS = 20

/**
 * From this share of the shorter text's runs on it is asked. An edited version keeps more than two thirds of them, a
 * rewrite by another desk from the same wire copy about a third, two reports of one event under a tenth.
 */
const MUCH_THE_SAME = 0.4

/** The share of the shorter text's runs of words that the longer one has as well, from 0 to 1; 0 where there are too few. */
export function sharedRuns(one: string, other: string): number {
  const [short, long] = [runsIn(one), runsIn(other)].sort((a, b) => a.size - b.size)
  if (!short || !long || short.size < LEAST_RUNS) return 0
  let shared = 0
  for (const run of short) if (long.has(run)) shared += 1
  return shared / short.size
}

export function isMuchTheSame(one: string, other: string): boolean {
  return sharedRuns(one, other) >= MUCH_THE_SAME
}

/** Whether two titles are the same but for case, punctuation and spaces. */
export function isSameTitle(one: string, other: string): boolean {
  const words = wordsIn(one).join(" ")
  return words !== "" && words === wordsIn(other).join(" ")
}

function runsIn(text: string): Set<string> {
  const words = wordsIn(text)
  const runs = new Set<string>()
  for (let at = 0; at + RUN <= words.length; at += 1) runs.add(words.slice(at, at + RUN).join(" "))
  return runs
}

/** Letters and digits alone, in small letters: how a text is set is not what it says. */
function wordsIn(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
}
