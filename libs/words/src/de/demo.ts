import type { demo as english } from '../en/demo.ts';
import type { InOtherWords } from '../speech.ts';
import { demoCircle } from './demo-circle.ts';
import { demoEvening } from './demo-evening.ts';

export const demo: InOtherWords<typeof english> = {
  organizationName: 'Los Angeles Sound Guild',
  organizationSlug: 'los-angeles-sound-guild',
  ownerName: 'Dana Okafor',
  past: {
    title: 'Ton nach dem Schnitt: ein Panel und ein Mixer',
    topic: 'Was mit einem Film geschieht, wenn das Bild feststeht',
    description:
      'Drei aus der Tonmischung und eine Stimme aus der Komposition über die Wochen zwischen fertigem Schnitt und Premiere: was schiefgeht, wer es rettet und was sie sich vom Schnitt wünschen.\n\nDanach gehört der Raum euch. Bring eine Frage mit und etwas, womit du jemandem helfen könntest.',
  },
  next: {
    title: 'Der stille Raum: aufnehmen, wenn ihn sich niemand leisten kann',
    topic: 'Gute Räume für wenig Geld',
    description:
      'Leute vom Ton, die in Garagen, Kirchen und einer früheren Bäckerei Studios gebaut haben, zeigen, was gelungen ist, was nicht und was es gekostet hat.\n\nDann ein Mixer. Danach höchstens zwei Vorstellungen, und nur, wo ihr beide Ja sagt.',
  },
  small: {
    title: 'Frische Ohren: zwölf Plätze, eine Mischung nach der anderen',
    topic: 'Was Fremde zuerst hören',
    description:
      'Ein kleiner Raum und gute Lautsprecher. Zwei Plätze reichen für dich und die Person, mit der du mischst.\n\nWenn alles voll ist, wird ein frei gewordener Platz für einen Tag angeboten, und zwar denen zuerst, die am längsten warten.',
    role: 'Was führt dich her?',
    roles: ['Ich bringe eine Mischung mit', 'Ich komme zum Zuhören'],
    phones: 'Ich lasse mein Handy in der Kiste am Einlass.',
  },
  circle: demoCircle,
  evening: demoEvening,
};
