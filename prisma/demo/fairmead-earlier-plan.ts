import type { DemoPlan } from './demo-data.ts';

/** The plan before the current one: over, and not all of it was ever reported on. */
export const fairmeadEarlierPlan: DemoPlan = {
  slug: '2021-2024',
  title: 'Fairmead welcome plan 2021 to 2024',
  summary: 'The first plan of the example council. It has ended; two of its six promises never had a report.',
  kind: 'SANCTUARY',
  state: 'ENDED',
  periodText: '2021-2024',
  adoptedText: 'June 2021',
  sourceUrl: 'https://example.org/fairmead/welcome-plan-2021',
  wordedDaysAgo: 1900,
  themes: [
    {
      title: 'First steps',
      actions: [
        {
          title: 'Publish a map of places that help newcomers',
          leadText: 'Customers, Libraries and Digital',
          leads: [{ role: 'ACCOUNTABLE', name: 'Customers, Libraries and Digital' }],
          dueText: 'by March 2022',
          reports: [
            {
              daysAgo: 1650,
              status: 'DONE',
              whatHappened: 'The map is printed and hangs in every library and at the bus station.',
              byRole: 'COUNCIL_OFFICER',
              evidence: [{ kind: 'WEB_PAGE', title: 'The map', url: 'https://example.org/fairmead/map' }],
              view: {
                view: 'AGREES',
                reason: 'We saw the map in use and were asked to correct it.',
                daysAgo: 1600,
              },
            },
          ],
        },
        {
          title: 'Provide free bus tickets to first appointments',
          leadText: 'Adults, Health and Communities',
          leads: [{ role: 'ACCOUNTABLE', name: 'Adults, Health and Communities' }],
          dueText: 'in 2022',
          reports: [
            {
              daysAgo: 1500,
              status: 'DELAYED',
              whatHappened: 'The bus company needed longer to agree than we had thought.',
              byRole: 'COUNCIL_OFFICER',
            },
            {
              daysAgo: 1280,
              status: 'DONE',
              whatHappened: 'Day tickets can be had at the welcome desk. The fund pays for 600 a year.',
              byRole: 'COUNCIL_OFFICER',
              evidence: [
                {
                  kind: 'MINUTES',
                  title: 'Cabinet minutes',
                  url: 'https://example.org/fairmead/minutes/bus-tickets',
                  datedDaysAgo: 1290,
                },
              ],
            },
          ],
        },
        {
          title: 'Review how letters from the council read to newcomers',
          leadText: 'Customers, Libraries and Digital',
          leads: [{ role: 'ACCOUNTABLE', name: 'Customers, Libraries and Digital' }],
          dueText: 'by June 2024',
        },
      ],
    },
    {
      title: 'Neighbours',
      actions: [
        {
          title: 'Start a befriending scheme with 40 volunteers',
          leadText: 'Fairmead Welcome Network',
          leads: [{ role: 'ACCOUNTABLE', name: 'Fairmead Welcome Network' }],
          dueText: 'by the end of 2023',
          reports: [
            {
              daysAgo: 1000,
              status: 'IN_PROGRESS',
              whatHappened: '26 volunteers are trained. Most pairs meet every week.',
              byRole: 'COUNCIL_OFFICER',
              view: {
                view: 'PARTLY_AGREES',
                reason: 'The pairs go well, but evenings are hard to find for people who work.',
                daysAgo: 960,
              },
              response: { text: 'The next round of training looks for evening volunteers.', daysAgo: 940 },
            },
          ],
        },
        {
          title: 'Open a shared workshop for repairs and sewing',
          leadText: 'Homes and Neighbourhoods',
          leads: [{ role: 'ACCOUNTABLE', name: 'Homes and Neighbourhoods' }],
          dueText: 'summer 2023',
          reports: [
            {
              daysAgo: 1150,
              status: 'STOPPED',
              whatHappened: 'The only suitable room was sold. No other was found within the money set aside.',
              byRole: 'COUNCIL_OFFICER',
            },
          ],
        },
        { title: 'Explore a shared calendar of community festivals' },
      ],
    },
  ],
};
