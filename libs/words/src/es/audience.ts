import type { audienceWords as english } from '../en/audience.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

export const audienceWords: InOtherWords<typeof english> = {
  title: 'Público',
  text: 'Las personas que cuentas como tuyas. Un evento puede ser solo para ellas.',
  count: (count: number) => `${counted(count, 'persona', 'personas')} en tu público`,
  none: 'Aquí aparecerá tu público',
  noneText: 'Pega abajo las direcciones de tus miembros. Nadie recibe un correo cuando los añades.',
  add: 'Añadir personas',
  paste: 'Direcciones de correo',
  pasteHelp:
    'Una por línea, o pegadas de una hoja de cálculo o de un programa de correo. Nadie recibe un correo.',
  addButton: 'Añadir al público',
  added: (added: number, known: number) => {
    const were = known === 0 ? '' : ` ${counted(known, 'persona ya estaba', 'personas ya estaban')} en él.`;
    return `${counted(added, 'persona nueva', 'personas nuevas')} en tu público.${were}`;
  },
  unusable: (count: number) =>
    count === 1
      ? '1 entrada no es una dirección a la que podamos escribir:'
      : `${number.format(count)} entradas no son direcciones a las que podamos escribir:`,
  line: (line: number, text: string) => `Línea ${number.format(line)}: ${text}`,
  andMore: (count: number) => `y ${number.format(count)} más`,
  search: 'Buscar un nombre o una dirección',
  found: (count: number) => counted(count, 'persona encontrada', 'personas encontradas'),
  noMatch: 'Nadie con ese nombre',
  noMatchText: (search: string) => `Nadie de tu público tiene «${search}» en el nombre o la dirección.`,
  list: 'Personas del público',
  remove: 'Quitar',
  removeName: (name: string) => `Quitar a ${name}`,
  willRemove: (name: string) => `${name} sale del público.`,
  more: 'Mostrar más personas',
};
