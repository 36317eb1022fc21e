import * as z from 'zod';
import { evidence } from './evidence';
import { httpsUrl, id, plain, rich } from './text';

export const helper = z.strictObject({
  id: id.describe('Nom court.'),
  name: plain.describe('Qui c’est.'),
  sites: z.array(id).optional().describe('Sites concernés. Sans cela : tous.'),
  kind: z
    .enum(['operator', 'nearby', 'recourse'])
    .describe('operator : l’organisme. nearby : près de chez soi. recourse : en cas de désaccord.'),
  phone: plain.optional().describe('Numéro de téléphone.'),
  spokenPhone: plain.optional().describe('Le numéro, écrit comme on le dit.'),
  hours: plain.optional().describe('Horaires.'),
  cost: plain.optional().describe('Prix.'),
  link: httpsUrl.optional().describe('Adresse officielle.'),
  what: rich.describe('Ce que cette personne peut faire.'),
  say: rich.optional().describe('Ce que l’on peut dire au téléphone.'),
  ...evidence,
});

export const people = z.strictObject({ people: z.array(helper).min(1).describe('À qui demander.') });

export type Helper = z.infer<typeof helper>;
