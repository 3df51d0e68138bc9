/** How words are put on one line. Without zod, for the browser asks too. */

/**
 * Words as a fix has them, and so as a passage is put before whoever rewords it: one line, without the marks of pictures
 * and footnote references, which stay where they are. Spaces that hold words together stay too.
 */
export function oneLine(words: string): string {
  const clean = words.normalize("NFC").replace(/\uFFFC|(?![\t\n\v\f\r\u0085])\p{Cc}/gu, "")
  return clean.replace(/[ \t\n\v\f\r\u0085\u2028\u2029]+/gu, " ").trim()
}
