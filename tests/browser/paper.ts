import { extractText, getDocumentProxy, getResolvedPDFJS } from 'unpdf';

/** mm. */
export const A4 = { width: 210, height: 297 };

/** A printed PDF, as a person would read it. */
export interface Paper {
  pages: number;
  /** The words of all pages, one space between them. */
  text: string;
  /** mm; the first page's. */
  width: number;
  height: number;
  /** What is neither black, white nor grey (#ffd400). */
  colours: string[];
}

/** @throws when the file is no whole PDF. */
export async function readPaper(pdf: Uint8Array): Promise<Paper> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { totalPages, text } = await extractText(document, { mergePages: true });
  const inMm = (points: number): number => Math.round((points / 72) * 25.4);
  const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
  const colours = await coloursOf(document);
  return { pages: totalPages, text: text.replace(/\s+/g, ' '), width: inMm(width), height: inMm(height), colours };
}

async function coloursOf(document: Awaited<ReturnType<typeof getDocumentProxy>>): Promise<string[]> {
  const { OPS } = await getResolvedPDFJS();
  const found = new Set<string>();
  for (let page = 1; page <= document.numPages; page++) {
    const { fnArray, argsArray } = await (await document.getPage(page)).getOperatorList();
    fnArray.forEach((what, at) => {
      if (what === OPS.setFillRGBColor || what === OPS.setStrokeRGBColor) found.add(String(argsArray[at]));
    });
  }
  return [...found].filter((colour) => !/^#(..)\1\1$/.test(colour));
}
