import type { DemoLocation } from './service-data.ts';

/** A place of the invented borough. Its point lies in the real east of London, so that distances can be shown. */
const place = (
  name: string,
  address: string,
  latitude: number,
  longitude: number,
  { directions, ...details }: Omit<DemoLocation, 'kind' | 'directions'> & { directions: string },
): DemoLocation => ({
  kind: 'PLACE',
  name,
  address,
  city: 'Fairmead',
  latitude,
  longitude,
  directions: `${directions} (This place is invented.)`,
  ...details,
});

/** Told to those who call, and kept nowhere. */
export const toldOnContact: DemoLocation = {
  kind: 'ON_CONTACT',
  name: 'Told when you call',
  accessibility: ['STEP_FREE', 'QUIET_SPACE'],
};

export const agreedRoom: DemoLocation = {
  kind: 'ON_CONTACT',
  name: 'A room we agree with you',
  organisation: 'Rainbow Ferry',
};

export const welcomeHouse = place('Welcome House', '1 Sluice Street', 51.541, -0.021, {
  organisation: 'Fairmead Welcome Network',
  directions: 'Five minutes on foot from the bus stop at the town hall. The blue door beside the clock.',
  accessibility: ['STEP_FREE', 'ACCESSIBLE_TOILET', 'HEARING_LOOP', 'QUIET_SPACE'],
  accessibilityNote: 'Staff help with the heavy door.',
});

export const harbourKitchen = place('Harbour Lane Kitchen', '12 Harbour Lane', 51.537, -0.014, {
  organisation: 'Harbour Lane Kitchen',
  directions: 'Go down Harbour Lane to the water. The kitchen is the long brick house on the left.',
  accessibility: ['STEP_FREE', 'ACCESSIBLE_TOILET'],
});

export const centralLibrary = place('Fairmead Central Library', '40 Bridge Street', 51.543, -0.018, {
  organisation: 'Customers, Libraries and Digital',
  directions: 'Opposite the market. The lift is behind the desk.',
  accessibility: ['STEP_FREE', 'ACCESSIBLE_TOILET', 'HEARING_LOOP', 'PARKING', 'QUIET_SPACE'],
});

export const marshLibrary = place('Marsh Library', '3 Reedbed Road', 51.556, -0.031, {
  organisation: 'Customers, Libraries and Digital',
  directions: 'Beside the primary school, up a ramp.',
  accessibility: ['STEP_FREE'],
});

export const openCollege = place('Fairmead Open College', '9 Lock Keepers Walk', 51.534, -0.027, {
  organisation: 'Fairmead Open College',
  directions: 'Through the gate with the green sign, then to the second floor.',
  accessibility: ['STEP_FREE', 'ACCESSIBLE_TOILET', 'PARKING'],
});

export const lawCentre = place('Saltmarsh Law Centre', '27 Tollgate Road', 51.548, -0.009, {
  organisation: 'Saltmarsh Law Centre',
  directions: 'Above the bakery. Ring the lower bell.',
  accessibility: ['QUIET_SPACE'],
  accessibilityNote: 'One flight of stairs. Ask for a talk on the ground floor if you cannot climb them.',
});

export const healthCentre = place('Millrace Health Centre', '2 Millrace Square', 51.545, -0.034, {
  organisation: 'Fairmead Health Partnership',
  directions: 'The white building on the square. Say at the desk that you have come for the health check.',
  accessibility: ['STEP_FREE', 'ACCESSIBLE_TOILET', 'HEARING_LOOP', 'PARKING'],
});

export const faithsHall = place("St Osyth's Hall", '5 Orchard Row', 51.531, -0.006, {
  organisation: 'Fairmead Faiths Together',
  directions: 'The hall is behind the church. Everybody comes in, of any faith or of none.',
  accessibility: ['STEP_FREE', 'PARKING'],
});

export const youthHouse = place('Millpond House', '18 Millpond Lane', 51.552, -0.016, {
  organisation: 'Millpond Youth',
  directions: 'Next to the skate park.',
  accessibility: ['STEP_FREE', 'ACCESSIBLE_TOILET', 'QUIET_SPACE'],
});

export const familyCentre = place('Two Rivers Family Centre', '6 Willow Close', 51.529, -0.033, {
  organisation: 'Two Rivers Families',
  directions: 'The low house in the park, with a place for prams at the door.',
  accessibility: ['STEP_FREE', 'ACCESSIBLE_TOILET', 'PARKING'],
});

export const neighboursHouse = place('بيت الجار', '14 Canal Street', 51.539, -0.041, {
  organisation: 'دار الجار',
  language: 'ar',
  directions: 'بجانب القناة، الباب الأخضر.',
  accessibility: ['STEP_FREE'],
});

export const sportsField = place('Eastern Meadow', 'Meadow Way', 51.561, -0.005, {
  organisation: 'Fairmead United Kickabout',
  directions: 'Pitch 3, behind the changing rooms.',
  accessibility: ['PARKING'],
});

export const bikeWorkshop = place('Canal Bank Wheels', 'Arch 7, Towpath', 51.536, -0.047, {
  organisation: 'Canal Bank Wheels',
  directions: 'On the towpath, under the railway.',
  accessibility: [],
});

export const townHall = place('Fairmead Town Hall', 'Town Hall Square', 51.54, -0.02, {
  directions: 'The main door. Take a number inside.',
  accessibility: ['STEP_FREE', 'ACCESSIBLE_TOILET', 'HEARING_LOOP'],
});
