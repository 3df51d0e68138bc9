/** Footnotes, tables and task lists as GitHub has them, taken in and given out again. */
import { describe, expect, test } from "vitest"
import { canonicalText } from "./canonical"
import { readMarkdown } from "./read-markdown"
import { writeMarkdown } from "./write-markdown"

/** What an article with this body becomes; the same once more when it is read again. */
function again(markdown: string): string {
  const { markdown: written } = writeMarkdown(readMarkdown(`# T\n\n${markdown}`, {}).document)
  expect(writeMarkdown(readMarkdown(written, {}).document).markdown).toBe(written)
  return written.replace("# T\n\n", "").trimEnd()
}

const blocks = (markdown: string) => {
  const { text, blocks: all } = canonicalText(readMarkdown(`# T\n\n${markdown}`, {}).document)
  return all.slice(1).map(({ start, end }) => text.slice(start, end))
}

describe("footnotes", () => {
  test("hold several paragraphs, lists, code and quotes, and end where the text goes on", () => {
    const note = "[^1]: One\n\n    two\n\n    - three\n\n    ```\n    four\n    ```\n\n    > five"
    expect(again(`a[^1]\n\n${note}\n\nlast`)).toBe(`a[^1]\n\nlast\n\n${note}`)
    expect(blocks(`a[^1]\n\n${note}\n\nlast`)).toEqual(["a\ufffc", "last", "One", "two", "three", "four", "five"])
  })

  test("refer to others and to themselves", () => {
    const text = "a[^1]\n\n[^1]: See[^2] and[^1]\n\n[^2]: Deep[^3]\n\n[^3]: _x_"
    expect(again(text)).toBe(text)
  })

  test("are referred to any number of times, in headings and cells too", () => {
    const text = "## Part[^1]\n\na[^1] b[^1]\n\n| c[^1] |\n| --- |\n| d[^1] |\n\n[^1]: x"
    expect(again(text)).toBe(text)
  })

  test("that are not defined stay words, and what nobody refers to stays a note", () => {
    expect(blocks("a[^nowhere] b^[inline]")).toEqual(["a[^nowhere] b^[inline]"])
    expect(again("a\n\n[^9]: Never asked for")).toBe("a\n\n[^9]: Never asked for")
    expect(again("a[^1]\n\n[^1]:")).toBe("a[^1]\n\n[^1]:")
  })

  test("are found in lists and quotes, and may be called anything", () => {
    expect(again("a[^Ä-1] b[^x\\]y]\n\n- c\n\n  [^ä-1]: one\n\n> [^x\\]y]: two")).toContain(
      "[^ä-1]: one\n\n[^x\\]y]: two",
    )
  })

  test("take the lines below their first along", () => {
    expect(blocks("a[^1]\n\n[^1]: one\ntwo\n\nthree")).toEqual(["a\ufffc", "three", "one two"])
  })
})

describe("tables", () => {
  test("keep alignment, pipes, code, links and emphasis in their cells", () => {
    const table =
      '| a \\| b | `c\\|d` | [e](<https://f.example> "g\\|h") |\n| :-- | :-: | --: |\n| **x** | _y_ | ![i](<j.png>) |'
    expect(again(table)).toBe(table)
    expect(blocks(table)).toEqual(["a | b", "c|d", "e", "x", "y", "\ufffc"])
  })

  test("lose no cell, where a row has more than the head", () => {
    expect(blocks("| a |\n|---|\n| b | c |\n| |")).toEqual(expect.arrayContaining(["a", "b", "c"]))
  })

  test("begin right below a paragraph, and stand in quotes and lists", () => {
    expect(again("words\n| a |\n|---|\n| b |")).toBe("words\n\n| a |\n| --- |\n| b |")
    const within = "> | a |\n> | --- |\n> | b |\n\n- | c |\n  | --- |\n  | d |"
    expect(again(within)).toBe(within)
  })

  test("may be a head alone", () => expect(again("|a|\n|:-:|")).toBe("| a |\n| :-: |"))
})

describe("task lists", () => {
  test("are tight or loose, and hold others", () => {
    for (const list of [
      "- [ ] a\n  - [x] b\n    1. [ ] c\n- [x] d",
      "- [ ] a\n\n- [x] b",
      "- [ ] a\n\n  more\n\n- [x] b",
      "1. [x] one\n2. two",
      "- [x] a\n- plain",
    ])
      expect(again(list)).toBe(list)
  })

  test("need a box as GitHub has it", () => {
    expect(again("- [X] a")).toBe("- [x] a")
    expect(blocks("- [] a\n- [x]b\n- [ ]\n- [-] c")).toEqual(["[] a", "[x]b", "[ ]", "[-] c"])
  })
})

describe("addresses in text", () => {
  test("are links where GitHub makes them, and none where they are escaped", () => {
    expect(again("https://example.org/a")).toBe("<https://example.org/a>")
    expect(again("www\\.example.org")).toBe("www\\.example.org")
  })
})

test("front matter that is broken loses no word of the text", () => {
  for (const block of [
    "---\ntitle: [open\n---\n",
    "---\n\tx: y\n- z\n---\n",
    "---\n&a [*a]\n---\n",
    "---\ntitle: T\n",
  ]) {
    const { document } = readMarkdown(`${block}\nThe text stays.`, {})
    expect(canonicalText(document).text).toContain("The text stays.")
  }
})
