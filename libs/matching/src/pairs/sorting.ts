const DIGIT = 16;

/**
 * The items in order of their whole-number keys from 0, equal keys in the order they came: counting sort, digit by digit
 * for keys of more than 16 bits. O(items × digits).
 */
export function byKey(items: Int32Array, keys: Int32Array, highest: number): Int32Array {
  let sorted = items;
  for (let shift = 0; shift === 0 || highest >= 2 ** shift; shift += DIGIT) {
    sorted = byDigit(sorted, keys, shift, Math.min(highest, 2 ** DIGIT - 1));
  }
  return sorted;
}

function byDigit(items: Int32Array, keys: Int32Array, shift: number, highest: number): Int32Array {
  const digitOf = (item: number) => (keys[item]! >>> shift) & (2 ** DIGIT - 1);
  const next = new Int32Array(highest + 2);
  for (const item of items) next[digitOf(item) + 1]! += 1;
  for (let digit = 0; digit <= highest; digit++) next[digit + 1]! += next[digit]!;
  const sorted = new Int32Array(items.length);
  for (const item of items) sorted[next[digitOf(item)]!++] = item;
  return sorted;
}
