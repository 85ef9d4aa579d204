import { queryOptions } from '@tanstack/react-query';
import type { EventPath } from '../../lib/api.ts';
import type { components } from '../../lib/api-types.ts';
import { answer, client } from '../../lib/http.ts';

type Schemas = components['schemas'];
export type SeriesRef = Schemas['SeriesRef'];
export type SeriesDate = Schemas['SeriesDateView'];
export type SeriesLaterDate = Schemas['SeriesLaterDate'];
export type SeriesOfEvent = Schemas['SeriesOfEvent'];
export type SeriesRule = Required<Schemas['SeriesRuleInput']>;
export type SeriesPart = SeriesDate['differs'][number];
export type FollowingChanged = Schemas['FollowingChanged'];
export type SeriesEnded = Schemas['SeriesEnded'];
export type PreviewDate = Schemas['SeriesPreviewDate'];

export interface SeriesPath {
  organizationId: string;
  seriesId: string;
}

const series = '/api/v1/organizations/{organizationId}/series';
const ofEvent = '/api/v1/organizations/{organizationId}/events/{eventId}/series';

export const seriesListQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['series', organizationId],
    queryFn: () => answer(client.GET(series, { params: { path: { organizationId } } })),
  });

export const seriesQuery = (path: SeriesPath) =>
  queryOptions({
    queryKey: ['series', path.organizationId, path.seriesId],
    queryFn: () => answer(client.GET(`${series}/{seriesId}`, { params: { path } })),
  });

export const seriesOfEventQuery = (path: EventPath) =>
  queryOptions({
    queryKey: ['series', path.organizationId, 'of-event', path.eventId],
    queryFn: () => answer(client.GET(ofEvent, { params: { path } })),
  });

export const previewQuery = (path: EventPath, rule: SeriesRule) =>
  queryOptions({
    queryKey: ['series', path.organizationId, 'preview', path.eventId, rule],
    queryFn: () => answer(client.POST(`${ofEvent}/preview`, { params: { path }, body: rule })),
  });

export const repeat = (path: EventPath, body: Schemas['SeriesInput']) =>
  answer(client.POST(ofEvent, { params: { path }, body }));

export const changeFollowing = (path: SeriesPath, body: Schemas['FollowingInput']) =>
  answer(client.POST(`${series}/{seriesId}/following`, { params: { path }, body }));

export const leaveOut = (path: SeriesPath, body: Schemas['LeaveOutInput']) =>
  answer(client.POST(`${series}/{seriesId}/leave-out`, { params: { path }, body }));

export const endSeries = (path: SeriesPath, body: Schemas['SeriesEndInput']) =>
  answer(client.POST(`${series}/{seriesId}/end`, { params: { path }, body }));
