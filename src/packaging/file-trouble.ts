/** What the machine says of files and disks, as far as it can be said more plainly. */
const TROUBLES: Record<string, string> = {
  ENOSPC: 'Le disque est plein',
  EACCES: 'Pas le droit d’y lire ou d’y écrire',
  EPERM: 'Pas le droit d’y lire ou d’y écrire',
  EROFS: 'On ne peut pas y écrire',
  EISDIR: 'C’est un dossier, il faut un fichier',
  ENOTDIR: 'C’est un fichier, il faut un dossier',
  EEXIST: 'C’est un fichier, il faut un dossier',
};

/** @returns what went wrong, in French where the error is one of files; else in the error's own words. */
export function fileTrouble(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code = '', path, message } = error as NodeJS.ErrnoException;
  const trouble = TROUBLES[code];
  return trouble === undefined ? message : `${trouble}${path === undefined ? '.' : ` : ${path}`}`;
}
