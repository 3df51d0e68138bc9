"use client"
/** Makes a webhook. Its secret is shown once, to be copied: nobody can read it again. */
import { useTranslations } from "next-intl"
import { useState, type FormEvent } from "react"
import { Boxes } from "@/components/settings/boxes"
import { ShownOnce } from "@/components/settings/shown-once"
import { useAnnounce } from "@/components/ui/announcer"
import { Button } from "@/components/ui/button"
import { Refused } from "@/components/ui/refused"
import { takeFocus } from "@/components/ui/take-focus"
import { TextField } from "@/components/ui/text-field"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act } from "@/lib/domain/answer"
import type { HistoryKind } from "@/lib/domain/history"
import type { MakeWebhook as Asked } from "@/lib/domain/webhook"

export interface MakeWebhookProps {
  makeWebhook: Act<Asked, { id: string; secret: string }>
}

const KINDS = Object.keys({
  ...{ text: true, claims: true, sources: true, verdicts: true, words: true, desk: true },
} satisfies Record<HistoryKind, true>) as HistoryKind[]

const BEGINS: Asked = { url: "", kinds: [] }

interface State {
  busy?: true
  error?: string
  fields?: Record<string, string>
}

interface MadeWebhook {
  host: string
  secret: string
}

export function MakeWebhook({ makeWebhook }: MakeWebhookProps) {
  const [made, setMade] = useState<MadeWebhook | "kept" | null>(null)
  if (made && made !== "kept") return <Made {...made} onDone={() => setMade("kept")} />
  return <Form makeWebhook={makeWebhook} focus={made === "kept" ? "taken" : "left"} onMade={setMade} />
}

interface FormProps extends MakeWebhookProps {
  focus: "taken" | "left"
  onMade: (made: MadeWebhook) => void
}

function Form({ makeWebhook, focus, onMade }: FormProps) {
  const t = useTranslations("webhooks")
  const announce = useAnnounce()
  const acts = useScreenActs({ makeWebhook })
  const [asked, setAsked] = useState(BEGINS)
  const [{ busy = false, error, fields = {} }, setState] = useState<State>({})
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setState({ busy: true })
    const url = asked.url.trim()
    const answer = await acts.makeWebhook({ ...asked, url })
    if (!answer.ok) return setState({ error: answer.refusal.message, fields: answer.refusal.fields })
    onMade({ host: new URL(url).host, secret: answer.value.secret })
    announce(t("ready"))
  }
  return (
    <form
      ref={focus === "taken" ? takeFocus : null}
      tabIndex={-1}
      noValidate
      aria-label={t("make")}
      onSubmit={(event) => void send(event)}
      className="flex flex-col gap-3 outline-none"
    >
      <h2 className="heading-group">{t("make")}</h2>
      <TextField
        type="url"
        inputMode="url"
        label={t("address")}
        hint={t("addressHint")}
        maxLength={500}
        autoComplete="off"
        value={asked.url}
        onChange={({ target }) => setAsked({ ...asked, url: target.value })}
        {...(fields.url && { error: fields.url })}
      />
      <Kinds chosen={asked.kinds} onChoose={(kinds) => setAsked({ ...asked, kinds })} />
      {!fields.url && <Refused>{error}</Refused>}
      <Button type="submit" look="primary" busy={busy} className="self-start">
        {t("make")}
      </Button>
    </form>
  )
}

function Kinds({ chosen, onChoose }: { chosen: HistoryKind[]; onChoose: (kinds: HistoryKind[]) => void }) {
  const t = useTranslations("webhooks")
  return (
    <div className="flex flex-col gap-1.5">
      <p className="text-xs font-semibold text-ink-2">{t("kinds")}</p>
      <Boxes label={t("kinds")} all={KINDS} chosen={chosen} nameOf={(kind) => t(`kind.${kind}`)} onChoose={onChoose} />
      <p className="text-xs text-ink-3">{t("kindsHint")}</p>
    </div>
  )
}

function Made({ host, secret, onDone }: MadeWebhook & { onDone: () => void }) {
  const t = useTranslations("webhooks")
  const words = { copy: t("copy"), copied: t("copied"), once: t("once"), kept: t("kept") }
  return <ShownOnce title={t("new", { host })} secret={secret} words={words} onKept={onDone} />
}
