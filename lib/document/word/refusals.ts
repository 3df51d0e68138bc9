/** The ways in which a Word file is turned away; each has its words in the catalogue, under `errors.import.word`. */
import { refuse, type Refusal } from "../../domain/refusal"

/** Cut off, altered on its way, or put together wrongly. */
export function broken(): Refusal {
  return refuse("invalid", "import.word.broken")
}

/** Made to unpack to far more than it seems to hold. */
export function bomb(): Refusal {
  return refuse("invalid", "import.word.bomb")
}

/** Made to reach outside of itself: names that climb out of the archive, document types, entities. */
export function unsafe(): Refusal {
  return refuse("invalid", "import.word.unsafe")
}

/** More structure, comments or changes than an article has. */
export function tangled(): Refusal {
  return refuse("invalid", "import.word.tangled")
}

/** A file of something else, for all that its name says. */
export function notWord(): Refusal {
  return refuse("invalid", "import.word.notWord")
}

/** Locked with a password. */
export function encrypted(): Refusal {
  return refuse("invalid", "import.word.encrypted")
}

/** Of a Word from before 2007, or in RTF. */
export function old(): Refusal {
  return refuse("invalid", "import.word.old")
}

/** With programs in it: Stet would run none, but it keeps the file, and whoever opens it from there might. */
export function macros(): Refusal {
  return refuse("invalid", "import.word.macros")
}
