/** A text or bytes as an answer to a browser. Knows nothing of who asks, nor what for. */

/** Text or bytes for the browser, at once or as they are made: shown, or with a file name as a download. */
export interface Download {
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>
  type: string
  fileName?: string
}

/** A file as an answer: shown, or with a file name as a download. What is long goes out slice by slice. */
export function fileAnswer({ body, type, fileName }: Download): Response {
  const headers = new Headers({
    "content-type": type,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  })
  if (fileName) headers.set("content-disposition", attachment(fileName))
  return new Response(body instanceof ReadableStream ? body : streamed(body), { headers })
}

/** `Content-Disposition` of a file to keep (RFC 6266): its name for whoever reads only ASCII, and as it is. */
export function attachment(fileName: string): string {
  const name = fileName.replace(/\p{Surrogate}/gu, "_")
  // A percent sign would be taken for the start of an escape by some.
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_")
  const exact = encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}

/** Bytes as a stream: a slice is read when the one before it has gone out. */
export function streamOf(bytes: AsyncGenerator<Uint8Array<ArrayBuffer>>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream(
    {
      async pull(controller) {
        const { value, done } = await bytes.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await bytes.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}

/** Code units, or bytes: encoded one after the other as they are read, so that no long text is held twice. */
const SLICE = 65_536

function streamed(body: string | Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  let at = 0
  return new ReadableStream(
    {
      pull(controller) {
        if (at >= body.length) return controller.close()
        const end = Math.min(body.length, edgeNear(body, at + SLICE))
        const slice = body.slice(at, end)
        controller.enqueue(typeof slice === "string" ? encoder.encode(slice) : slice)
        at = end
      },
    },
    { highWaterMark: 0 },
  )
}

/** No pair of surrogates is parted. */
function edgeNear(body: string | Uint8Array, at: number): number {
  return typeof body === "string" && (body.charCodeAt(at - 1) & 0xfc00) === 0xd800 ? at + 1 : at
}
