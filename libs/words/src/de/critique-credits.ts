import type {
  critiqueCreditsActivity as activityEnglish,
  critiqueCreditsApp as appEnglish,
  critiqueCreditWords as wordsEnglish,
} from '../en/critique-credits.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

const credits = (count: number): string => counted(count, 'Guthabenpunkt', 'Guthabenpunkte');

export const critiqueCreditWords: InOtherWords<typeof wordsEnglish> = { notZero: 'Nicht 0.' };

export const critiqueCreditsApp: InOtherWords<typeof appEnglish> = {
  title: 'Guthaben für Kritiken',
  nav: 'Guthaben',
  lead: 'Wer gibt, bekommt: Alle beginnen mit 3, eine Arbeit mitzubringen kostet 3, und jede Kritik, die zählt, bringt 1 zurück. Guthaben gibt es nie zu kaufen.',
  off: 'Guthaben ist ausgeschaltet: Eine Arbeit mitzubringen kostet nichts, und niemand sieht einen Stand.',
  switch: 'Arbeiten kosten Guthaben',
  switchHelp:
    'Ausgeschaltet wird nichts gezählt und nichts gezeigt. Die Stände bleiben, wie sie sind, bis es wieder eingeschaltet wird.',
  switchedOn: 'Guthaben ist eingeschaltet.',
  switchedOff: 'Guthaben ist ausgeschaltet.',
  ownersOnly: 'Umschalten kann das nur, wer Inhaber:in ist.',
  search: 'Nach Namen suchen',
  none: 'Noch hat niemand Guthaben',
  noneText: 'Hierher kommen alle, die einen Platz bei einer Veranstaltung mit Kritikrunde haben.',
  noneFound: 'Niemand mit diesem Namen',
  noneFoundText: 'Versuch es mit weniger Buchstaben.',
  list: 'Alle mit ihrem Guthaben',
  balanceOf: (balance: number) => credits(balance),
  give: 'Geben oder nehmen',
  giveTo: (name: string) => `Guthaben geben oder nehmen: ${name}`,
  amount: 'Wie viel',
  amountHelp: 'Von 1 bis 20; mit einem Minus wird genommen.',
  amountFault: 'Eine ganze Zahl von 1 bis 20 oder von -1 bis -20.',
  confirm: (amount: number) => (amount < 0 ? `${credits(-amount)} nehmen` : `${credits(amount)} geben`),
  willGive: (name: string, amount: number) =>
    amount < 0 ? `${name} hat dann ${credits(-amount)} weniger.` : `${name} bekommt ${credits(amount)}.`,
  tooMany: (balance: number) =>
    balance === 0 ? 'Da ist nichts zu nehmen.' : `Es lassen sich nur ${number.format(balance)} nehmen.`,
  more: 'Mehr zeigen',
};

export const critiqueCreditsActivity: InOtherWords<typeof activityEnglish> = {
  'critique-credits.granted': 'hat Guthaben für Kritiken gegeben',
  'critique-credits.taken': 'hat Guthaben für Kritiken genommen',
};
