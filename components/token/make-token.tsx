"use client"
/** Makes a token. It is shown once, to be copied: nobody can read it again, and Stet keeps a digest alone. */
import { useTranslations } from "next-intl"
import { useState, type FormEvent } from "react"
import { Boxes } from "@/components/settings/boxes"
import { ShownOnce } from "@/components/settings/shown-once"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { Refused } from "@/components/ui/refused"
import { Select } from "@/components/ui/select"
import { takeFocus } from "@/components/ui/take-focus"
import { TextField } from "@/components/ui/text-field"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act } from "@/lib/domain/answer"
import type { MakeToken as Asked, TokenDays } from "@/lib/domain/token"
import type { Scope } from "@/lib/domain/workspace"

export interface MakeTokenProps {
  /** What its maker's role can make use of. */
  scopes: Scope[]
  makeToken: Act<Asked, { id: string; token: string }>
}

const DAYS: { value: string; days: TokenDays }[] = [
  { value: "30", days: 30 },
  { value: "90", days: 90 },
  { value: "365", days: 365 },
  { value: "none", days: null },
]

/** A quarter: long enough for a script to be of use, short enough for one that is forgotten. */
const BEGINS: Asked = { name: "", scopes: ["read"], days: 90 }

interface State {
  busy?: true
  error?: string
  fields?: Record<string, string>
}

export function MakeToken({ scopes, makeToken }: MakeTokenProps) {
  const t = useTranslations("tokens")
  const announce = useAnnounce()
  const acts = useScreenActs({ makeToken })
  const [asked, setAsked] = useState(BEGINS)
  const [state, setState] = useState<State>({})
  const [wasMade, setWasMade] = useState(false)
  const [made, setMade] = useState<{ name: string; token: string } | null>(null)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setState({ busy: true })
    const answer = await acts.makeToken(asked)
    if (!answer.ok) return setState({ error: answer.refusal.message, fields: answer.refusal.fields })
    setState({})
    setMade({ name: asked.name, token: answer.value.token })
    setAsked(BEGINS)
    announce(t("ready"))
  }
  const done = () => {
    setMade(null)
    setWasMade(true)
  }
  if (made) return <Made {...made} onDone={done} />
  return (
    <form
      ref={wasMade ? takeFocus : null}
      tabIndex={-1}
      noValidate
      aria-label={t("make")}
      onSubmit={(event) => void send(event)}
      className="flex flex-col gap-3 outline-none"
    >
      <Fields {...{ asked, scopes }} wrongs={state.fields ?? {}} onAsk={setAsked} />
      {state.error && Object.keys(state.fields ?? {}).length === 0 && (
        <p role="alert" className="text-xs font-medium text-false">
          {state.error}
        </p>
      )}
      <Button type="submit" look="primary" busy={state.busy ?? false} className="self-start">
        {t("make")}
      </Button>
    </form>
  )
}

interface FieldsProps {
  asked: Asked
  scopes: Scope[]
  wrongs: Record<string, string>
  onAsk: (asked: Asked) => void
}

function Fields({ asked, scopes, wrongs, onAsk }: FieldsProps) {
  const t = useTranslations("tokens")
  return (
    <>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <TextField
          label={t("name")}
          hint={t("nameHint")}
          maxLength={80}
          autoComplete="off"
          value={asked.name}
          onChange={({ target }) => onAsk({ ...asked, name: target.value })}
          {...(wrongs.name && { error: wrongs.name })}
        />
        <Select
          label={t("days")}
          options={DAYS.map(({ value }) => ({ value, label: t(`daysOf.${value}`) }))}
          value={DAYS.find(({ days }) => days === asked.days)?.value ?? "90"}
          onChoose={(value) => onAsk({ ...asked, days: DAYS.find((one) => one.value === value)?.days ?? null })}
        />
      </div>
      <div className="flex flex-col gap-1.5">
        <p className="text-xs font-semibold text-ink-2">{t("scopes")}</p>
        <Boxes
          label={t("scopes")}
          all={scopes}
          chosen={asked.scopes}
          nameOf={(scope) => t(`scope.${scope}`)}
          onChoose={(chosen) => onAsk({ ...asked, scopes: chosen })}
        />
        <Refused>{wrongs.scopes}</Refused>
      </div>
    </>
  )
}

function Made({ name, token, onDone }: { name: string; token: string; onDone: () => void }) {
  const t = useTranslations("tokens")
  const words = { copy: t("copy"), copied: t("copied"), once: t("once"), kept: t("kept") }
  return <ShownOnce title={t("new", { name })} secret={token} words={words} onKept={onDone} />
}
