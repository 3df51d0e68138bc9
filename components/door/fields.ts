/** What the door's forms check before anything is sent; the server checks again and has the last word. */

/** The shortest password that is taken. */
export const PASSWORD_LENGTH = 12

/** How many characters a new password still lacks, counted as its writer sees them. */
export function missingFrom(password: string): number {
  return Math.max(0, PASSWORD_LENGTH - [...password].length)
}

/** Whether it could be an e-mail address; only a mail would tell. */
export function looksLikeEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text.trim())
}
