/**
 * Watches for the first of several elements to come into sight. With it all count as seen: what they wait for has come,
 * and who prints the page has the others too.
 */
export interface FirstSight {
  isSeen: () => boolean
  /** `tell` is called when the first is seen. */
  subscribe: (tell: () => void) => () => void
  /** Goes as `ref` on an element to watch. */
  watch: (element: HTMLDivElement) => () => void
}

/** `Observer` is the browser's; where there is none, whatever is watched is seen. */
export function firstSight(Observer: typeof IntersectionObserver | undefined): FirstSight {
  const told = new Set<() => void>()
  let seen = false
  const see = () => {
    seen = true
    observer?.disconnect()
    for (const tell of told) tell()
  }
  const observer =
    Observer &&
    new Observer((entries) => {
      if (entries.some((one) => one.isIntersecting)) see()
    })
  return {
    isSeen: () => seen,
    subscribe: (tell) => {
      told.add(tell)
      return () => void told.delete(tell)
    },
    watch: (element) => {
      if (!observer) see()
      else if (!seen) observer.observe(element)
      return () => observer?.unobserve(element)
    },
  }
}
