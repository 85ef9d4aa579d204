import { DomainError } from '#libs/domain';
import { words } from '#libs/words';
import { RsvpInput } from '../attendees/rsvp.dto.ts';
import { validation } from '../problems/validation.pipe.ts';
import { type FormBody, typed } from './form-body.ts';
import type { FieldFault } from './layout.tsx';
import type { RsvpFields } from './rsvp-form.tsx';

export function fieldsOf(body: FormBody | undefined): RsvpFields {
  return {
    name: typed(body, 'name'),
    email: typed(body, 'email').trim(),
    introductions: typed(body, 'introductions'),
    crafts: typed(body, 'crafts'),
    workingOn: typed(body, 'workingOn'),
    lookingFor: typed(body, 'lookingFor'),
    canHelpWith: typed(body, 'canHelpWith'),
    namedInAsks: typed(body, 'namedInAsks') !== '',
    nameVisible: typed(body, 'nameVisible') !== '',
  };
}

/**
 * The form as the api takes it. A box that is not ticked was left alone and says nothing.
 * @throws DomainError wrong-shape, pointing at the fields
 */
export async function readRsvp(fields: RsvpFields): Promise<RsvpInput> {
  const { name, email, introductions, workingOn, namedInAsks, nameVisible } = fields;
  const input = {
    name,
    email,
    ...(introductions !== '' && { introductions: introductions === 'yes' }),
    ...(namedInAsks && { namedInAsks }),
    ...(nameVisible && { nameVisible }),
    crafts: listOf(fields.crafts),
    workingOn,
    lookingFor: listOf(fields.lookingFor),
    canHelpWith: listOf(fields.canHelpWith),
  };
  return (await validation.transform(input, { type: 'body', metatype: RsvpInput })) as RsvpInput;
}

const listOf = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const lists = ['crafts', 'lookingFor', 'canHelpWith'];

/** What is wrong, by field; on paper a list is one line with commas, so that is how its fault is said. */
export function rsvpFaults(error: DomainError, fields: RsvpFields): FieldFault[] {
  return error.shapes.map(({ pointer, detail }) => {
    const field = pointer.slice(1);
    const text = fields[field as keyof RsvpFields];
    const tooMany = lists.includes(field) && typeof text === 'string' && listOf(text).length > 3;
    return { field, detail: tooMany ? words.pages.rsvp.tooMany : detail };
  });
}
