/**
 * The two typefaces, served from our own host: Source Serif 4 for articles, Inter for the interface.
 * Latin is preloaded; other scripts are fetched by the browser when a page holds them. `fontClasses` goes on <html>.
 */
import localFont from "next/font/local"

const inter = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  variable: "--font-inter",
  weight: "100 900",
  adjustFontFallback: "Arial",
})

const interExt = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2",
  variable: "--font-inter-ext",
  weight: "100 900",
  preload: false,
  adjustFontFallback: false,
})

const interCyrillic = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2",
  variable: "--font-inter-cyrillic",
  weight: "100 900",
  preload: false,
  adjustFontFallback: false,
})

const interGreek = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-greek-wght-normal.woff2",
  variable: "--font-inter-greek",
  weight: "100 900",
  preload: false,
  adjustFontFallback: false,
})

const sourceSerif = localFont({
  src: [
    {
      path: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
      style: "normal",
    },
    {
      path: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2",
      style: "italic",
    },
  ],
  variable: "--font-source-serif",
  weight: "200 900",
  adjustFontFallback: "Times New Roman",
})

const sourceSerifExt = localFont({
  src: [
    {
      path: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2",
      style: "normal",
    },
    {
      path: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-wght-italic.woff2",
      style: "italic",
    },
  ],
  variable: "--font-source-serif-ext",
  weight: "200 900",
  preload: false,
  adjustFontFallback: false,
})

const sourceSerifCyrillic = localFont({
  src: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-cyrillic-wght-normal.woff2",
  variable: "--font-source-serif-cyrillic",
  weight: "200 900",
  preload: false,
  adjustFontFallback: false,
})

const sourceSerifGreek = localFont({
  src: "../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-greek-wght-normal.woff2",
  variable: "--font-source-serif-greek",
  weight: "200 900",
  preload: false,
  adjustFontFallback: false,
})

/** Class names that define the font variables that app/globals.css reads. */
export const fontClasses = [
  inter,
  interExt,
  interCyrillic,
  interGreek,
  sourceSerif,
  sourceSerifExt,
  sourceSerifCyrillic,
  sourceSerifGreek,
]
  .map((font) => font.variable)
  .join(" ")
