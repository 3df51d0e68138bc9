/** Words of others in quotation marks; those that bring marks of their own get no second ones. */
const QUOTED = /^["\u201C\u201E\u00AB\u00BB\u2018\u201A]/

export function Quoted({ children }: { children: string }) {
  const Element = QUOTED.test(children) ? "span" : "q"
  return (
    <Element dir="auto" className="proof-quote">
      {children}
    </Element>
  )
}
