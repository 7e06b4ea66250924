import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Names of the two families: text, tables and charts in the one, titles in the other. */
export const textFamily = 'Source Sans 3';
export const titleFamily = 'Source Serif 4';

/** Sizes of print in points, each used in the PDF and in Word. */
export const printSizes = {
  text: 10,
  small: 8,
  note: 7.5,
  table: 8.5,
  chapter: 20,
  section: 14,
  subsection: 11.5,
} as const;

const require = createRequire(import.meta.url);

const printFiles = [
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
];

/** Paths of the TrueType files for PDF and for pictures in Word. */
export function printFontPaths(): readonly string[] {
  return printFiles.map((file) => require.resolve(file));
}

const screenFiles = [
  { family: textFamily, weight: 400, style: 'normal', package: 'source-sans-3', subsets: ['latin', 'latin-ext'] },
  { family: textFamily, weight: 400, style: 'italic', package: 'source-sans-3', subsets: ['latin'] },
  { family: textFamily, weight: 600, style: 'normal', package: 'source-sans-3', subsets: ['latin', 'latin-ext'] },
  { family: titleFamily, weight: 600, style: 'normal', package: 'source-serif-4', subsets: ['latin', 'latin-ext'] },
] as const;

/** Characters of each file, as the fonts' publisher divides them (ô is Latin-1, š is Latin Extended-A). */
const ranges = {
  latin: 'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2212',
  'latin-ext': 'U+0100-0130,U+0132-0151,U+0154-02BA,U+1E00-1E9F,U+20A0-20AB,U+20AD-20C0',
} as const;

/** `@font-face` rules with the subset files inside, for a page that asks nothing of the network. */
export function embeddedFontFaces(): string {
  return screenFiles
    .flatMap((font) =>
      font.subsets.map((subset) => {
        const file = `${font.package}-${subset}-${font.weight}-${font.style}.woff2`;
        const bytes = readFileSync(require.resolve(`@fontsource/${font.package}/files/${file}`));
        return (
          `@font-face{font-family:"${font.family}";font-weight:${font.weight};font-style:${font.style};font-display:swap;` +
          `src:url(data:font/woff2;base64,${bytes.toString('base64')}) format("woff2");unicode-range:${ranges[subset]}}`
        );
      }),
    )
    .join('\n');
}

/** The faces to embed in an editable document, by family. */
export function printFontFaces(): readonly {
  readonly family: string;
  readonly regular: string;
  readonly bold: string;
}[] {
  const file = (name: string) => require.resolve(`@expo-google-fonts/${name}`);
  return [
    {
      family: textFamily,
      regular: file('source-sans-3/400Regular/SourceSans3_400Regular.ttf'),
      bold: file('source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'),
    },
    {
      family: titleFamily,
      regular: file('source-serif-4/400Regular/SourceSerif4_400Regular.ttf'),
      bold: file('source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf'),
    },
  ];
}
