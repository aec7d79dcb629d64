import { weekly, type DemoLocation, type DemoSchedule, type DemoService } from './service-data.ts';

// Names, addresses, hours, web pages and e-mail addresses: Arts Council England, basic data set of libraries, 2025.
// Contains public sector information licensed under the Open Government Licence v3.0.
// Coordinates are the centres of postcodes, to 3 decimals: Contains Ordnance Survey data © Crown copyright and
// database right 2014. Contains Royal Mail data © Royal Mail copyright and database right 2014. Contains National
// Statistics data © Crown copyright and database right 2014.
export const libraryAttribution =
  'Addresses and hours of the libraries are those that Arts Council England lists for 2025 (Open Government Licence v3.0). Their places on a map are approximate: contains Ordnance Survey data © Crown copyright and database right 2014, Royal Mail data © Royal Mail copyright and database right 2014, and National Statistics data © Crown copyright and database right 2014.';

/** The data set carries a year alone. Its first day claims the least about how fresh the hours are. */
const libraryDay = '2025-01-01';

/** One library: what is printed of it, and where the centre of its postcode is. */
export interface DemoLibrary {
  name: string;
  address: string;
  postcode: string;
  at: readonly [latitude: number, longitude: number];
  /** Monday first; an empty text is a day without hours. */
  hours: string[];
  web?: string;
  email: string;
}

const hackneyEmail = 'libraries@hackney.gov.uk';

export const hackneyLibraries: DemoLibrary[] = [
  {
    name: 'Clapton Library',
    address: 'Northwold Road',
    postcode: 'E5 8RA',
    at: [51.563, -0.06],
    hours: ['10:00-20:00', '10:00-20:00', '13:00-18:00', '10:00-20:00', '10:00-18:00', '10:00-17:00', ''],
    web: 'http://www.hackney.gov.uk/clapton-library',
    email: hackneyEmail,
  },
  {
    name: 'Dalston CLR James Library',
    address: 'Dalston Square',
    postcode: 'E8 3BQ',
    at: [51.546, -0.074],
    hours: [
      '09:00-20:00',
      '09:00-20:00',
      '09:00-20:00',
      '09:00-20:00',
      '09:00-20:00',
      '09:00-17:00',
      '13:00-17:00',
    ],
    web: 'http://www.hackney.gov.uk/dalston-library',
    email: hackneyEmail,
  },
  {
    name: 'Hackney Central Library',
    address: 'Hackney Technology & Learning Centre, 1 Reading Lane',
    postcode: 'E8 1GQ',
    at: [51.544, -0.056],
    hours: ['09:00-20:00', '09:00-20:00', '09:00-20:00', '09:00-20:00', '09:00-18:00', '09:00-17:00', ''],
    email: hackneyEmail,
  },
  {
    name: 'Homerton Library',
    address: 'Homerton High Street',
    postcode: 'E9 6AS',
    at: [51.549, -0.041],
    hours: ['10:00-20:00', '10:00-20:00', '13:00-18:00', '10:00-20:00', '10:00-18:00', '10:00-17:00', ''],
    web: 'http://www.hackney.gov.uk/homerton-library',
    email: hackneyEmail,
  },
  {
    name: 'Shoreditch Library',
    address: 'Shoreditch High Street',
    postcode: 'N1 6LP',
    at: [51.53, -0.08],
    hours: ['10:00-20:00', '10:00-20:00', '10:00-20:00', '10:00-20:00', '10:00-18:00', '10:00-17:00', ''],
    web: 'http://www.hackney.gov.uk/shoreditch-library',
    email: hackneyEmail,
  },
  {
    name: 'Stamford Hill Library',
    address: 'Portland Avenue',
    postcode: 'N16 6SB',
    at: [51.57, -0.072],
    hours: [
      '09:00-20:00',
      '09:00-20:00',
      '09:00-20:00',
      '09:00-20:00',
      '09:00-18:00',
      '09:00-17:00',
      '13:00-17:00',
    ],
    web: 'http://www.hackney.gov.uk/stamford-hill-library',
    email: hackneyEmail,
  },
  {
    name: 'Stoke Newington Library',
    address: 'Church Street',
    postcode: 'N16 0JS',
    at: [51.562, -0.083],
    hours: [
      '10:00-20:00',
      '10:00-20:00',
      '10:00-20:00',
      '10:00-20:00',
      '10:00-18:00',
      '10:00-17:00',
      '13:00-17:00',
    ],
    web: 'http://www.hackney.gov.uk/stoke-newington-library',
    email: hackneyEmail,
  },
  {
    name: 'Woodberry Down Library',
    address: 'Redmond Community Centre',
    postcode: 'N4 2HF',
    at: [51.571, -0.091],
    hours: ['', '', '10:00-18:00', '10:00-18:00', '', '', ''],
    web: 'http://www.hackney.gov.uk/woodberry-down-library',
    email: hackneyEmail,
  },
];

const islingtonWeb = 'https://www.islington.gov.uk/libraries';

export const islingtonLibraries: DemoLibrary[] = [
  {
    name: 'Archway Library',
    address: 'Hamlyn House, Highgate Hill',
    postcode: 'N19 5PH',
    at: [51.566, -0.136],
    hours: ['09:30-20:00', '', '09:30-20:00', '', '09:30-17:00', '09:30-17:00', ''],
    web: islingtonWeb,
    email: 'Archway.library@islington.gov.uk',
  },
  {
    name: 'Cat and Mouse Library',
    address: '277 Camden Road',
    postcode: 'N7 0JN',
    at: [51.552, -0.126],
    hours: ['', '09:30-19:00', '09:30-13:00', '09:30-19:00', '', '11:00-17:00', ''],
    email: 'catandmouse.library@islington.gov.uk',
  },
  {
    name: 'Finsbury Library',
    address: '245 St. John Street',
    postcode: 'EC1V 4NB',
    at: [51.526, -0.105],
    hours: ['09:00-20:00', '09:00-17:00', '09:00-17:00', '09:00-20:00', '09:00-17:00', '09:00-17:00', ''],
    web: islingtonWeb,
    email: 'Finsbury.Library@islington.gov.uk',
  },
  {
    name: 'Islington Central Library',
    address: '2 Fieldway Crescent',
    postcode: 'N5 1PF',
    at: [51.549, -0.107],
    hours: [
      '09:30-20:00',
      '09:30-17:00',
      '09:30-20:00',
      '09:30-20:00',
      '09:30-17:00',
      '09:30-17:00',
      '13:00-17:00',
    ],
    web: islingtonWeb,
    email: 'Central.library@islington.gov.uk',
  },
  {
    name: "Lewis Carroll Children's Library",
    address: '166 Copenhagen Street',
    postcode: 'N1 0ST',
    at: [51.537, -0.12],
    hours: ['09:30-19:00', '', '09:30-19:00', '', '09:30-13:00', '11:00-17:00', ''],
    web: islingtonWeb,
    email: 'Lewiscarroll.library@islington.gov.uk',
  },
  {
    name: 'Mildmay Library',
    address: '21 Mildmay Park',
    postcode: 'N1 4NA',
    at: [51.548, -0.084],
    hours: ['09:30-13:00', '09:30-20:00', '', '09:30-20:00', '', '11:00-17:00', ''],
    web: islingtonWeb,
    email: 'Mildmay.library@islington.gov.uk',
  },
  {
    name: 'N4 Library',
    address: '26 Blackstock Road',
    postcode: 'N4 2DW',
    at: [51.563, -0.103],
    hours: ['09:30-20:00', '09:30-17:00', '09:30-20:00', '09:30-13:00', '09:30-17:00', '09:30-17:00', ''],
    web: islingtonWeb,
    email: 'n4.library@islington.gov.uk',
  },
  {
    name: 'North Library',
    address: 'Manor Gardens',
    postcode: 'N7 6JX',
    at: [51.56, -0.122],
    hours: ['', '09:30-20:00', '', '09:30-20:00', '09:30-13:00', '11:00-17:00', ''],
    web: islingtonWeb,
    email: 'north.library@islington.gov.uk',
  },
  {
    name: 'South Library',
    address: '115 Essex Road',
    postcode: 'N1 2SL',
    at: [51.539, -0.099],
    hours: ['09:30-20:00', '', '09:30-20:00', '', '09:30-17:00', '09:30-17:00', ''],
    web: islingtonWeb,
    email: 'south.library@islington.gov.uk',
  },
  {
    name: 'West Library',
    address: 'Bridgeman Road',
    postcode: 'N1 1BD',
    at: [51.541, -0.117],
    hours: ['', '09:30-20:00', '', '09:30-20:00', '09:30-17:00', '09:30-17:00', ''],
    web: islingtonWeb,
    email: 'west.library@islington.gov.uk',
  },
];

/** One session for each span of hours, on all the days that have it. */
const schedulesOf = (hours: string[]): DemoSchedule[] =>
  [...Map.groupBy(hours.keys(), (day) => hours[day] ?? '')].flatMap(([span, days]) => {
    const [opensAt, closesAt] = span.split('-');
    return opensAt && closesAt
      ? [
          weekly(
            days.map((day) => day + 1),
            opensAt,
            closesAt,
          ),
        ]
      : [];
  });

export const locateLibrary = (organisation: string, library: DemoLibrary): DemoLocation => ({
  organisation,
  name: library.name,
  kind: 'PLACE',
  address: library.address,
  city: 'London',
  postcode: library.postcode,
  latitude: library.at[0],
  longitude: library.at[1],
});

export const describeLibrary = (
  library: DemoLibrary,
  at: DemoLocation,
  organisation: string,
): DemoService => ({
  slug: library.name.toLowerCase().replaceAll("'", '').replaceAll(' ', '-'),
  organisation,
  name: library.name,
  summary: 'A public library.',
  categories: library.name.includes('Children')
    ? ['LIBRARY_AND_INTERNET', 'CHILDREN_AND_FAMILIES']
    : ['LIBRARY_AND_INTERNET'],
  access: ['DROP_IN'],
  eligibleGroups: ['ANYONE'],
  modes: ['IN_PERSON'],
  hoursNote: 'Hours with staff there, as Arts Council England lists them for 2025. Ask before a long way.',
  lastCheckedOn: libraryDay,
  checkedBy: 'PUBLIC_RECORD',
  contacts: [
    { kind: 'EMAIL', value: library.email },
    ...(library.web ? [{ kind: 'WEB' as const, value: library.web }] : []),
  ],
  locations: [{ at, schedules: schedulesOf(library.hours) }],
});
