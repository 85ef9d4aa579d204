import type {
  critiqueCreditsActivity as activityEnglish,
  critiqueCreditsApp as appEnglish,
  critiqueCreditWords as wordsEnglish,
} from '../en/critique-credits.ts';
import type { InOtherWords } from '../speech.ts';
import { counted, number } from './numbers.ts';

const credits = (count: number): string => counted(count, 'crédito', 'créditos');

export const critiqueCreditWords: InOtherWords<typeof wordsEnglish> = { notZero: 'No puede ser 0.' };

export const critiqueCreditsApp: InOtherWords<typeof appEnglish> = {
  title: 'Créditos de crítica',
  nav: 'Créditos',
  lead: 'Dar para recibir: cada persona empieza con 3, traer una obra cuesta 3 y cada crítica que cuenta devuelve 1. Nunca se venden.',
  off: 'Los créditos están desactivados: traer una obra no cuesta nada y nadie ve un saldo.',
  switch: 'Las obras cuestan créditos',
  switchHelp:
    'Si está desactivado, nada se cuenta ni se muestra. Los saldos quedan como están hasta que se active de nuevo.',
  switchedOn: 'Los créditos están activados.',
  switchedOff: 'Los créditos están desactivados.',
  ownersOnly: 'Esto lo puede cambiar un propietario o una propietaria.',
  search: 'Buscar por nombre',
  none: 'Nadie tiene créditos todavía',
  noneText: 'Aquí aparecen las personas con plaza en un evento con sesión de crítica.',
  noneFound: 'Nadie con ese nombre',
  noneFoundText: 'Prueba con menos letras.',
  list: 'Personas y sus créditos',
  balanceOf: (balance: number) => credits(balance),
  give: 'Dar o quitar',
  giveTo: (name: string) => `Dar o quitar créditos: ${name}`,
  amount: 'Cuántos',
  amountHelp: 'De 1 a 20; con un signo menos, se quitan.',
  amountFault: 'Un número entero de 1 a 20, o de -1 a -20.',
  confirm: (amount: number) => (amount < 0 ? `Quitar ${credits(-amount)}` : `Dar ${credits(amount)}`),
  willGive: (name: string, amount: number) =>
    amount < 0 ? `${name} tendrá ${credits(-amount)} menos.` : `${name} recibirá ${credits(amount)}.`,
  tooMany: (balance: number) =>
    balance === 0 ? 'No hay ninguno que quitar.' : `Como mucho se pueden quitar ${number.format(balance)}.`,
  more: 'Mostrar más',
};

export const critiqueCreditsActivity: InOtherWords<typeof activityEnglish> = {
  'critique-credits.granted': 'dio créditos de crítica',
  'critique-credits.taken': 'quitó créditos de crítica',
};
