/**
 * How a language says a number of things: its figures, and the word in the form that its plural rules choose. `forms` are
 * those that the language tells apart, the one for everything else last; a sentence gives one word for each.
 */
export function counting<const Forms extends readonly Intl.LDMLPluralRule[]>(locale: string, forms: Forms) {
  // Making one of these costs as much as hundreds of answers.
  const [number, rules] = [new Intl.NumberFormat(locale), new Intl.PluralRules(locale)];
  const counted = (value: number, ...words: { [Form in keyof Forms]: string }): string => {
    const word = words[forms.indexOf(rules.select(value))] ?? words.at(-1);
    return `${number.format(value)} ${word ?? ''}`;
  };
  return { number, counted };
}
