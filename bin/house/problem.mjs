// @ts-check
/**
 * Something the person at the terminal can mend: shown as its words alone, without a stack. Anything else that is
 * thrown is a bug and is shown whole.
 */
export class Problem extends Error {}

/**
 * Shows what ended a command and gives the exit code that goes with it.
 * @param {unknown} error
 */
export function report(error) {
  console.error(error instanceof Problem ? `\n${error.message}\n` : error)
  return 1
}
