import type * as deskModule from '../../../apps/api/src/attendees/desk.ts';

// The built api with a desk as most people would write it: every RSVP a transaction of its own, as many at the same time
// as there are connections to Postgres. Everything else is the product.

const built = (file: string): string => new URL(`../../../dist/apps/api/src/${file}`, import.meta.url).href;

await import('reflect-metadata');
const { deskBounds } = (await import(built('attendees/desk.js'))) as typeof deskModule;
Object.assign(deskBounds, { most: 1, inFlight: 10 });
await import(built('main.js'));
