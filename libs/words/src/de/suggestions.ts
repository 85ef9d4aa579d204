import type {
  suggestionOutcome as outcomeEnglish,
  suggestionSearch as searchEnglish,
} from '../en/suggestions.ts';
import type { InOtherWords } from '../speech.ts';

const number = new Intl.NumberFormat('de-DE');
const people = (count: number): string => (count === 1 ? '1 Person' : `${number.format(count)} Menschen`);

export const suggestionSearch: InOtherWords<typeof searchEnglish> = {
  title: 'Paare werden gesucht',
  steps: {
    waiting: () => 'Gerade wird ein anderer Abend durchgesehen. Deiner ist der nächste.',
    comparing: (count: number) => `${people(count)} werden verglichen`,
    choosing: (count: number) => `Unter ${people(count)} werden die Paare gewählt`,
    keeping: () => 'Die Paare kommen auf die Tafel',
  },
  cancel: 'Abbrechen',
  cancelled: 'Abgebrochen. Nichts hat sich geändert.',
};

/** Darunter hieße es „rund 0 %“. */
const leastPrice = 0.005;
const percent = new Intl.NumberFormat('de-DE', { style: 'percent', maximumFractionDigits: 0 });

export const suggestionOutcome: InOtherWords<typeof outcomeEnglish> = {
  title: 'Was daraus wurde',
  covered: (covered: number, all: number) => {
    if (covered === all) return all === 1 ? '1 Person hat jemanden.' : `Alle ${people(all)} haben jemanden.`;
    return `${number.format(covered)} von ${people(all)} ${covered === 1 ? 'hat' : 'haben'} jemanden.`;
  },
  nobodyMore: 'Mehr wären mit diesen Grenzen nicht möglich.',
  coverable: (coverable: number) => `Möglich wären ${number.format(coverable)}.`,
  price: {
    everyone: (share: number) =>
      share < leastPrice
        ? 'Nur die besten Paare zu wählen, verspräche kaum mehr.'
        : `Möglichst viele zu erreichen, kostet rund ${percent.format(share)} der Vorstellungen, die voraussichtlich beide möchten.`,
    total: (share: number) =>
      share < leastPrice
        ? 'Die besten Paare kamen zuerst. Möglichst viele zu erreichen, würde so gut wie nichts kosten.'
        : `Die besten Paare kamen zuerst. Möglichst viele zu erreichen, würde rund ${percent.format(share)} der Vorstellungen kosten, die voraussichtlich beide möchten.`,
  },
  other: { everyone: 'Möglichst viele erreichen', total: 'Die besten Paare zuerst' },
  otherNote: 'Paare, die du freigegeben, umformuliert oder selbst gebildet hast, bleiben, wie sie sind.',
};
