import type { ReasonValues, reasons as english } from '../en/reasons.ts';
import type { InOtherWords } from '../speech.ts';

// "dein Gegenüber" is the one word for the other person that has no gender of its own.
export const reasons: InOtherWords<typeof english> = {
  'they-offer': (v: ReasonValues) => `du suchst ${v.need}, dein Gegenüber bietet das`,
  'they-offer-close': (v: ReasonValues) => `du suchst ${v.need}, dein Gegenüber bietet ${v.offer}`,
  'their-craft': (v: ReasonValues) => `du suchst ${v.need}, dein Gegenüber arbeitet im Bereich ${v.offer}`,
  'you-offer': (v: ReasonValues) => `dein Gegenüber sucht ${v.theirNeed}, du bietest das`,
  'you-offer-close': (v: ReasonValues) => `dein Gegenüber sucht ${v.theirNeed}, du bietest ${v.yourOffer}`,
  'your-craft': (v: ReasonValues) =>
    `dein Gegenüber sucht ${v.theirNeed}, du arbeitest im Bereich ${v.yourOffer}`,
  'same-craft': (v: ReasonValues) => `ihr arbeitet beide im Bereich ${v.topics}`,
  'same-work': (v: ReasonValues) => `ihr arbeitet beide gerade daran: ${v.work}`,
  'related-work': (v: ReasonValues) => `dein Gegenüber arbeitet an etwas Ähnlichem wie du: ${v.work}`,
  'same-question': (v: ReasonValues) => `ihr habt beide gefragt: „${v.question}“`,
  'they-asked': (v: ReasonValues) => `eine Frage an dich kam nicht mehr dran: „${v.question}“`,
  'you-asked': (v: ReasonValues) => `deine Frage an dein Gegenüber kam nicht mehr dran: „${v.question}“`,
  'kept-talking': () => 'ihr wolltet beide nach eurer Kritikrunde weiterreden',
  'same-table': () => 'ihr habt am selben kleinen Tisch gesessen',
  'both-starting': () => 'ihr steht beide noch am Anfang',
  'both-working': () => 'ihr steht beide mitten im Berufsleben',
  'both-established': () => 'ihr seid beide seit vielen Jahren dabei',
  'same-place': (v: ReasonValues) => `ihr seid beide in ${v.city}`,
  'they-do': (v: ReasonValues) => `dein Gegenüber arbeitet im Bereich ${v.theirCrafts}`,
  'they-make': (v: ReasonValues) => `dein Gegenüber arbeitet gerade daran: ${v.theirWork}`,
  'same-evening': () => 'ihr wart beide an dem Abend da und offen für neue Bekanntschaften',
};
