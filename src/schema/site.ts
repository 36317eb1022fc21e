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

/** What is known of an operator's addresses: the real ones, those that imitate them, and how to leave them clean. */
const addresses = {
  name: plain.describe('Le nom du site, comme on le dit : la CAF.'),
  officialDomains: z.array(host).min(1).describe('Domaines officiels, sous-domaines compris : caf.fr.'),
  home: httpsUrl.describe('La page d’accueil publique.'),
  borrowedWords: z
    .array(id)
    .optional()
    .describe('Mots que les fausses adresses empruntent, en plus du nom : carte-vitale.'),
  ordinaryWords: z
    .array(id)
    .optional()
    .describe('Mots honnêtes qui ressemblent au nom à une lettre près : un prénom, par exemple.'),
  otherHosts: z
    .array(host)
    .optional()
    .describe('Autres hôtes du site, où il laisse des traces à effacer en fin de session.'),
  logout: httpsUrl.optional().describe('L’adresse de déconnexion, si elle est connue.'),
  howToLeave: plain.optional().describe('Comment se déconnecter, en une ou deux phrases.'),
};

/** One operator's hosts, pages and official addresses. */
export const site = z.strictObject({
  id: id.describe('Nom court du site ; le même que son dossier.'),
  ...addresses,
  hosts: z.array(host).min(1).describe('Hôtes où l’extension aide. Ce sont ses seules permissions.'),
  account: httpsUrl.describe('L’adresse de l’espace personnel.'),
  leaveGuide: id.optional().describe('Le guide qui mène à la déconnexion.'),
  pages: z.array(page).min(1).describe('Les pages connues.'),
  ...evidence,
});

/** A service that people cross on their way to a site, where the extension does not help: a sign-in shared by many sites. */
export const service = z.strictObject({
  id: id.describe('Nom court.'),
  ...addresses,
  hosts: z.array(host).min(1).describe('Hôtes où il laisse des traces.'),
  ...evidence,
});

/** `services.yaml`. */
export const services = z.strictObject({
  services: z.array(service).describe('Les services que l’on traverse.'),
  reservedEndings: z
    .array(host.or(z.string().regex(/^[a-z]+$/)))
    .describe('Fins d’adresse que seul l’État peut donner : personne ne peut y imiter un site.'),
});

export type Service = z.infer<typeof service>;
export type Services = z.infer<typeof services>;
export type Address = z.infer<typeof address>;
export type Page = z.infer<typeof page>;
export type Site = z.infer<typeof site>;
