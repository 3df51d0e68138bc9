/** The parts of a Word file that are the same in all of them, or hold what others refer to (ECMA-376, transitional). */
import { element, markup, Markup, type Part } from "../report/html"

const OFFICE = "http://schemas.openxmlformats.org"
const RELATIONS = `${OFFICE}/officeDocument/2006/relationships`
const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

const NAMESPACES = {
  "xmlns:w": `${OFFICE}/wordprocessingml/2006/main`,
  "xmlns:r": RELATIONS,
  "xmlns:w14": "http://schemas.microsoft.com/office/word/2010/wordml",
  "xmlns:w15": "http://schemas.microsoft.com/office/word/2012/wordml",
  "xmlns:mc": `${OFFICE}/markup-compatibility/2006`,
  "mc:Ignorable": "w14 w15",
}

/** A part as the text of its file. */
export function partOf(root: string, ...content: Part[]): string {
  return `${XML}${element(root, NAMESPACES, ...content).text}`
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** The addresses that a part leads to, each with an id of its own. */
export class Links {
  #ids = new Map<string, string>()

  idOf(address: string): string {
    const id = this.#ids.get(address) ?? `link${this.#ids.size + 1}`
    this.#ids.set(address, id)
    return id
  }

  /** The part's relations: its links, and the other parts that it is made of. */
  file(parts: Record<string, string> = {}): string {
    const others = Object.entries(parts).map(([type, target], at) =>
      element("Relationship", { Id: `part${at + 1}`, Type: typeOf(type), Target: target }),
    )
    const links = [...this.#ids].map(([address, id]) =>
      element("Relationship", { Id: id, Type: `${RELATIONS}/hyperlink`, Target: address, TargetMode: "External" }),
    )
    return relations([...others, ...links])
  }
}

const typeOf = (type: string) =>
  type === "commentsExtended"
    ? "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
    : `${RELATIONS}/${type}`

const relations = (all: Part[]) =>
  `${XML}${element("Relationships", { xmlns: `${OFFICE}/package/2006/relationships` }, ...all).text}`

/** Where a reader begins. */
export const START = relations([
  element("Relationship", { Id: "document", Type: `${RELATIONS}/officeDocument`, Target: "word/document.xml" }),
  element("Relationship", {
    Id: "core",
    Type: `${OFFICE}/package/2006/relationships/metadata/core-properties`,
    Target: "docProps/core.xml",
  }),
])

const OVERRIDES: Record<string, string> = {
  "/word/document.xml": `${WORD_TYPE}.document.main+xml`,
  "/word/styles.xml": `${WORD_TYPE}.styles+xml`,
  "/word/numbering.xml": `${WORD_TYPE}.numbering+xml`,
  "/word/footnotes.xml": `${WORD_TYPE}.footnotes+xml`,
  "/word/comments.xml": `${WORD_TYPE}.comments+xml`,
  "/word/commentsExtended.xml": `${WORD_TYPE}.commentsExtended+xml`,
  "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}

/** What kind of file each part is. */
export const CONTENT_TYPES = `${XML}${
  element(
    "Types",
    { xmlns: `${OFFICE}/package/2006/content-types` },
    element("Default", { Extension: "rels", ContentType: "application/vnd.openxmlformats-package.relationships+xml" }),
    element("Default", { Extension: "xml", ContentType: "application/xml" }),
    ...Object.entries(OVERRIDES).map(([PartName, ContentType]) => element("Override", { PartName, ContentType })),
  ).text
}`

/** What is known of the article beside its text. `created` is ISO 8601 in UTC. */
export function coreOf({
  title,
  byline,
  language,
  created,
}: Record<"title" | "language" | "created", string> & { byline: string | null }): string {
  const properties = {
    "xmlns:cp": `${OFFICE}/package/2006/metadata/core-properties`,
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  }
  const time = created.replace(/\.\d+Z$/, "Z")
  const content = [
    element("dc:title", {}, title),
    byline && element("dc:creator", {}, byline),
    element("dc:language", {}, language),
    element("dcterms:created", { "xsi:type": "dcterms:W3CDTF" }, time),
  ]
  return `${XML}${element("cp:coreProperties", properties, ...content).text}`
}

/** Paragraph styles by id: the name that Word knows them by, what is next, and how they look. */
const PARAGRAPHS: [id: string, name: string, properties: string, run: string][] = [
  ["Title", "Title", '<w:spacing w:after="120"/>', '<w:b/><w:sz w:val="40"/>'],
  ["Subtitle", "Subtitle", '<w:spacing w:after="240"/>', '<w:i/><w:color w:val="595959"/><w:sz w:val="26"/>'],
  ...[32, 28, 26, 24, 22, 22].map((size, at): [string, string, string, string] => [
    `Heading${at + 1}`,
    `heading ${at + 1}`,
    `<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="${at}"/>`,
    `<w:b/><w:sz w:val="${size}"/>`,
  ]),
  ["Quote", "Quote", '<w:ind w:left="567"/>', "<w:i/>"],
  ["Caption", "caption", "", '<w:i/><w:sz w:val="20"/>'],
  [
    "SourceCode",
    "Source Code",
    '<w:spacing w:after="0"/>',
    '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/><w:sz w:val="20"/>',
  ],
  ["FootnoteText", "footnote text", "", '<w:sz w:val="20"/>'],
  ["CommentText", "annotation text", "", '<w:sz w:val="20"/>'],
]

const CHARACTERS: [id: string, name: string, run: string][] = [
  ["Hyperlink", "Hyperlink", '<w:color w:val="1F4E79"/><w:u w:val="single"/>'],
  ["VerbatimChar", "Verbatim Char", '<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas"/>'],
  ["FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>'],
  ["CommentReference", "annotation reference", '<w:sz w:val="16"/>'],
]

/** Styles by the names that Word and its kin know, in the article's language. */
export function stylesOf(language: string): string {
  const raw = (xml: string) => new Markup(xml)
  const paragraphs = PARAGRAPHS.map(([id, name, properties, run]) =>
    raw(
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${properties}</w:pPr><w:rPr>${run}</w:rPr></w:style>`,
    ),
  )
  const characters = CHARACTERS.map(([id, name, run]) =>
    raw(`<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/><w:rPr>${run}</w:rPr></w:style>`),
  )
  const edges = ["top", "left", "bottom", "right", "insideH", "insideV"].map(
    (edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`,
  )
  return partOf(
    "w:styles",
    markup`<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/><w:lang w:val="${language}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr></w:pPrDefault></w:docDefaults>`,
    raw('<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'),
    ...paragraphs,
    ...characters,
    raw(
      `<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${edges.join("")}</w:tblBorders></w:tblPr></w:style>`,
    ),
  )
}

/** Lists, each counted for itself: bullets, or numbers from `start` on. */
export class Lists {
  #starts: (number | null)[] = []

  /** The id of a new list; null starts are bullets. */
  add(start: number | null): number {
    this.#starts.push(start)
    return this.#starts.length
  }

  file(): string {
    const levels = (format: string, text: (level: number) => string) =>
      Array.from({ length: DEEPEST + 1 }, (_, level) => {
        const indent = `<w:pPr><w:ind w:left="${(level + 1) * 567}" w:hanging="397"/></w:pPr>`
        return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text(level)}"/><w:lvlJc w:val="left"/>${indent}</w:lvl>`
      }).join("")
    const kinds = [levels("bullet", () => "•"), levels("decimal", (level) => `%${level + 1}.`)].map(
      (all, id) =>
        `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${all}</w:abstractNum>`,
    )
    const lists = this.#starts.map((start, at) => {
      const restarts = Array.from(
        { length: start === null ? 0 : DEEPEST + 1 },
        (_, level) => `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`,
      )
      return `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${start === null ? 0 : 1}"/>${restarts.join("")}</w:num>`
    })
    return partOf("w:numbering", new Markup([...kinds, ...lists].join("")))
  }
}

/** Word knows nine levels. */
export const DEEPEST = 8
