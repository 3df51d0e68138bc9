/** `npm run bench:exports`: what exporting an article with ten thousand claims takes; with a format, of that one alone, as JSON. */
import { ExportFormat } from "../lib/domain/export-format"
import { withApp } from "./bench/app"
import { exportRows, measureHere, waitedRows } from "./bench/exports"
import { printRows } from "./bench/measure"

const [format] = process.argv.slice(2)
if (format) console.log(JSON.stringify(await measureHere(ExportFormat.parse(format))))
else printRows([...(await withApp(waitedRows)), ...(await exportRows())])
