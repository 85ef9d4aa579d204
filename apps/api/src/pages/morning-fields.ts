import { DomainError } from '#libs/domain';
import { words } from '#libs/words';
import type { Morning } from '../mornings/mornings.queries.ts';
import { impossibleIn } from '../mornings/impossible.ts';
import { MorningInput } from '../mornings/mornings.dto.ts';
import { validation } from '../problems/validation.pipe.ts';
import { type FormBody, typed } from './form-body.ts';
import type { FieldFault } from './layout.tsx';

/** The form as it is filled in: from what is saved, or from what was just sent. */
export interface MorningFields {
  /** Ids of the ticked. */
  talked: readonly string[];
  wishes: readonly string[];
  talkedNames: string;
  wishNames: string;
  talkedTo: string;
  newPeople: string;
  /** '', 'yes' or 'no'. */
  introductions: string;
  nameVisible: boolean;
  profileVisible: boolean;
  crafts: string;
  workingOn: string;
  lookingFor: string;
  canHelpWith: string;
  namedInAsks: boolean;
}

export function fieldsOfSaved(morning: Morning): MorningFields {
  const { talked, wishes, talkedTo, newPeople, introductions, asksIntroductions, profile } = morning;
  const answer = introductions === 'given' ? 'yes' : introductions === 'refused' ? 'no' : '';
  return {
    talked: talked.attendeeIds,
    wishes: wishes.attendeeIds,
    talkedNames: talked.names.join('\n'),
    wishNames: wishes.names.join('\n'),
    talkedTo: talkedTo === null ? '' : String(talkedTo),
    newPeople: newPeople === null ? '' : String(newPeople),
    introductions: asksIntroductions ? answer : '',
    nameVisible: morning.nameVisible,
    profileVisible: morning.profileVisible,
    crafts: profile.crafts.join(', '),
    workingOn: profile.workingOn,
    lookingFor: profile.lookingFor.join(', '),
    canHelpWith: profile.canHelpWith.join(', '),
    namedInAsks: profile.namedInAsks,
  };
}

export function fieldsOfForm(body: FormBody | undefined): MorningFields {
  return {
    talked: textsOf(body?.['talked']),
    wishes: textsOf(body?.['wish']),
    talkedNames: typed(body, 'talkedNames'),
    wishNames: typed(body, 'wishNames'),
    talkedTo: typed(body, 'talkedTo').trim(),
    newPeople: typed(body, 'newPeople').trim(),
    introductions: typed(body, 'introductions'),
    nameVisible: typed(body, 'nameVisible') !== '',
    profileVisible: typed(body, 'profileVisible') !== '',
    crafts: typed(body, 'crafts'),
    workingOn: typed(body, 'workingOn'),
    lookingFor: typed(body, 'lookingFor'),
    canHelpWith: typed(body, 'canHelpWith'),
    namedInAsks: typed(body, 'namedInAsks') !== '',
  };
}

/** One box that is ticked arrives as a text, several as a list. */
const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((text): text is string => typeof text === 'string');

/**
 * The form as the api takes it, or everything that is wrong with it at once.
 * @throws DomainError wrong-shape, pointing at the fields
 */
export async function readMorningForm(fields: MorningFields): Promise<MorningInput> {
  const input = inputOf(fields);
  try {
    return (await validation.transform(input, { type: 'body', metatype: MorningInput })) as MorningInput;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(error.code, [...impossibleIn(input), ...error.shapes]);
  }
}

function inputOf(fields: MorningFields): MorningInput {
  const { introductions } = fields;
  return {
    talked: { attendeeIds: [...fields.talked], names: linesOf(fields.talkedNames) },
    wishes: { attendeeIds: [...fields.wishes], names: linesOf(fields.wishNames) },
    talkedTo: numberOf(fields.talkedTo),
    newPeople: numberOf(fields.newPeople),
    ...((introductions === 'yes' || introductions === 'no') && { introductions: introductions === 'yes' }),
    nameVisible: fields.nameVisible,
    profileVisible: fields.profileVisible,
    profile: {
      crafts: listOf(fields.crafts),
      workingOn: fields.workingOn,
      lookingFor: listOf(fields.lookingFor),
      canHelpWith: listOf(fields.canHelpWith),
      namedInAsks: fields.namedInAsks,
    },
  };
}

const partsOf = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const linesOf = (text: string): string[] => partsOf(text, /\r\n|\r|\n/);
const listOf = (text: string): string[] => partsOf(text, /[,;]/);

/** What is no number goes on as it is, so that the shape refuses it. */
const numberOf = (text: string): number | null => (text === '' ? null : Number(text.replace(/^\+/, '')));

/** The table of names, to which faults about what was ticked lead. */
export const peopleTable = 'people';

const { faults } = words.morning;
const lists = ['crafts', 'lookingFor', 'canHelpWith'];

/** What is wrong, by the field of the page, in its words: on paper a list is one line with commas. */
export function morningFaults({ shapes }: DomainError, fields: MorningFields): FieldFault[] {
  const found = new Map<string, string>();
  for (const { pointer, detail } of shapes) {
    const [top = '', part = ''] = pointer.slice(1).split('/');
    const field = fieldOf(top, part, fields);
    if (!found.has(field)) found.set(field, sentenceOf(field, top, part, detail, fields));
  }
  return [...found].map(([field, detail]) => ({ field, detail }));
}

function fieldOf(top: string, part: string, { talked, wishes }: MorningFields): string {
  if (top === 'profile') return part;
  if (top !== 'talked' && top !== 'wishes') return top;
  const ticked = top === 'talked' ? talked : wishes;
  if (part === 'attendeeIds' || (part === '' && ticked.length > 0)) return peopleTable;
  return top === 'talked' ? 'talkedNames' : 'wishNames';
}

function sentenceOf(field: string, top: string, part: string, detail: string, fields: MorningFields): string {
  if (top === 'talkedTo' || (top === 'newPeople' && detail !== faults.newPeople)) return faults.number;
  if (part === 'names') return faults.names;
  const text = fields[field as keyof MorningFields];
  const tooMany = lists.includes(field) && typeof text === 'string' && listOf(text).length > 3;
  return tooMany ? words.pages.rsvp.tooMany : detail;
}
