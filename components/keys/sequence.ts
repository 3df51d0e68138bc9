/** Keys of several strokes: what the next stroke means, given what was pressed before it. Knows no time. */
import { keyTable, type ActId } from "./key-table"

export type Step =
  | { kind: "act"; act: ActId }
  /** The stroke begins a key of several; the next one counts. */
  | { kind: "begun"; stroke: string }
  /** The stroke ends what was begun and does nothing else: in haste it would change what nobody meant. */
  | { kind: "ended" }
  | { kind: "none" }

/** What a stroke does, of the acts that are bound. */
export function nextStep(begun: string | null, stroke: string, bound: readonly ActId[]): Step {
  const pressed = begun === null ? stroke : `${begun} ${stroke}`
  const act = bound.find((one) => keyTable[one].key === pressed)
  if (act) return { kind: "act", act }
  if (begun !== null) return stroke.startsWith("Mod+") ? nextStep(null, stroke, bound) : { kind: "ended" }
  return startingWith(stroke, bound).length > 0 ? { kind: "begun", stroke } : { kind: "none" }
}

/** The acts whose keys go on after a stroke. */
export function startingWith(stroke: string, bound: readonly ActId[]): ActId[] {
  return bound.filter((act) => keyTable[act].key?.startsWith(`${stroke} `))
}
