"use client"
/** How a person is told of each topic: in Stet, and by mail. What is chosen and not saved survives a reload. */
import { useFormatter, useTranslations } from "next-intl"
import { useId } from "react"
import { SaveRow } from "@/components/settings/save-row"
import { useSaving } from "@/components/settings/use-saving"
import { Checkbox } from "@/components/ui/checkbox"
import { Select } from "@/components/ui/select"
import { useDraft } from "@/components/ui/use-draft"
import { useScreenActs } from "@/components/ui/use-screen-acts"
import type { Act } from "@/lib/domain/answer"
import { TOPICS, type Topic } from "@/lib/domain/notice"
import type { MailChoice, NotificationSettings, TopicChoice } from "@/lib/domain/notification"

export interface NotificationFormProps {
  /** The reader's membership: whose draft it is. */
  me: string
  settings: NotificationSettings
  /** The clock that the day's mail goes by (IANA). */
  zone: string
  setSettings: Act<NotificationSettings, NotificationSettings>
}

export function NotificationForm({ me, settings: seen, zone, setSettings }: NotificationFormProps) {
  const t = useTranslations("account.told")
  const acts = useScreenActs({ setSettings })
  const draft = useDraft<NotificationSettings>(`${me}:notifications`, seen)
  const { topics, digestHour } = draft.value
  const put = (some: Partial<NotificationSettings>) => draft.type({ ...draft.value, ...some })
  const save = () => acts.setSettings({ topics, digestHour })
  const { onSubmit, discard, told } = useSaving({ save, drop: draft.drop, saved: t("saved") })
  return (
    <form aria-label={t("title")} className="flex flex-col gap-4" onSubmit={onSubmit}>
      <ul className="border-t border-line">
        {TOPICS.map((topic) => (
          <TopicRow
            key={topic}
            topic={topic}
            choice={topics[topic]}
            onChoice={(choice) => put({ topics: { ...topics, [topic]: choice } })}
          />
        ))}
      </ul>
      <DigestHour hour={digestHour} zone={zone} onHour={(hour) => put({ digestHour: hour })} />
      <SaveRow label={t("save")} changed={areSame(draft.value, seen) ? "no" : "yes"} {...told} onDiscard={discard} />
    </form>
  )
}

// Written out by type, so that the list can't miss what the domain knows and needs none of its parsers here.
const mails: Record<MailChoice, true> = { none: true, instant: true, digest: true }
const MAILS = Object.keys(mails) as MailChoice[]

interface TopicRowProps {
  topic: Topic
  choice: TopicChoice
  onChoice: (choice: TopicChoice) => void
}

function TopicRow({ topic, choice, onChoice }: TopicRowProps) {
  const t = useTranslations("account.told")
  const id = useId()
  return (
    <li>
      <div
        role="group"
        aria-labelledby={id}
        aria-describedby={`${id}-about`}
        className="grid gap-x-6 gap-y-2.5 border-b border-line py-3.5 sm:grid-cols-[minmax(0,1fr)_6rem_10rem] sm:items-center"
      >
        <div>
          <h2 id={id} className="text-ui font-semibold">
            {t(`topic.${topic}.title`)}
          </h2>
          <p id={`${id}-about`} className="text-xs text-pretty text-ink-2">
            {t(`topic.${topic}.about`)}
          </p>
        </div>
        <Checkbox
          label={t("app")}
          checked={choice.app}
          onChange={({ target }) => onChoice({ ...choice, app: target.checked })}
        />
        <Select
          label={t("mail")}
          options={MAILS.map((value) => ({ value, label: t(`mails.${value}`) }))}
          value={choice.mail}
          onChoose={(mail) => onChoice({ ...choice, mail })}
        />
      </div>
    </li>
  )
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

function DigestHour({ hour, zone, onHour }: { hour: number; zone: string; onHour: (hour: number) => void }) {
  const t = useTranslations("account.told")
  const format = useFormatter()
  const named = (one: number) =>
    format.dateTime(new Date(Date.UTC(2024, 0, 1, one)), { timeZone: "UTC", timeStyle: "short" })
  return (
    <div className="max-w-80">
      <Select
        label={t("hour")}
        hint={t("hourHint", { zone })}
        options={HOURS.map((one) => ({ value: String(one), label: named(one) }))}
        value={String(hour)}
        onChoose={(chosen) => onHour(Number(chosen))}
      />
    </div>
  )
}

function areSame(one: NotificationSettings, other: NotificationSettings): boolean {
  const same = ({ app, mail }: TopicChoice, than: TopicChoice) => app === than.app && mail === than.mail
  return one.digestHour === other.digestHour && TOPICS.every((topic) => same(one.topics[topic], other.topics[topic]))
}
