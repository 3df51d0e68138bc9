/**
 * What the command line asks of the desk: it does it, and sends what came of it to bin/stet.mjs, which started it and
 * asks by a message.
 */
import { answerTo } from "./stet/answer"
import type { Question, Tell } from "./stet/reply"

const tell: Tell = (told) => void process.send?.({ told })

// Whoever asked is gone, and so is the database that they have opened.
process.once("disconnect", () => process.exit(1))
// Ctrl-C on a terminal reaches us too: what is half done is taken away as at any end.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(130))
process.once("message", (question: Question) => {
  void answerTo(question, tell).then((answer) => process.send?.({ answer }, () => process.exit()))
})
