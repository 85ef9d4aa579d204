import type {
  synonymActivity as activityEnglish,
  synonymFaults as faultsEnglish,
  synonymsApp as appEnglish,
} from '../en/synonyms.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

export const synonymFaults: InOtherWords<typeof faultsEnglish> = {
  tooFew: 'Escribe al menos dos palabras de las que no se sepa ya que significan lo mismo.',
  tooLong: (max: number) => `En cada una caben como mucho ${number.format(max)} caracteres.`,
  comma: (word: string) => `«${word}» lleva una coma. Escribe cada palabra por separado.`,
  saysNothing: (word: string) => `«${word}» no contiene ninguna palabra que se pueda comparar.`,
  taken: (word: string, row: string) => `«${word}» ya está en otra fila: ${row}.`,
};

export const synonymsApp: InOtherWords<typeof appEnglish> = {
  title: 'Palabras que significan lo mismo',
  text: 'Para una misma cosa hay varias palabras. Escribe en una fila las que tu gente usa para lo mismo, y las sugerencias de presentaciones las tratan como una sola.',
  example:
    'Por ejemplo: con «gaffer, jefe de eléctricos» en una fila, quien busca un gaffer encaja con quien ofrece su trabajo como jefe de eléctricos. Las mayúsculas, los acentos y los plurales no cuentan.',
  none: 'Aquí van tus propias palabras',
  noneText:
    'Añade la primera fila arriba. Hasta entonces se toman por iguales las palabras del final de esta página.',
  noneToRead:
    'Puede añadirlas quien tenga el papel de propietario/a o editor/a. Las palabras de abajo se toman por iguales de todos modos.',
  add: 'Añadir una fila',
  words: 'Palabras para una misma cosa',
  wordsHelp: 'De dos a doce, separadas por comas.',
  addButton: 'Añadir esta fila',
  added: (row: string) => `Ahora significan lo mismo: ${row}.`,
  count: (count: number) => counted(count, 'fila propia', 'filas propias'),
  andMore: (shown: string, more: number) => `${shown} y ${number.format(more)} más`,
  change: 'Cambiar',
  changeRow: (row: string) => `Cambiar la fila ${row}`,
  changedRow: (row: string) => `Palabras de la fila ${row}`,
  now: (row: string) => `Alguien cambió esta fila mientras tanto. Ahora dice: ${row}.`,
  save: 'Guardar',
  cancel: 'Cancelar',
  saved: (row: string) => `Guardado. Ahora significan lo mismo: ${row}.`,
  remove: 'Quitar',
  removeRow: (row: string) => `Quitar la fila ${row}`,
  willRemove: (row: string) => `Dejarán de significar lo mismo: ${row}.`,
  known: 'Ya conocidas',
  knownText:
    'Estas se toman por iguales en todas partes. Con una fila propia puedes añadir palabras a cualquiera de ellas.',
};

export const synonymActivity: InOtherWords<typeof activityEnglish> = {
  'synonyms.added': 'añadió palabras que significan lo mismo',
  'synonyms.changed': 'cambió palabras que significan lo mismo',
  'synonyms.removed': 'quitó palabras que significan lo mismo',
};
