export { suggestAsked } from './asked-questions.ts';
export * from './deciding.ts';
export * from './evening-rows.ts';
export { freezeFeatures } from './features-of-asks.ts';
export { type Changes, type Decider, type Search, makeSuggestions } from './suggesting.ts';
export {
  type First,
  type SuggestionOutcome,
  type SuggestionPlan,
  type SuggestionProblem,
  type SuggestionProgress,
  firsts,
} from './suggestion-problem.ts';
export type { EveningRead, Wish } from './suggestion-reading.ts';
export * from './suggestion-rows.ts';
export * from './proposals.ts';
export { SuggestionThreads, type Waiting } from './suggestion-threads.ts';
