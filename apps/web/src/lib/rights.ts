import type { Role } from './shapes.ts';

/** What a screen offers by role; the api decides, this only spares people a refusal. */
export const mayEditEvents = (role: Role): boolean => role === 'owner' || role === 'editor';
export const mayEditAudience = (role: Role): boolean => role === 'owner' || role === 'editor';
export const mayReadSynonyms = (role: Role): boolean => role !== 'door';
export const mayEditSynonyms = (role: Role): boolean => role === 'owner' || role === 'editor';
export const mayEditGuests = (role: Role): boolean => role !== 'door';
export const mayImport = (role: Role): boolean => role !== 'door';
export const mayIntroduce = (role: Role): boolean => role !== 'door';
export const mayReadMessages = (role: Role): boolean => role !== 'door';
export const mayWriteMessages = (role: Role): boolean => role === 'owner' || role === 'editor';
export const mayReadMailLog = (role: Role): boolean => role === 'owner' || role === 'editor';
export const mayReadMembers = (role: Role): boolean => role === 'owner' || role === 'editor';
export const mayEditMembers = (role: Role): boolean => role === 'owner';
export const mayReadInsights = (role: Role): boolean => role !== 'door';
export const mayReadCredits = (role: Role): boolean => role !== 'door';
export const mayReadCritique = (role: Role): boolean => role !== 'door';
export const mayEditCritique = (role: Role): boolean => role === 'owner' || role === 'editor';
export const mayOpenDoors = (role: Role): boolean => role !== 'door';
export const mayReadPanelists = (role: Role): boolean => role !== 'door';
export const mayRunMixer = (role: Role): boolean => role !== 'door';
