import { faultsOfQuestion, moved, newQuestion, sendableQuestion } from './question-drafts.ts';

it('gives each new question an id of its own that the api takes', () => {
  const ids = Array.from({ length: 50 }, () => newQuestion().id);
  expect(new Set(ids).size).toBe(50);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it('moves a question by one place and leaves the ends where they are', () => {
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
});

it('sends options only where one chooses, and no empty lines of them', () => {
  const diet = { ...newQuestion(), label: 'What do you eat?', options: ['Everything', ' ', 'Vegan', ''] };
  expect(sendableQuestion({ ...diet, kind: 'choice' }).options).toEqual(['Everything', 'Vegan']);
  expect(sendableQuestion({ ...diet, kind: 'short' }).options).toEqual([]);
});

it('puts a fault under the field of its question', () => {
  const faults = { title: 'Needed.', 'questions.1.label': 'Needed.', 'questions.10.options.2': 'Twice.' };
  expect(faultsOfQuestion(faults, 1)).toEqual({ label: 'Needed.' });
  expect(faultsOfQuestion(faults, 10)).toEqual({ options: 'Twice.' });
  expect(faultsOfQuestion(faults, 0)).toEqual({});
});
