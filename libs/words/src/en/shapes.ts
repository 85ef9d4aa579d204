/** What is wrong with one field, said beside it. */
export const shapes = {
  answers: 'These answers cannot be read.',
  text: 'This has to be text.',
  needed: 'Please fill this in.',
  tooLong: (max: number) => `At most ${max.toLocaleString('en')} characters fit here.`,
  eachTooLong: (max: number) => `At most ${max.toLocaleString('en')} characters fit in each.`,
  oneLine: 'Please keep this to one line.',
  wholeNumber: (min: number, max: number) =>
    `Please give a whole number from ${min.toLocaleString('en')} to ${max.toLocaleString('en')}.`,
  oneOf: (choices: readonly string[]) => `Please choose one of: ${choices.join(', ')}.`,
  yesNo: 'This is either yes or no.',
  id: 'This is not the id of anything.',
  localTime: 'Please give a date and a time, like 2026-10-19T18:00.',
  timeZone: 'Please choose a time zone from the list, like America/Los_Angeles.',
  list: 'This has to be a list.',
  tooMany: (max: number) => `At most ${max.toLocaleString('en')} fit here.`,
  object: 'This is not in the form we expect.',
  colour: 'Please give a colour like #0f766e.',
  optionsNeeded: 'Please give at least 2 options to choose from.',
  optionsUnasked: 'Only a question one chooses from has options.',
  optionTwice: 'This option stands here twice.',
  questionTwice: 'This question stands here twice.',
  eachNeeded: 'Please fill in each of them.',
  pasted: (max: number) => `Please paste addresses, at most ${max.toLocaleString('en')} characters.`,
  unknownField: 'There is no such field here.',
} as const;

/** HTTP's own phrases, as titles of problems. */
export const statuses: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Sign-in needed',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  410: 'Gone',
  413: 'Too large',
  415: 'Unsupported type',
  422: 'Needs another look',
  429: 'Too many requests',
  500: 'Something went wrong',
  503: 'Unavailable',
};
