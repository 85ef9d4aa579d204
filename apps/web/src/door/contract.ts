import type { components } from '../lib/api-types.ts';

type Schemas = components['schemas'];

/** What a phone at the door gets before its code was typed. */
export type About = Schemas['DoorView'];
export type DoorList = Schemas['DoorListView'];
export type DoorEvent = Schemas['DoorEventView'];
/** What it gets of each person on the list. */
export type ListPerson = Schemas['DoorPersonView'];

/** What happened at this door: its nonce makes it one record however often it is sent. */
export type Scan = Schemas['ScanInput'] & { force: boolean };
export type ScanResult = Schemas['ScanResultView'];
export type Outcome = ScanResult['outcome'];

export type SyncAnswer = Schemas['SyncView'];
export type Counts = Schemas['DoorCountsView'];
