/** Sends a file by the tus protocol, part by part; a lost connection is waited for, a reload goes on where it stopped. */
import { Upload, type DetailedError } from "tus-js-client"
import type { Answer } from "@/lib/domain/answer"
import { MOST_PART_BYTES } from "@/lib/domain/file-limits"

/** The upload's id, or why it was refused; null where Stet said nothing. */
export type Outcome = { kind: "sent"; id: string } | { kind: "refused"; message: string | null }

export interface Sending {
  /** Takes back what has gone; done when it is gone, or can't be reached. */
  stop: () => Promise<void>
  /** Leaves what has gone where it is. */
  pause: () => void
}

/** In milliseconds: half a minute of a lost connection in all is nothing that anybody is told of. */
const TRIED_AGAIN = [0, 1_000, 3_000, 5_000, 10_000, 10_000]

export function sendFile(
  route: string,
  file: File,
  { onShare, onEnd }: { onShare: (share: number) => void; onEnd: (outcome: Outcome) => void },
): Sending {
  const upload = new Upload(file, {
    endpoint: route,
    chunkSize: MOST_PART_BYTES,
    retryDelays: TRIED_AGAIN,
    onShouldRetry: ({ originalRequest, originalResponse }) =>
      navigator.onLine && mayPass(originalRequest.getMethod(), originalResponse?.getStatus() ?? null),
    metadata: { filename: file.name },
    removeFingerprintOnSuccess: true,
    onProgress: (sent, all) => onShare(all > 0 ? sent / all : 0),
    onSuccess: () => onEnd({ kind: "sent", id: upload.url?.split("/").at(-1) ?? "" }),
    onError: (error) => onEnd({ kind: "refused", message: messageOf(error) }),
  })
  const begin = async () => {
    const [before] = await upload.findPreviousUploads().catch(() => [])
    if (before) upload.resumeFromPreviousUpload(before)
    upload.start()
  }
  void begin()
  return {
    stop: () => upload.abort(true).catch(() => undefined),
    pause: () => void upload.abort().catch(() => undefined),
  }
}

/**
 * Whether what failed may go well when it is tried again: nothing was answered, or Stet is out of order, or a part came
 * twice. Any other refusal stays one, and is told at once.
 */
export function mayPass(method: string, status: number | null): boolean {
  return status === null || status >= 500 || (status === 409 && method === "PATCH")
}

/** What Stet answered, in the reader's words. */
function messageOf(error: Error | DetailedError): string | null {
  const body = "originalResponse" in error ? error.originalResponse?.getBody() : undefined
  try {
    const answer = JSON.parse(body ?? "") as Answer<unknown>
    return answer.ok ? null : [answer.refusal.message, ...Object.values(answer.refusal.fields)].join(" ")
  } catch {
    return null
  }
}
