/** Sentences of the article, each a way to where it stands in the text; what is loose in them is underlined. */
import Link from "next/link"
import { getFormatter, getTranslations } from "next-intl/server"
import type { BoardSentence, Some } from "@/lib/domain/board"
import type { LooseItem } from "@/lib/domain/loose"
import "@/components/coverage/coverage.css"

export interface SentenceSectionProps {
  /** `spare`: untouched, but in an article that needs no look at every sentence. */
  what: "untouched" | "spare" | "loose"
  sentences: Some<BoardSentence>
  language: string
  galley: string
}

export async function SentenceSection({ what, sentences, language, galley }: SentenceSectionProps) {
  const [t, format] = await Promise.all([getTranslations("board"), getFormatter()])
  if (sentences.count === 0) return null
  const rest = sentences.count - sentences.first.length
  const after = sentences.first.at(-1)
  const id = `board-${what}`
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="flex items-center gap-2 text-sm font-semibold">
        <i aria-hidden className="h-4">
          <i className={`rule rule-${what === "loose" ? "nothing_to_check" : "untouched"}`} />
        </i>
        {t(`sentences.${what}.title`)}
        <span className="font-normal text-ink-3 tabular-nums">{format.number(sentences.count)}</span>
      </h2>
      <p className="mt-0.5 text-xs text-pretty text-ink-3">{t(`sentences.${what}.text`)}</p>
      <ul className="mt-2 border-t border-line">
        {sentences.first.map((sentence) => (
          <SentenceLine key={sentence.ordinal} sentence={sentence} language={language} galley={galley} />
        ))}
      </ul>
      {rest > 0 && after && (
        <p className="mt-2 text-xs">
          <Link href={addressOf(galley, after)} className="text-accent underline">
            {t("moreSentences", { count: rest })}
          </Link>
        </p>
      )}
    </section>
  )
}

/** Sentences are counted from 1 where people meet them. */
const addressOf = (galley: string, { ordinal }: BoardSentence) => `${galley}?sentence=${ordinal + 1}`

interface SentenceLineProps {
  sentence: BoardSentence
  language: string
  galley: string
}

async function SentenceLine({ sentence, language, galley }: SentenceLineProps) {
  const t = await getTranslations("board")
  return (
    <li
      data-row={`sentence-${sentence.ordinal}`}
      className="relative grid grid-cols-[1.75rem_minmax(0,1fr)_auto] items-baseline gap-x-2.5 border-b border-line py-2 hover:bg-panel has-[a:focus-visible]:bg-panel"
    >
      <span aria-hidden className="text-right text-xs text-ink-3 tabular-nums">
        {sentence.ordinal + 1}
      </span>
      <Link
        href={addressOf(galley, sentence)}
        prefetch={false}
        className="font-serif text-[0.9375rem] leading-[1.45] outline-offset-4 after:absolute after:inset-0"
      >
        <span lang={language} dir="auto" className="line-clamp-3 text-left wrap-anywhere hyphens-auto">
          {pieces(sentence).map(({ at, words, look }) =>
            look === "loose" ? (
              <span key={at} className="loose-item">
                {words}
              </span>
            ) : (
              words
            ),
          )}
        </span>
      </Link>
      {sentence.loose.length > 0 && (
        <span className="text-xs whitespace-nowrap text-ink-3">{t("looseIn", { count: sentence.loose.length })}</span>
      )}
    </li>
  )
}

interface Piece {
  at: number
  words: string
  look: "loose" | "plain"
}

/** A sentence cut where something loose begins and ends. */
function pieces({ words, loose }: BoardSentence): Piece[] {
  const cut = (start: number, end: number, look: Piece["look"]) =>
    start < end ? [{ at: start, words: words.slice(start, end), look }] : []
  const ends = (at: number) => loose[at - 1]?.end ?? 0
  const within = (item: LooseItem, at: number) => [
    ...cut(ends(at), item.start, "plain"),
    ...cut(item.start, item.end, "loose"),
  ]
  return [...loose.flatMap(within), ...cut(ends(loose.length), words.length, "plain")]
}
