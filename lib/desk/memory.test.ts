import { expect } from "vitest"
import { db } from "../db"
import { importKnownChecks } from "./known-checks"
import { likeStatements, matchStatement } from "./memory"
import { test } from "./testing/desk"

test("scratch", async ({ desk }) => {
  const words = Array.from({ length: 30000 }, (_, n) => "w" + n.toString(36) + "x")
  let seed = 1
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647
  const word = () => words[Math.min(words.length - 1, Math.floor(Math.exp(random() * Math.log(30000)) - 1))]
  const statement = () => Array.from({ length: 12 }, word).join(" ")
  for (let batch = 0; batch < 5; batch++) {
    const checks = Array.from({ length: 20000 }, (_, n) => ({ externalId: `c${batch}-${n}`, statement: statement(), language: "en" }))
    const t = performance.now()
    console.log(await importKnownChecks(desk.editor, { checks }), performance.now() - t)
  }
  await db().$executeRawUnsafe(`SELECT settle_memory_counts()`)
  await db().$executeRawUnsafe(`VACUUM ANALYZE`)
  for (const who of [desk.checker, desk.author]) {
    const times = []
    for (let n = 0; n < 100; n++) {
      const t = performance.now()
      await matchStatement(who, { statement: statement(), language: "en" })
      times.push(performance.now() - t)
    }
    times.sort((a, b) => a - b)
    console.log("p50", times[50], "p95", times[95], "max", times[99])
  }
  const t = performance.now()
  const hits = await likeStatements(desk.checker, { statements: Array.from({ length: 50 }, statement), language: "en", limit: 3 }, 0.3)
  console.log("50 at once", performance.now() - t, hits.length)
  expect(1).toBe(1)
}, 300000)
