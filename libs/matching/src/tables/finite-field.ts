/** A power of a prime that divides a number, with no higher power of it dividing. */
export interface PrimePower {
  readonly prime: number;
  readonly exponent: number;
  readonly order: number;
}

/** The prime powers whose product is `number` (≥ 1), smallest prime first. Trial division, O(√number). */
export function primePowersOf(number: number): PrimePower[] {
  const powers: PrimePower[] = [];
  let rest = number;
  for (let prime = 2; rest > 1; prime++) {
    if (prime * prime > rest) prime = rest;
    let exponent = 0;
    for (; rest % prime === 0; rest /= prime) exponent++;
    if (exponent > 0) powers.push({ prime, exponent, order: prime ** exponent });
  }
  return powers;
}

/**
 * Multiplication in the field of `order` elements; the digits of an element to base `prime` are the coefficients of its
 * polynomial. By logarithms to a root of the first primitive polynomial (Lidl and Niederreiter, Finite Fields). O(order²) at worst.
 */
export function fieldMultiplication(field: PrimePower): (a: number, b: number) => number {
  const powers = powersOfARoot(field);
  const logarithms = new Int32Array(field.order);
  powers.forEach((element, exponent) => (logarithms[element] = exponent));
  const cycle = field.order - 1;
  return (a, b) => (a === 0 || b === 0 ? 0 : powers[(logarithms[a]! + logarithms[b]!) % cycle]!);
}

/** 1, x, x², … up to every element but 0 once, modulo the first polynomial for which that succeeds. */
function powersOfARoot(field: PrimePower): Int32Array {
  const powers = new Int32Array(field.order - 1);
  for (let lower = 1; ; lower++) {
    let element = 1;
    let length = 0;
    do {
      powers[length++] = element;
      element = timesX(element, lower, field);
    } while (element !== 1 && element !== 0 && length < powers.length);
    if (element === 1 && length === powers.length) return powers;
  }
}

/** The element times x, where the highest power of x is minus the polynomial `lower`. */
function timesX(element: number, lower: number, { prime, order }: PrimePower): number {
  const highest = Math.floor((element * prime) / order);
  let product = 0;
  let shifted = (element * prime) % order;
  let subtract = lower;
  for (let place = 1; place < order; place *= prime) {
    const digit = (shifted % prime) + highest * (prime - (subtract % prime));
    product += (digit % prime) * place;
    shifted = Math.floor(shifted / prime);
    subtract = Math.floor(subtract / prime);
  }
  return product;
}
