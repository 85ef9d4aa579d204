import type { DomainError } from '../errors.ts';
import { type QuestionDraft, questionsOf } from './question-drafts.ts';

const diet: QuestionDraft = { kind: 'choice', label: 'What do you eat?', options: ['Everything', 'Vegan'] };

function pointersOf(drafts: QuestionDraft[]): string[] {
  try {
    questionsOf(drafts);
    return [];
  } catch (error) {
    return (error as DomainError).shapes.map(({ pointer }) => pointer);
  }
}

describe('the questions of an event', () => {
  it('keep the ids they are given and get one where they are new', () => {
    const id = '01990000-0000-7000-8000-000000000001';
    const questions = questionsOf([
      { ...diet, id },
      { kind: 'short', label: 'What are you working on?' },
    ]);
    expect(questions).toEqual([
      { ...diet, id, required: false },
      {
        id: expect.any(String),
        kind: 'short',
        label: 'What are you working on?',
        required: false,
        options: [],
      },
    ]);
    expect(new Set(questions.map((question) => question.id)).size).toBe(2);
  });

  it('give at least two different options where one chooses, and none elsewhere', () => {
    expect(
      pointersOf([
        diet,
        { ...diet, options: ['Vegan'] },
        { kind: 'several', label: 'Which rooms?' },
        { kind: 'agreement', label: 'I keep to the house rules.', options: ['yes'] },
        { ...diet, options: ['Vegan', 'Everything', 'Vegan'] },
      ]),
    ).toEqual([
      '/questions/1/options',
      '/questions/2/options',
      '/questions/3/options',
      '/questions/4/options/2',
    ]);
  });

  it('are each asked once', () => {
    const id = '01990000-0000-7000-8000-000000000001';
    expect(pointersOf([{ ...diet, id }, diet, { ...diet, id }])).toEqual(['/questions/2/id']);
  });
});
