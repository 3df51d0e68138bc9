/** How large a file of evidence may be, for the browser as for the desk: numbers, and nothing else. */

/** Of one file, as people say it and in bytes. */
export const MOST_FILE_MEGABYTES = 50
export const MOST_FILE_BYTES = MOST_FILE_MEGABYTES * 1024 * 1024

/** A part of a file on its way: a lost connection costs no more than that. */
export const MOST_PART_BYTES = 4 * 1024 * 1024
