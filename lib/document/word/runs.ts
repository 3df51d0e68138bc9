/** Runs, the smallest pieces of text in Word: what they say. */
import { textIn, type XmlElement } from "./xml"

const SIGNS: Record<string, string> = {
  "w:tab": " ",
  "w:ptab": " ",
  "w:br": "\n",
  "w:cr": "\n",
  "w:noBreakHyphen": "\u2011",
  "w:sym": "\uFFFC",
  "w:drawing": "\uFFFC",
  "w:pict": "\uFFFC",
  "w:footnoteReference": "\uFFFC",
  "w:endnoteReference": "\uFFFC",
}

/** The words of a run, deleted ones too; things as U+FFFC. Text boxes that hang on it are not part of it. */
export function wordsOfRun({ children }: XmlElement): string {
  return children
    .map((child) => {
      if (typeof child === "string") return ""
      return child.name === "w:t" || child.name === "w:delText" ? textIn(child) : (SIGNS[child.name] ?? "")
    })
    .join("")
}
