"use client"
/** Finds articles, claims and sources by their words, and every act that is possible here by its name. */
import { Command } from "cmdk"
import { useParams, useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { Dialog } from "radix-ui"
import { useState } from "react"
import { useActsHere, useKeyring } from "@/components/keys/keyring"
import { keyTable, type ActId } from "@/components/keys/key-table"
import { keyOf } from "@/components/keys/pressed"
import { Button } from "@/components/ui/button"
import type { Closing } from "@/components/ui/late"
import { useReturn } from "@/components/ui/use-return"
import type { Act } from "@/lib/domain/answer"
import type { Found, SearchDesk } from "@/lib/domain/search"
import { ActGroup, AllResults, FoundGroups } from "./groups"
import { actsNamed, stillFound } from "./matches"
import { useSearch } from "./use-search"

export interface Sought {
  search: Act<SearchDesk, Found>
  /** The address of the workspace. */
  home: string
}

export default function PaletteBox({ search, home, onClose }: Sought & Closing) {
  const t = useTranslations("palette")
  const { articleId } = useParams<{ articleId?: string }>()
  const [typed, setTyped] = useState("")
  const query = typed.trim()
  const answer = useSearch(search, { query, articleId })
  // What is quoted and written is found by its forms too: the desk's answer stands, a look at the letters would not.
  const still = stillFound(answer.found, query)
  const found = answer.state === "found" ? { ...still, texts: answer.found.texts } : still
  const acts = actsNamed(useNamedActs(), query)
  const finds = found.articles.length + found.claims.length + found.sources.length + found.texts.length
  // Acts would be pushed down by what is on its way above them.
  const shown = query === "" && answer.state === "searching" ? [] : acts
  const { onCloseAutoFocus, go, run } = useChoosing(onClose)
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-overlay" />
        <Dialog.Content
          aria-describedby={undefined}
          onCloseAutoFocus={onCloseAutoFocus}
          className="fixed inset-x-3 top-[max(0.75rem,10dvh)] z-50 mx-auto flex max-h-[min(36rem,80dvh)] max-w-xl flex-col overflow-hidden rounded-xl border border-line bg-raised shadow-float outline-none"
        >
          <Dialog.Title className="sr-only">{t("title")}</Dialog.Title>
          <Command label={t("placeholder")} shouldFilter={false} vimBindings={false} loop className="contents">
            <Field typed={typed} onType={setTyped} onClose={onClose} />
            <Said answer={answer} count={finds + shown.length} />
            <Command.List
              label={t("results")}
              className="min-h-0 flex-1 scroll-py-2 overflow-y-auto overscroll-contain px-1.5 pb-1.5 empty:hidden"
            >
              {query === "" && <FoundGroups found={found} query={query} home={home} onGo={go} />}
              <ActGroup acts={shown} onRun={run} />
              {query !== "" && <FoundGroups found={found} query={query} home={home} onGo={go} />}
              {/* Alone in the list it would be chosen, and stay so when what was meant comes. */}
              {query !== "" && answer.state !== "searching" && <AllResults query={query} home={home} onGo={go} />}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** Every act that is possible here but this one, by its name. */
function useNamedActs() {
  const t = useTranslations("palette")
  const name = useTranslations("keys.act")
  const here = useActsHere()
  const words = (act: ActId) => (keyTable[act].group === "go" ? t("goTo", { place: name(act) }) : name(act))
  return here.filter((act) => act !== "palette.open").map((id) => ({ id, words: words(id) }))
}

/** What was chosen happens when the box is gone and the focus is back where it was. */
function useChoosing(onClose: () => void) {
  const router = useRouter()
  const { bindings } = useKeyring()
  const { onCloseAutoFocus, then } = useReturn()
  const close = (act: () => void) => {
    then(act)
    onClose()
  }
  return {
    onCloseAutoFocus,
    go: (address: string) => close(() => router.push(address)),
    run: (act: ActId) => close(() => bindings.run(act)),
  }
}

interface FieldProps {
  typed: string
  onType: (typed: string) => void
  onClose: () => void
}

function Field({ typed, onType, onClose }: FieldProps) {
  const t = useTranslations("palette")
  const { machine } = useKeyring()
  return (
    <Command.Input
      value={typed}
      onValueChange={onType}
      maxLength={200}
      placeholder={t("placeholder")}
      onKeyDown={(event) => {
        // In a field these two move the caret.
        if (event.key === "Home" || event.key === "End") event.stopPropagation()
        if (keyOf(event.nativeEvent, machine) !== keyTable["palette.open"].key) return
        event.preventDefault()
        onClose()
      }}
      className="h-12 shrink-0 border-b border-line bg-transparent px-4 text-base text-ink outline-none"
    />
  )
}

/** How it stands: looking, so many found, nothing, failed. */
function Said({ answer, count }: { answer: ReturnType<typeof useSearch>; count: number }) {
  const t = useTranslations("palette")
  const { state, failure, retry } = answer
  const isEmpty = state === "found" && count === 0
  return (
    <>
      <p role="status" className={count === 0 && state === "searching" ? "px-4 py-3 text-ui text-ink-3" : "sr-only"}>
        {state === "searching" ? count === 0 && t("loading") : t("count", { count })}
      </p>
      {isEmpty && (
        <div className="px-4 py-6 text-center text-ui text-pretty text-ink-2">
          <p className="font-semibold text-ink">{t("nothing")}</p>
          <p className="mt-1">{t("nothingHint")}</p>
        </div>
      )}
      {failure && (
        <div role="alert" className="flex items-center gap-3 border-b border-line bg-false-soft px-4 py-2 text-ui">
          <p className="min-w-0 flex-1 font-medium text-false">{failure}</p>
          <Button size="small" onClick={retry}>
            {t("again")}
          </Button>
        </div>
      )}
    </>
  )
}
