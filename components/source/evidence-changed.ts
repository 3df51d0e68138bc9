/** Tells the other tabs of this browser that a piece of evidence is not what it was: by its id alone. Only in a browser. */

const CHANNEL = "stet:evidence"

export function tellChanged(evidenceId: string): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage(evidenceId)
  channel.close()
}

/** Calls back when a piece of evidence was changed in another tab. Answers how to stop. */
export function onChanged(evidenceId: string, changed: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = ({ data }) => {
    if (data === evidenceId) changed()
  }
  return () => channel.close()
}
