import { describe, expect, it } from 'vitest';
import { practicePage } from '../schema/practice';
import { withWords } from './with-words';

const page = practicePage.parse({
  id: 'p',
  title: 'p',
  page: 'p',
  url: 'https://exemple.fr/',
  reconstructedFrom: 'inventé',
  blocks: [
    { block: 'table', rows: [['Situation', 'Vit seule']] },
    { block: 'group', name: 'Vit seule', blocks: [{ block: 'text', text: 'Vit seule, sans enfant' }] },
    {
      block: 'radios',
      legend: 'Situation',
      field: 'Vit seule',
      options: [
        { label: 'Vit seule', value: 'Vit seule' },
        { label: 'Couple', value: 'couple' },
      ],
    },
  ],
});

describe('a page said for another person', () => {
  it('changes whole texts that are read, and nothing else', () => {
    const said = JSON.stringify(withWords(page, { 'Vit seule': 'Vit en couple' }).blocks);
    expect(said).toContain('["Situation","Vit en couple"]');
    expect(said).toContain('"name":"Vit en couple"');
    expect(said).toContain('"text":"Vit seule, sans enfant"');
    expect(said).toContain('"field":"Vit seule"');
    expect(said).toContain('{"label":"Vit en couple","value":"Vit seule"}');
  });
});
