/**
 * How pages speak to their readers about anything but the story, in the languages that newsrooms send us most. Each
 * pattern needs more than a word: an article may be about newsletters.
 */

/** What stands before a link to another article: "Read more:", "Related:", "[Lesen Sie auch:". */
const RELATED = new RegExp(
  `^[\\s[(>»►▶•*–-]*(?:${[
    "related(?: (?:stor(?:y|ies)|articles?|coverage|news|content|video|reading|links?))?|read (?:more|also|next)|also read|more(?: on this| from| stories| news)?",
    "see (?:more|also)|don['’]?t miss|must read|watch(?: also| now| more)?|listen|recommended|up next|further reading|story timeline",
    "lesen sie (?:auch|mehr|hier)|mehr (?:zum thema|dazu|lesen)|siehe auch|auch interessant|das könnte sie auch interessieren|weiterlesen",
    "(?:à )?lire (?:aussi|également)|voir aussi|lea (?:también|además)|ver también|le puede interesar|te puede interesar",
    "leia (?:também|mais)|veja (?:também|mais)|saiba mais|leggi anche|guarda anche|lees ook|läs (?:också|mer|även)|les også",
    "читайте (?:также|ещё|еще)|смотрите также|czytaj (?:także|również|też)|zobacz (?:także|też)|関連記事|相关(?:阅读|新闻)|관련기사",
  ].join("|")})\\b`,
  "iu",
)

export function announcesRelated(line: string): boolean {
  return RELATED.test(line)
}

const ASKS = new RegExp(
  `^[\\s[(*>»-]*(?:${[
    "sign up|signup|subscribe|follow|join|get (?:the|our|breaking|more|a|all|your|daily)|click|tap|download|like (?:us|our)|have (?:a|any) (?:tip|news|story|question)",
    "want (?:more|to)|need more|listen to|watch|start your|there['’]s (?:plenty )?more|support|donate|check out|reach|contact|email|e-mail|send|keep up|stay|make sure|don['’]t forget|if you",
    "abonnieren|folgen sie|jetzt|melden sie|newsletter|abonnez-vous|suivez|inscrivez|suscr[ií]bete|s[ií]guenos|siga|assine|inscreva-se|seguici|iscriviti",
    "подпи(?:шитесь|сывайтесь)|следите",
  ].join("|")})(?![\\p{L}-])`,
  "iu",
)

const WITH = new RegExp(
  [
    "\\b(?:newsletters?|inbox|twitter|facebook|instagram|youtube|tiktok|whatsapp|telegram|linkedin|pinterest|podcasts?|rss|forums?)\\b",
    "\\b(?:subscription|subscribe|subscribers?|membership|our app|the app|news app|mobile app|channel|email alerts?|e-mail alerts?|breaking news)\\b",
    "\\b(?:tips?|reached? at|feedback|comments? (?:section|below)|sign up|listen back|proposition|abo|abonn|whats ?app|kanal)\\b",
    "@\\w|подпис|канал",
  ].join("|"),
  "iu",
)

/** An invitation to subscribe, follow, write in, install: it asks, and names what for. */
export function invites(line: string): boolean {
  return ASKS.test(line) && WITH.test(line)
}

const DATED =
  /^[|\s(]*(?:(?:first |last |originally )?(?:published|updated|posted|modified|created|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|atualizado|pubblicato|aggiornato|опубликовано|обновлено)\b.{0,80}|(?:today|yesterday|heute|gestern),? (?:at )?\d{1,2}[:.]\d{2}.{0,20}|(?:.{0,24}[\s,])?\d{1,2}[./ ]+(?:de )?[\p{L}.]{3,12}[./ ]+(?:de )?\d{4}.{0,30}|.{0,16}\p{L}{3,9}\.? \d{1,2},? \d{4}.{0,40}|\d{4}[-./年]\d{1,2}[-./月]\d{1,2}.{0,20}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}.{0,20})$/iu

/** A line that says when the article came out, and nothing else. */
export function isDated(line: string): boolean {
  return line.length <= 120 && DATED.test(line)
}

/** "Reporting by Jane Doe; editing by Max Muster" */
export function isStaffCredit(line: string): boolean {
  return /^[\s(\[—–-]*(?:additional |compiled |written |edited |produced )*(?:reporting|writing|editing|edited|written|compiled|produced|reported|photographs?|text|redaktion|texte?) (?:by|von|par) .{3,300}$/iu.test(
    line,
  )
}

const NETWORK =
  /^(?:facebook|twitter|whatsapp|pinterest|pint|linkedin|reddit|telegram|instagram|tumblr|flipboard|pocket|xing|e-?mail|mail|print|share|tweet|pin|copy|link|drucken|teilen)$/iu

/** "Facebook Twitter WhatsApp Print" */
export function isShareRow(line: string): boolean {
  const words = line.split(/[\s|,·•]+/u).filter(Boolean)
  const networks = words.filter((word) => NETWORK.test(word)).length
  return words.length <= 12 && networks >= 2 && networks * 2 > words.length
}
