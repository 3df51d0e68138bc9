/** Has no types of its own: it is only handed on to the library. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs"
