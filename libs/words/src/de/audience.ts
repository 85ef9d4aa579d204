import type { audienceWords as english } from '../en/audience.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

export const audienceWords: InOtherWords<typeof english> = {
  title: 'Publikum',
  text: 'Die Leute, die ihr zu euch zählt. Eine Veranstaltung kann für sie allein sein.',
  count: (count: number) => `${counted(count, 'Person', 'Personen')} in eurem Publikum`,
  none: 'Hier stehen später eure eigenen Leute',
  noneText: 'Füge unten die Adressen eurer Mitglieder ein. Beim Hinzufügen bekommt niemand eine Mail.',
  add: 'Leute hinzufügen',
  paste: 'E-Mail-Adressen',
  pasteHelp:
    'Eine je Zeile oder aus einer Tabelle oder einem Mailprogramm eingefügt. Niemand bekommt eine Mail.',
  addButton: 'Zum Publikum hinzufügen',
  added: (added: number, known: number) => {
    const were =
      known === 0 ? '' : ` ${number.format(known)} ${known === 1 ? 'war' : 'waren'} schon vorher dabei.`;
    return `${counted(added, 'Person ist', 'Personen sind')} neu in eurem Publikum.${were}`;
  },
  unusable: (count: number) =>
    count === 1
      ? '1 Eintrag ist keine Adresse, an die wir schreiben können:'
      : `${number.format(count)} Einträge sind keine Adressen, an die wir schreiben können:`,
  line: (line: number, text: string) => `Zeile ${number.format(line)}: ${text}`,
  andMore: (count: number) => (count === 1 ? 'und 1 weiterer' : `und ${number.format(count)} weitere`),
  search: 'Name oder Adresse suchen',
  found: (count: number) => `${counted(count, 'Person', 'Personen')} gefunden`,
  noMatch: 'Niemand mit diesem Namen',
  noMatchText: (search: string) => `In eurem Publikum hat niemand „${search}“ im Namen oder in der Adresse.`,
  list: 'Leute im Publikum',
  remove: 'Entfernen',
  removeName: (name: string) => `${name} entfernen`,
  willRemove: (name: string) => `${name} verlässt das Publikum.`,
  more: 'Weitere zeigen',
};
