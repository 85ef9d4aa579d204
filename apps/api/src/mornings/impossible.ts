import { type ShapeError, mostTold } from '#libs/domain';
import { words } from '#libs/words';
import type { MorningInput, NamedPeopleInput } from './mornings.dto.ts';

/** What no field can see by itself: too many people over ticked and typed, and more new ones than there were. */
export function impossibleIn(
  input: Pick<MorningInput, 'talked' | 'wishes' | 'talkedTo' | 'newPeople'>,
): ShapeError[] {
  const { talked, wishes, talkedTo, newPeople } = input;
  const texts = words.morning.faults;
  const faults: ShapeError[] = [];
  if (countOf(talked) > mostTold.talked)
    faults.push({ pointer: '/talked', detail: texts.talked(mostTold.talked) });
  if (countOf(wishes) > mostTold.wish) faults.push({ pointer: '/wishes', detail: texts.wishes });
  if (newPeople !== null && talkedTo !== null && newPeople > talkedTo)
    faults.push({ pointer: '/newPeople', detail: texts.newPeople });
  return faults;
}

/** One name typed twice is one person. */
const countOf = ({ attendeeIds, names }: NamedPeopleInput): number =>
  new Set(attendeeIds).size + new Set(names.map((name) => name.toLowerCase())).size;
