import { metresBetween } from '@open-sanctuary/service-rules/distance';
import { expect, test } from 'vitest';
import { fromNationalGrid } from './national-grid.ts';

// Points whose place on both is published by the makers of the grid.
test.each([
  ['Scilly', 91_492.146, 11_318.804, 49.9222639373, -6.29977752014],
  ['Plymouth', 250_359.811, 62_016.569, 50.4388582561, -4.10864563561],
  ['Portsmouth', 449_816.371, 75_335.861, 50.57563665, -1.2978227724],
  ['Exmoor', 292_184.87, 168_003.465, 51.4007822014, -3.5512834924],
  ['Kent', 639_821.835, 169_565.858, 51.3744702555, 1.44454730409],
  ['Bristol', 362_269.991, 169_978.69, 51.4275474302, -2.54407618349],
  ['London', 530_624.974, 178_388.464, 51.4893656495, -0.1199255718],
  ['Norfolk', 651_409.903, 313_177.27, 52.6579786, 1.7160519],
])('%s lies within ten metres of where it is published to be', (_, east, north, latitude, longitude) => {
  expect(metresBetween(fromNationalGrid(east, north), { latitude, longitude })).toBeLessThanOrEqual(10);
});
