import { describe, expect, test } from 'vitest';
import { listNamesStandingAlone, parseLeads } from './leads.ts';

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
    ['Policy team/ Finance', ['ACCOUNTABLE: Policy team', 'PARTNER: Finance']],
    ['Policy team /Finance', ['ACCOUNTABLE: Policy team', 'PARTNER: Finance']],
    ['Policy team and/or Finance', ['ACCOUNTABLE: Policy team', 'PARTNER: Finance']],
    ['24/7 Response team', ['ACCOUNTABLE: 24/7 Response team']],
    ['Culture; Bell Trust', ['ACCOUNTABLE: Culture', 'PARTNER: Bell Trust']],
    ['Culture + Bell Trust', ['ACCOUNTABLE: Culture', 'PARTNER: Bell Trust']],
    ['Culture\nBell Trust', ['ACCOUNTABLE: Culture', 'PARTNER: Bell Trust']],
    ['Culture,\nFinance', ['ACCOUNTABLE: Culture', 'PARTNER: Finance']],
    ['Roads, Bridges\nand Tunnels', ['ACCOUNTABLE: Roads, Bridges and Tunnels']],
    ['Roads,\nBridges and Tunnels', ['ACCOUNTABLE: Roads, Bridges and Tunnels']],
    ['Department for\nRoads', ['ACCOUNTABLE: Department for Roads']],
    ['1. Culture 2. Bell Trust', ['ACCOUNTABLE: Culture', 'PARTNER: Bell Trust']],
    [
      '1) Roads, Bridges and Tunnels\n2) Bell Trust',
      ['ACCOUNTABLE: Roads, Bridges and Tunnels', 'PARTNER: Bell Trust'],
    ],
    ['• Culture\n• Bell Trust', ['ACCOUNTABLE: Culture', 'PARTNER: Bell Trust']],
    ['Culture*', ['ACCOUNTABLE: Culture']],
    ['Culture and Sport, with Bell Trust', ['ACCOUNTABLE: Culture and Sport', 'PARTNER: Bell Trust']],
    ['Culture\nwith Bell Trust', ['ACCOUNTABLE: Culture', 'PARTNER: Bell Trust']],
    ['Roads, Bridges and Finance', ['ACCOUNTABLE: Roads, Bridges and Finance']],
    ['Culture and Finance', ['ACCOUNTABLE: Culture', 'PARTNER: Finance']],
    ['TBC', []],
    ['  ', []],
  ])('%s', (text, leads) => {
    expect(parse(text)).toEqual(leads);
  });

  test('a directorate keeps its commas and its “and” where one of its words leads elsewhere alone', () => {
    const written = ['Climate, Homes and Economy', 'Economy', 'Climate, Homes and Economy/ Culture'];
    const names = listNamesStandingAlone(written);
    expect(written.map((text) => parseLeads(text, names).map(({ name }) => name))).toEqual([
      ['Climate, Homes and Economy'],
      ['Economy'],
      ['Climate, Homes and Economy', 'Culture'],
    ]);
  });

  test('an officer’s edit needs no known names', () => {
    expect(parseLeads('Public Health working with the Bell Trust')).toEqual([
      { name: 'Public Health', role: 'ACCOUNTABLE' },
      { name: 'the Bell Trust', role: 'PARTNER' },
    ]);
  });
});
