import { type ReadSettings, readSettings, type SettingsValues } from '../settings/schema.ts';

/** Says what a file is, and which version of its format. */
const FORMAT = 'cote-a-cote/reglages';
const VERSION = 1;
/** Bytes; a settings file holds a few kilobytes at most. */
const LARGEST = 100_000;

/** @returns the text of a settings file. */
export function writeSettingsFile(settings: SettingsValues): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, settings }, undefined, 2)}\n`;
}

/**
 * Reads a settings file; each value stands or falls alone.
 * @returns what it holds, or the reason in French why it is no settings file
 */
export function readSettingsFile(text: string): ReadSettings | { problem: string } {
  if (text.length > LARGEST) return { problem: 'Ce fichier est trop gros pour être un fichier de réglages.' };
  // What the browser puts in the place of a letter that is not UTF-8.
  if (text.includes('\ufffd')) return { problem: 'Ce fichier a des lettres abîmées : enregistrez-le en UTF-8.' };
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { problem: 'Ce fichier n’est pas un fichier de réglages : il ne se lit pas (JSON).' };
  }
  const { format, version, settings } = (typeof content === 'object' ? (content ?? {}) : {}) as Record<string, unknown>;
  if (format !== FORMAT) return { problem: 'Ce fichier n’est pas un fichier de réglages de Côte à Côte.' };
  if (typeof version === 'number' && version > VERSION)
    return { problem: 'Ce fichier vient d’une version plus récente. Mettez l’extension à jour, puis réessayez.' };
  if (version !== VERSION)
    return { problem: 'Ce fichier de réglages est abîmé : il ne dit pas de quelle version il est.' };
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings))
    return { problem: 'Ce fichier de réglages est abîmé : il n’a pas de réglages.' };
  return readSettings(settings);
}
