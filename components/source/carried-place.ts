/** A copied passage carries its place along, from the text of a source to the form of the evidence. Only in a browser. */

/** Of a kind that no other program reads: what is pasted elsewhere is the words alone. */
const TYPE = "application/x-stet-place"

/** Puts words on the clipboard, and where they stand. */
export function carry(clipboard: DataTransfer, words: string, place: string | null): void {
  clipboard.setData("text/plain", words)
  if (place !== null) clipboard.setData(TYPE, place)
}

/** Words that carry their place; null where there are none. */
export function carriedIn(clipboard: DataTransfer): { words: string; place: string } | null {
  const place = clipboard.getData(TYPE)
  return place ? { words: clipboard.getData("text/plain"), place } : null
}
