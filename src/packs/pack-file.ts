import * as z from 'zod';
import { isSignedBy } from './signature';

/** Says what a file is, and which version of its format. */
const FORMAT = 'cote-a-cote/lot';
const VERSION = 1;
/** Characters; all that the extension itself says is some 800,000. */
const LARGEST = 1_000_000;

/** What is signed: the files as they were written, so that a mistake is told with its file and line. */
export interface PackContent {
  name: string;
  /** ISO day. */
  madeOn: string;
  /** YAML texts, by their path in the overlays folder (`caf/guides/x.yaml`). */
  files: Record<string, string>;
}

/** A file that is whole, and the key that signed it; none when nobody did. */
export interface OpenedPack {
  content: PackContent;
  key?: string | undefined;
}

const envelope = z.object({
  format: z.literal(FORMAT),
  version: z.number(),
  content: z.string(),
  key: z.string().optional(),
  signature: z.string().optional(),
});

const content = z.strictObject({
  name: z.string().trim().min(1).max(120),
  madeOn: z.iso.date(),
  files: z.record(z.string(), z.string()).refine((files) => Object.keys(files).length > 0),
});

/** What stands around the content. */
export interface Signed {
  key: string;
  signature: string;
}

/**
 * @param text the text of a `PackContent`, as it was signed
 * @returns the text of a pack file
 */
export function packFile(text: string, signed: Signed | undefined): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, content: text, ...signed }, undefined, 2)}\n`;
}

/**
 * Opens a pack file. A signature that does not fit is worse than none: the file was changed on its way.
 * @returns what it holds, or the reason in French why it is no pack
 */
export async function openPackFile(text: string): Promise<OpenedPack | { problem: string }> {
  if (text.length > LARGEST) return { problem: 'Ce fichier est trop gros pour être un lot d’aides.' };
  const read = parsed(text.replace(/^\ufeff/, ''));
  if (read === undefined) return { problem: 'Ce fichier n’est pas un lot d’aides : il ne se lit pas (JSON).' };
  if (!isOfOurs(read)) return { problem: 'Ce fichier n’est pas un lot d’aides de Côte à Côte.' };
  if (read.version !== VERSION)
    return { problem: 'Ce lot vient d’une version plus récente. Mettez l’extension à jour, puis réessayez.' };
  const { data } = envelope.safeParse(read);
  if (!data) return { problem: 'Ce lot est abîmé : il n’est pas entier.' };
  const { key, signature } = data;
  if (
    (key === undefined) !== (signature === undefined) ||
    (key && !(await isSignedBy(data.content, signature ?? '', key)))
  )
    return { problem: 'Ce lot a été changé depuis sa signature.' };
  const made = content.safeParse(parsed(data.content));
  return made.success ? { content: made.data, key } : { problem: 'Ce lot est abîmé : il n’est pas entier.' };
}

function isOfOurs(read: unknown): read is { format: string; version: unknown } {
  return typeof read === 'object' && read !== null && 'format' in read && read.format === FORMAT && 'version' in read;
}

/** @returns `undefined` for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
