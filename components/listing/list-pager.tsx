/** On to the next page of a list, and back to the first. */
import { LinkButton } from "@/components/ui/button"
import { addressOf, askedWith, type Asked } from "./address"

export interface ListPagerProps {
  path: string
  asked: Asked
  /** Where the next page begins, null on the last. */
  next: string | null
  words: { label: string; first: string; next: string }
}

export function ListPager({ path, asked, next, words }: ListPagerProps) {
  if (!asked.after && !next) return null
  return (
    <nav aria-label={words.label} className="mt-5 flex flex-wrap gap-2">
      {asked.after && <LinkButton href={addressOf(path, askedWith(asked, {}))}>{words.first}</LinkButton>}
      {next && (
        <LinkButton href={addressOf(path, askedWith(asked, { after: next }))} rel="next">
          {words.next}
        </LinkButton>
      )}
    </nav>
  )
}
