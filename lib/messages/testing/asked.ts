/** Which messages a file asks a catalogue for, as far as its text tells: `t("heading")`, `` t(`state.${claim.state}`) ``. */
import ts from "typescript"

export interface Asked {
  line: number
  /** The path of a message; where a part is only known at run time, `*` stands for it. */
  path: string
}

/** What the file asks of translators that it got itself; one that is handed in is looked at where it was got. */
export function askedIn(file: string, source: string): Asked[] {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const asked: Asked[] = []
  const look = (node: ts.Node) => {
    ts.forEachChild(node, look)
    if (!ts.isCallExpression(node)) return
    const area = areaOf(translatorOf(node.expression), node)
    const [key] = node.arguments
    if (area === null || !key) return
    for (const path of keysIn(key)) {
      const line = parsed.getLineAndCharacterOfPosition(node.getStart()).line + 1
      asked.push({ line, path: area ? `${area}.${path}` : path })
    }
  }
  look(parsed)
  return asked
}

/** The name that is called: `t` of `t(…)` and of `t.rich(…)`. */
function translatorOf(called: ts.Expression): string | null {
  if (ts.isIdentifier(called)) return called.text
  const rich = ts.isPropertyAccessExpression(called) && called.name.text === "rich"
  return rich && ts.isIdentifier(called.expression) ? called.expression.text : null
}

/** The area of the catalogue that a name was got for, looked up from the inside out; null where it is no translator. */
function areaOf(name: string | null, from: ts.Node): string | null {
  if (name === null) return null
  for (let around = from.parent; !ts.isSourceFile(around); around = around.parent) {
    if (isFunction(around) && around.parameters.some((one) => one.name.getText() === name)) return null
    if (!ts.isBlock(around)) continue
    const found = around.statements.flatMap(declarations).find((one) => one.name === name)
    if (found) return gotFor(found.from)
  }
  return null
}

interface Declared {
  name: string
  from: ts.Expression
}

/** Names and where each comes from: `const t = …`, and `const [t, items] = await Promise.all([…, …])`. */
function declarations(statement: ts.Statement): Declared[] {
  if (!ts.isVariableStatement(statement)) return []
  return statement.declarationList.declarations.flatMap(({ name, initializer }) => {
    if (!initializer) return []
    if (ts.isIdentifier(name)) return [{ name: name.text, from: initializer }]
    const all = ts.isAwaitExpression(initializer) && ts.isCallExpression(initializer.expression)
    const values = all ? initializer.expression.arguments[0] : undefined
    if (!ts.isArrayBindingPattern(name) || !values || !ts.isArrayLiteralExpression(values)) return []
    return name.elements.flatMap((element, at) => {
      const from = values.elements[at]
      return from && ts.isBindingElement(element) ? [{ name: element.name.getText(), from }] : []
    })
  })
}

function gotFor(expression: ts.Expression): string | null {
  const call = ts.isAwaitExpression(expression) ? expression.expression : expression
  if (!ts.isCallExpression(call) || !/^(use|get)Translations$/.test(call.expression.getText())) return null
  const [area] = call.arguments
  if (!area) return ""
  return ts.isStringLiteral(area) ? area.text : null
}

function keysIn(key: ts.Expression): string[] {
  if (ts.isStringLiteralLike(key)) return [key.text]
  if (ts.isConditionalExpression(key)) return [key.whenTrue, key.whenFalse].flatMap(keysIn)
  if (!ts.isTemplateExpression(key)) return []
  return [key.templateSpans.reduce((path, span) => `${path}*${span.literal.text}`, key.head.text)]
}

const isFunction = (node: ts.Node): node is ts.FunctionLikeDeclaration =>
  ts.isFunctionDeclaration(node) || ts.isArrowFunction(node) || ts.isFunctionExpression(node)
