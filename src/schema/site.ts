import * as z from 'zod';
import { evidence } from './evidence';
import { target } from './target';
import { httpsUrl, id, plain } from './text';

const host = z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, {
  error: 'doit être un nom d’hôte seul (exemple : www.exemple.fr)',
});

/** One way a page's address can look. Every given part must match. No regular expressions. */
export const address = z.strictObject({
  host: host.describe('Nom d’hôte exact.'),
  path: z
    .string()
    .startsWith('/', { error: 'doit commencer par /' })
    .optional()
    .describe('Début du chemin ; * remplace une suite quelconque de caractères.'),
  hash: z
    .string()
    .startsWith('#', { error: 'doit commencer par #' })
    .optional()
    .describe('Début de la partie après # ; * remplace une suite quelconque.'),
  query: z.record(z.string(), z.string()).optional().describe('Paramètres de l’adresse ; * accepte toute valeur.'),
});

/** A named page, recognised by address *and* landmarks, never by address alone where the address is opaque. */
export const page = z.strictObject({
  id: id.describe('Nom court de la page.'),
  name: plain.describe('Le nom de la page, comme on le dirait à la personne.'),
  addresses: z.array(address).min(1).describe('Adresses possibles.'),
  landmarks: z
    .strictObject({
      all: z.array(target).optional().describe('Doivent tous être là.'),
      any: z.array(target).optional().describe('L’un au moins doit être là.'),
      none: z.array(target).optional().describe('Aucun ne doit être là.'),
    })
    .optional()
    .describe('Ce que l’on doit voir sur la page. Sans cela, l’adresse seule suffit.'),
  ...evidence,
});

/** One operator's hosts, pages and official addresses. */
export const site = z.strictObject({
  id: id.describe('Nom court du site ; le même que son dossier.'),
  name: plain.describe('Le nom du site, comme on le dit : la CAF.'),
  officialDomains: z.array(host).min(1).describe('Domaines officiels, sous-domaines compris : caf.fr.'),
  hosts: z.array(host).min(1).describe('Hôtes où l’extension aide. Ce sont ses seules permissions.'),
  home: httpsUrl.describe('La page d’accueil publique.'),
  account: httpsUrl.describe('L’adresse de l’espace personnel.'),
  logout: httpsUrl.optional().describe('L’adresse de déconnexion, si elle est connue.'),
  pages: z.array(page).min(1).describe('Les pages connues.'),
  ...evidence,
});

export type Address = z.infer<typeof address>;
export type Page = z.infer<typeof page>;
export type Site = z.infer<typeof site>;
