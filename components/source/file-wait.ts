/** A form with a file in it: whether one is coming, and what was asked for meanwhile. Pure. */

/** Of the file: it is on its way; it is attached; or it was stopped, refused or left. */
export type FileMove = "coming" | "there" | "ended"

/** `due` is to be done now, with what was asked; `missed` was asked for, but the file did not come. */
export type FileWait<Asked> = { at: "still" | "coming" | "missed" } | { at: "awaited" | "due"; asked: Asked }

/** Nothing that is asked while a file is on its way is done without it. */
export function afterMove<Asked>(wait: FileWait<Asked>, move: FileMove): FileWait<Asked> {
  const awaited = wait.at === "awaited" ? wait : null
  if (move === "coming") return awaited ?? { at: "coming" }
  if (move === "ended") return { at: awaited ? "missed" : "still" }
  return awaited ? { at: "due", asked: awaited.asked } : { at: "still" }
}

export function afterAsked<Asked>(wait: FileWait<Asked>, asked: Asked): FileWait<Asked> {
  return { at: wait.at === "coming" || wait.at === "awaited" ? "awaited" : "due", asked }
}
