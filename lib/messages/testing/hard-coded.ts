/** Finds words that people would read in TSX and TypeScript instead of in the catalogues: what a translation never reaches. */
import ts from "typescript"

export interface HardCoded {
  line: number
  words: string
}

/** Attributes and properties whose text is shown or read aloud. */
const SHOWN = new Set(
  (
    "alt aria-description aria-label aria-placeholder aria-roledescription aria-valuetext ariaLabel action busy caption " +
    "confirm description empty error heading hint idle label message note placeholder summary text title tooltip"
  ).split(" "),
)

/** What puts its first argument before people. */
const SAYS = new Set(["alert", "announce", "confirm", "toast"])

/** Names that are the same in every language. */
const NAMES = new Set(["Stet", "stet"])

/** The words of one file that come from no catalogue, in their order. */
export function hardCodedIn(file: string, source: string): HardCoded[] {
  const found: HardCoded[] = []
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const look = (node: ts.Node) => {
    for (const text of shownBy(node)) {
      const words = text.text.replace(/\s+/g, " ").trim()
      if (!isWords(words)) continue
      found.push({ line: parsed.getLineAndCharacterOfPosition(text.at).line + 1, words })
    }
    ts.forEachChild(node, look)
  }
  look(parsed)
  return found.sort((one, other) => one.line - other.line)
}

interface Text {
  text: string
  at: number
}

/** The texts that this node, and none inside it, shows. */
function shownBy(node: ts.Node): Text[] {
  if (ts.isJsxText(node)) return [textOf(node)]
  if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) return textsIn(node.expression)
  if (ts.isJsxAttribute(node) && SHOWN.has(node.name.getText())) return textsIn(node.initializer)
  if (ts.isPropertyAssignment(node) && SHOWN.has(nameOf(node.name)) && !isClasses(node)) {
    return textsIn(node.initializer).filter(reads)
  }
  if (ts.isCallExpression(node) && SAYS.has(saying(node.expression))) return node.arguments.slice(0, 1).flatMap(textsIn)
  return []
}

/** The literal texts that an expression may have as its value; what a call answers is the call's own business. */
function textsIn(expression: ts.Node | undefined): Text[] {
  if (!expression) return []
  if (ts.isStringLiteralLike(expression)) return [textOf(expression)]
  if (ts.isTemplateExpression(expression)) {
    return [expression.head, ...expression.templateSpans.map((span) => span.literal)].map(textOf)
  }
  if (ts.isConditionalExpression(expression)) return [expression.whenTrue, expression.whenFalse].flatMap(textsIn)
  if (ts.isBinaryExpression(expression)) return valuesOf(expression).flatMap(textsIn)
  if (ts.isJsxExpression(expression) || ts.isParenthesizedExpression(expression)) return textsIn(expression.expression)
  if (ts.isAsExpression(expression) || ts.isSatisfiesExpression(expression)) return textsIn(expression.expression)
  return []
}

/** The sides of `&&`, `||`, `??` and `+` that may be the value; a comparison's are not. */
function valuesOf({ left, operatorToken: { kind }, right }: ts.BinaryExpression): ts.Node[] {
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return [right]
  const both = [ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.PlusToken]
  return both.includes(kind) ? [left, right] : []
}

/** A property's text may be a key of the catalogue (`label: "type.quote"`) or a code; words have a space or a capital. */
function reads({ text }: Text): boolean {
  return /\s/.test(text.trim()) || /^\p{Lu}/u.test(text)
}

/** `classNames: { description: "mt-1 text-xs" }` dresses what is shown. */
function isClasses(property: ts.PropertyAssignment): boolean {
  const around = property.parent.parent
  return ts.isPropertyAssignment(around) && /^class/.test(nameOf(around.name))
}

function isWords(text: string): boolean {
  return /\p{L}/u.test(text) && !NAMES.has(text) && !isKeyCap(text) && !/^https?:\/\/\S*$/.test(text)
}

/** `H`, `Ctrl K`, `Esc`: printed on the keyboard. */
function isKeyCap(text: string): boolean {
  return text.split(/[ +]/).every((key) => /^(\p{Lu}|Ctrl|Alt|Shift|Esc|Enter|⌘|F\d+)$/u.test(key))
}

function saying(called: ts.Expression): string {
  if (ts.isIdentifier(called)) return called.text
  return ts.isPropertyAccessExpression(called) && ts.isIdentifier(called.expression) ? called.expression.text : ""
}

const nameOf = (name: ts.PropertyName) => (ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : "")

const textOf = (node: ts.JsxText | ts.StringLiteralLike | ts.TemplateLiteralToken): Text => ({
  text: node.text,
  at: ts.isJsxText(node) ? node.getFullStart() + node.text.search(/\S|$/) : node.getStart(),
})
