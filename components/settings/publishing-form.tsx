"use client"
/** What readers are told of the desk, and whether there are public pages. What is typed and not saved survives a reload and a conflict. */
import { useTranslations } from "next-intl"
import { Checkbox } from "@/components/ui/checkbox"
import { Select } from "@/components/ui/select"
import { TextArea, TextField } from "@/components/ui/text-field"
import { useDraft } from "@/components/ui/use-draft"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act } from "@/lib/domain/answer"
import type { Publishing, SetPublishing } from "@/lib/domain/publication"
import { languages } from "@/lib/messages/language"
import { SaveRow } from "./save-row"
import { useSaving } from "./use-saving"

export interface PublishingFormProps {
  /** The reader's membership: whose draft it is. */
  me: string
  publishing: Publishing
  /** What the desk is called where it has no public name. */
  deskName: string
  /** Where the public pages are. */
  address: string
  setPublishing: Act<SetPublishing, Publishing>
}

export function PublishingForm({ me, publishing: seen, deskName, address, setPublishing }: PublishingFormProps) {
  const t = useTranslations("settings.publishing")
  const acts = useScreenActs({ setPublishing })
  const draft = useDraft<Publishing>(`${me}:publishing`, seen)
  const publishing = draft.value
  const put = (some: Partial<Publishing>) => draft.type({ ...publishing, ...some })
  const names = Object.keys(seen) as (keyof Publishing)[]
  const isChanged = names.some((name) => publishing[name] !== seen[name])
  const save = () => acts.setPublishing({ publishing, seen })
  const { onSubmit, discard, fields, told } = useSaving({ save, drop: draft.drop, saved: t("saved") })
  return (
    <form aria-label={t("title")} noValidate className="flex flex-col gap-5" onSubmit={onSubmit}>
      <Checkbox
        label={t("publishes")}
        hint={t("publishesHint", { address })}
        checked={publishing.publishes}
        onChange={({ target }) => put({ publishes: target.checked })}
      />
      <ImprintFields {...{ publishing, put, deskName }} wrongs={fields} />
      <SaveRow label={t("save")} changed={isChanged ? "yes" : "no"} {...told} onDiscard={discard} />
    </form>
  )
}

interface ImprintFieldsProps {
  publishing: Publishing
  put: (some: Partial<Publishing>) => void
  deskName: string
  wrongs: Record<string, string>
}

function ImprintFields({ publishing, put, deskName, wrongs }: ImprintFieldsProps) {
  const t = useTranslations("settings.publishing")
  const names = useTranslations("app.language")
  const errorAt = (field: keyof Publishing) => {
    const error = wrongs[`publishing.${field}`]
    return error ? { error } : {}
  }
  return (
    <>
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
        <TextField
          label={t("name")}
          hint={t("nameHint")}
          placeholder={deskName}
          value={publishing.name}
          onChange={({ target }) => put({ name: target.value })}
          {...errorAt("name")}
        />
        <TextField
          label={t("url")}
          type="url"
          inputMode="url"
          hint={t("urlHint")}
          value={publishing.url}
          onChange={({ target }) => put({ url: target.value })}
          {...errorAt("url")}
        />
      </div>
      <div className="max-w-56">
        <Select
          label={t("language")}
          options={languages.map((value) => ({ value, label: names(value) }))}
          value={publishing.language}
          onChoose={(language) => put({ language })}
        />
      </div>
      <TextArea
        label={t("method")}
        hint={t("methodHint")}
        rows={10}
        value={publishing.method}
        onChange={({ target }) => put({ method: target.value })}
        {...errorAt("method")}
      />
    </>
  )
}
