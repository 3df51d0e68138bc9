"use client"
/**
 * A scale of the desk's own as its next version shall be. What is typed and not saved survives a reload and a conflict;
 * what is wrong is said at its field, in a rating that opens by itself.
 */
import { useRouter } from "next/navigation"
import { useTranslations } from "next-intl"
import { useEffect, useRef, useState } from "react"
import { SaveRow } from "@/components/settings/save-row"
import { useAnnounce } from "@/components/ui/announcer"
import { TextField } from "@/components/ui/text-field"
import { useDraft } from "@/components/ui/use-draft"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act } from "@/lib/domain/answer"
import type { SaveScale } from "@/lib/domain/own-scale"
import type { Scale } from "@/lib/domain/scale"
import { RatingList } from "./rating-list"
import { asGiven, codeOf, wrongsByKey, type TypedScale } from "./typed-scale"

export interface ScaleEditorProps {
  /** The reader's membership: whose draft it is. */
  me: string
  /** What it is a draft of: a scale's code, or what a new one was begun from. */
  of: string
  /** As it is, or as a new one begins. */
  saved: TypedScale
  /** The address of the list of scales. */
  home: string
  saveScale: Act<SaveScale, Scale>
}

interface State {
  busy?: true
  error?: string
  wrongs?: Record<string, string>
}

export function ScaleEditor({ me, of, saved, home, saveScale }: ScaleEditorProps) {
  const t = useTranslations("settings.scales")
  const announce = useAnnounce()
  const { push } = useRouter()
  const acts = useScreenActs({ saveScale })
  const draft = useDraft<TypedScale>(`${me}:scale:${of}`, saved)
  const [state, setState] = useState<State>({})
  const scale = draft.value
  const isChanged = JSON.stringify(asGiven(scale)) !== JSON.stringify(asGiven(saved))
  const { wrongs = {} } = state
  const form = useFirstWrong(state.wrongs)

  const save = async () => {
    setState({ busy: true })
    // Where somebody saved meanwhile, what is typed is held against the version that is there now.
    const answer = await acts.saveScale({ ...asGiven(scale), seen: saved.seen })
    if (!answer.ok) {
      return setState({ error: answer.refusal.message, wrongs: wrongsByKey(scale, answer.refusal.fields) })
    }
    setState({})
    draft.drop()
    announce(t("saved", { version: answer.value.version }))
    if (saved.seen === 0) push(`${home}/of/${answer.value.code}`)
  }
  return (
    <form
      ref={form}
      aria-label={t("editor")}
      noValidate
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <NameFields scale={scale} wrongs={wrongs} onScale={draft.type} />
      <RatingList scale={scale} wrongs={wrongs} onScale={draft.type} />
      <SaveRow
        label={t("save", { version: saved.seen + 1 })}
        changed={isChanged ? "yes" : "no"}
        {...(state.busy && { busy: state.busy })}
        {...(state.error && { error: state.error })}
        onDiscard={() => {
          draft.drop()
          setState({})
        }}
      />
    </form>
  )
}

/** Once an answer says what is wrong, leads the focus to the first such field, whose rating has opened by then. */
function useFirstWrong(wrongs: State["wrongs"]) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (wrongs) form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus()
  }, [wrongs])
  return form
}

interface NameFieldsProps {
  scale: TypedScale
  wrongs: Record<string, string>
  onScale: (scale: TypedScale) => void
}

/** The name, and for a new scale its code, which goes with the name until somebody types one. */
function NameFields({ scale, wrongs, onScale }: NameFieldsProps) {
  const t = useTranslations("settings.scales")
  const follows = scale.code === codeOf(scale.name)
  return (
    <div className="grid gap-x-4 gap-y-4 sm:grid-cols-2">
      <TextField
        label={t("name")}
        hint={t("nameHint")}
        maxLength={60}
        value={scale.name}
        onChange={({ target: { value: name } }) =>
          onScale({ ...scale, name, ...(scale.seen === 0 && follows && { code: codeOf(name) }) })
        }
        {...(wrongs.name && { error: wrongs.name })}
      />
      {scale.seen === 0 && (
        <TextField
          label={t("code")}
          hint={t("codeHint")}
          maxLength={40}
          spellCheck={false}
          autoComplete="off"
          value={scale.code}
          onChange={({ target }) => onScale({ ...scale, code: target.value })}
          {...(wrongs.code && { error: wrongs.code })}
        />
      )}
    </div>
  )
}
