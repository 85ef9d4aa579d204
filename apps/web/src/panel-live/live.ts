import type { components } from '../lib/api-types.ts';

type Schemas = components['schemas'];

/** What every screen of a panel shows; the server writes it once for all of them. */
export type PanelLive = Schemas['PanelLiveView'];
export type Timer = Schemas['SpeakerTimerView'];
export type LiveQuestion = Schemas['LiveQuestionView'];
/** The same for whoever moderates, with what is hidden and joined. */
export type Moderation = Schemas['ModerationView'];
export type ModeratedQuestion = Schemas['ModeratedQuestionView'];
export type ModerationInput = Schemas['ModerationInput'];
export type MyQuestions = Schemas['MyQuestionsView'];
