/**
 * Lets through what the schema can hold, by a list of what is allowed: elements, their attributes, schemes of addresses,
 * a few styles that word processors write in place of elements. All else goes, and of active content its words too.
 */
import sanitizeHtml from "sanitize-html"

/** Content of these is no text. */
const UNREAD =
  "script style textarea option select noscript noembed noframes template title head iframe frame frameset object embed " +
  "applet svg math canvas audio video map datalist"

const TAGS =
  "h1 h2 h3 h4 h5 h6 p div section article main header footer address aside center details summary blockquote ul ol li " +
  "dl dt dd pre code kbd samp tt table thead tbody tfoot tr th td caption figure figcaption img hr br a b strong i em " +
  "cite dfn var s del strike sup sub span q input"

const STYLES = {
  "font-weight": [/^(?:bold|bolder|normal|\d{3})$/u],
  "font-style": [/^(?:italic|oblique|normal)$/u],
  "text-decoration": [/^[a-z -]{1,60}$/u],
  "text-decoration-line": [/^[a-z -]{1,60}$/u],
  "vertical-align": [/^(?:super|sub|baseline)$/u],
  "text-align": [/^(?:left|center|right)$/u],
}

/** `html` with nothing in it that a browser would run, load from elsewhere or draw. */
export function sanitised(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: TAGS.split(" "),
    nonTextTags: UNREAD.split(" "),
    allowedAttributes: {
      "*": ["style"],
      a: ["href", "title"],
      img: ["src", "alt", "title"],
      ol: ["start"],
      input: ["type", "checked"],
      code: ["class"],
      pre: ["class"],
      p: ["align", "data-align"],
      td: ["align", "data-align", "colspan", "rowspan"],
      th: ["align", "data-align", "colspan", "rowspan"],
      table: ["role"],
    },
    allowedClasses: { code: ["language-*", "lang-*"], pre: ["language-*", "lang-*"] },
    allowedStyles: { "*": STYLES },
    allowedSchemes: ["http", "https", "mailto"],
    allowedSchemesByTag: { img: ["http", "https"] },
    allowProtocolRelative: true,
  })
}
