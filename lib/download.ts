/** A text or bytes as an answer to a browser. Knows nothing of who asks, nor what for. */

/** Text or bytes for the browser, at once or as they are made: shown, or with a file name as a download. */
export interface Download {
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>
  type: string
  fileName?: string
}

/** A file as an answer: shown, or with a file name as a download. */
export function fileAnswer({ body, type, fileName }: Download): Response {
  const headers = new Headers({
    "content-type": type,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  })
  if (fileName) headers.set("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
  return new Response(body, { headers })
}
