import { resolve } from 'node:path';
import { build } from 'vite';

/** @returns a file of this folder with all it imports, as one script that can stand inside a page. */
export async function bundleForPage(file: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve(import.meta.dirname, file), formats: ['iife'], name: 'inPage' },
    },
  });
  const output = Array.isArray(result) ? result[0] : result;
  if (!output || !('output' in output)) throw new Error(`Vite gave no bundle for ${file}`);
  return output.output[0].code.replace(/<\/script/g, '<\\/script');
}
