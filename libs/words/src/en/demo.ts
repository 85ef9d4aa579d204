import { demoCircle } from './demo-circle.ts';
import { demoEvening } from './demo-evening.ts';

/** What the demo organization is called and what its evenings say. */
export const demo = {
  organizationName: 'Los Angeles Sound Guild',
  organizationSlug: 'los-angeles-sound-guild',
  ownerName: 'Dana Okafor',
  past: {
    title: 'Sound after the cut: a panel and a mixer',
    topic: 'What happens to a film after the picture is locked',
    description:
      'Three mixers and a composer on the weeks between picture lock and the premiere: what goes wrong, who saves it, and what they wish editors knew.\n\nAfterwards the room is yours. Bring a question, and something you could help somebody with.',
  },
  next: {
    title: 'The quiet room: recording when nobody can afford one',
    topic: 'Good rooms for little money',
    description:
      'Engineers who built studios in garages, churches and a former bakery show what worked, what did not, and what it cost.\n\nThen a mixer. Two introductions at most afterwards, and only where both of you say yes.',
  },
  small: {
    title: 'Cold ears: twelve seats, one mix at a time',
    topic: 'What strangers hear first',
    description:
      'A small room and good speakers. Two seats are enough for you and the person you mix with.\n\nWhen it is full, a seat that becomes free is offered to whoever has waited longest, for a day.',
    role: 'What brings you here?',
    roles: ['I bring a mix', 'I come to listen'],
    phones: 'I leave my phone in the box at the door.',
  },
  circle: demoCircle,
  evening: demoEvening,
} as const;
