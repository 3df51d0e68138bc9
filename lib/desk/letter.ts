/** How a mail is written: paragraphs of plain text. */
export const letter = (...paragraphs: string[]): string => `${paragraphs.join("\n\n")}\n`
