/**
 * Work that can wait, done in steps: one step between two frames, so that whoever types or scrolls meanwhile waits for
 * one step at most. All who have such work take turns.
 */

/** Does a part of the work: a few milliseconds of it. */
export type Step = () => "more" | "done"

/** Where even idle moments are rare, as while scrolling, a step is taken after so many milliseconds all the same. */
const PATIENCE = 200

let waiting: Step[] = []
let turn: "asked for" | "none" = "none"

/** Takes steps until one answers that it is done. Answers how to stop before that. */
export function inIdleSteps(step: Step): () => void {
  waiting.push(step)
  if (turn === "none") {
    // What is printed is whole.
    window.addEventListener("beforeprint", finish)
    askForTurn()
  }
  return () => {
    waiting = waiting.filter((one) => one !== step)
  }
}

function askForTurn(): void {
  turn = "asked for"
  requestAnimationFrame(() => {
    if ("requestIdleCallback" in window) requestIdleCallback(takeStep, { timeout: PATIENCE })
    else setTimeout(takeStep)
  })
}

function takeStep(): void {
  const step = waiting.shift()
  if (!step) {
    turn = "none"
    window.removeEventListener("beforeprint", finish)
    return
  }
  if (step() === "more") waiting.push(step)
  askForTurn()
}

function finish(): void {
  for (const step of waiting.splice(0)) while (step() === "more");
}
