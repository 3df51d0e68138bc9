/** One act as the test of all acts does it: who does it, what it tells, who is refused. */
import type { EventAct } from "../../domain/event"
import type { Actor } from "../../domain/workspace"
import type { Desk, Name } from "./desk"

type Run = (actor: Actor) => Promise<unknown>

export interface ActCase {
  /** Brings a desk to where the act can be done, and answers how. */
  arrange: (desk: Desk) => Promise<Run> | Run
  /** Who does it. */
  by: Name
  /** What it tells, in order. */
  tells: EventAct[]
  /** Who is refused: the rest may do it as well, or it is a matter of more than the role. */
  refused?: { names: Name[]; key: string }
}
