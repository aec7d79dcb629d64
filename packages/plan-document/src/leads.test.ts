import { describe, expect, test } from 'vitest';
import { parseLeads } from './leads.ts';

const known = ['Homes, Streets, and Parks', 'Learning and Families', 'Finance'];
const parse = (text: string) => parseLeads(text, known).map(({ name, role }) => `${role}: ${name}`);

describe('a lead text', () => {
  test.each([
    ['Homes, Streets, and Parks', ['ACCOUNTABLE: Homes, Streets, and Parks']],
    ['Homes, Streets, and Parks and Finance', ['ACCOUNTABLE: Homes, Streets, and Parks', 'PARTNER: Finance']],
    ['Learning and Families with Finance', ['ACCOUNTABLE: Learning and Families', 'PARTNER: Finance']],
    [
      'Finance, in partnership with other services',
      ['ACCOUNTABLE: Finance', 'OTHERS_NOT_NAMED: other services'],
    ],
    ['Finance and other partners', ['ACCOUNTABLE: Finance', 'OTHERS_NOT_NAMED: other partners']],
    [
      'Finance supported by Homes, Streets, and Parks',
      ['ACCOUNTABLE: Finance', 'PARTNER: Homes, Streets, and Parks'],
    ],
    ['Culture / Finance; Bell Trust', ['ACCOUNTABLE: Culture', 'PARTNER: Finance', 'PARTNER: Bell Trust']],
    ['Culture (with Finance)', ['ACCOUNTABLE: Culture', 'PARTNER: Finance']],
    ['Roads, Bridges and Tunnels', ['ACCOUNTABLE: Roads, Bridges and Tunnels']],
    ['TBC', []],
    ['  ', []],
  ])('%s', (text, leads) => {
    expect(parse(text)).toEqual(leads);
  });

  test('an officer’s edit needs no known names', () => {
    expect(parseLeads('Public Health working with the Bell Trust')).toEqual([
      { name: 'Public Health', role: 'ACCOUNTABLE' },
      { name: 'the Bell Trust', role: 'PARTNER' },
    ]);
  });
});
