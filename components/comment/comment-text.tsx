/** The text of a comment as it was read from its Markdown: elements and text, never markup. */
import { Fragment, type ReactNode } from "react"
import type { Block, Inline } from "@/lib/domain/comment"

export function CommentText({ blocks }: { blocks: readonly Block[] }) {
  return <div className="flex flex-col gap-1.5 text-ui leading-relaxed wrap-anywhere">{blocks.map(drawn)}</div>
}

/** What is drawn never changes its order: the place is the key. */
function drawn(block: Block, at: number): ReactNode {
  switch (block.kind) {
    case "paragraph":
      return (
        <p key={at} className="whitespace-pre-wrap">
          {block.children.map(inline)}
        </p>
      )
    case "code":
      return (
        <pre key={at} className="overflow-x-auto rounded-md bg-panel px-2 py-1.5 text-xs">
          <code>{block.text}</code>
        </pre>
      )
    case "quote":
      return (
        <blockquote key={at} className="flex flex-col gap-1.5 border-l-[3px] border-line-strong pl-2.5 text-ink-2">
          {block.blocks.map(drawn)}
        </blockquote>
      )
    case "list": {
      const items = block.items.map((item, place) => <li key={place}>{item.map(drawn)}</li>)
      return block.start === null ? (
        <ul key={at} className="list-disc pl-5">
          {items}
        </ul>
      ) : (
        <ol key={at} start={block.start} className="list-decimal pl-5">
          {items}
        </ol>
      )
    }
  }
}

function inline(one: Inline, at: number): ReactNode {
  switch (one.kind) {
    case "text":
      return <Fragment key={at}>{one.text}</Fragment>
    case "code":
      return (
        <code key={at} className="rounded-sm bg-panel px-1 text-[0.9em]">
          {one.text}
        </code>
      )
    case "bold":
      return <strong key={at}>{one.children.map(inline)}</strong>
    case "italic":
      return <em key={at}>{one.children.map(inline)}</em>
    case "mention":
      return (
        <span key={at} className="rounded-sm bg-review-soft px-0.5 font-semibold text-review">
          @{one.name}
        </span>
      )
    case "link":
      return (
        <a
          key={at}
          href={one.href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="text-accent underline underline-offset-3"
        >
          {one.children.map(inline)}
        </a>
      )
  }
}
