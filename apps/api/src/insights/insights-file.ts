import { type Insights, type Ratio, type ToldRatio, midnightFrom, ratios } from '#libs/domain';
import { words } from '#libs/words';
import { byteOrderMark, csvLine } from '../csv-line.ts';
import type { EveningInsights, OrganizationInsights } from './insights-reading.ts';

export interface InsightsFile {
  /** Of letters, digits and dashes. */
  name: string;
  text: string;
}

const { file: sentences, nothing: none } = words.insights;

/** A line for each number of one evening, and as of when it counts. */
export function insightsFile({ slug, insights, asOf, timeZone }: EveningInsights): InsightsFile {
  const head = [sentences.what, sentences.count, sentences.of, sentences.percent, sentences.counted];
  // The last moment of the day before that midnight.
  const lastDay = sentences.upTo(dayOf(new Date(asOf.getTime() - 1), timeZone));
  const lines = insights === null ? [] : linesOf(insights, lastDay, timeZone);
  return { name: nameOf(slug), text: byteOrderMark + [head, ...lines].map(csvLine).join('') };
}

/** A line for each evening, then for each format and for all together. */
export function organizationFile(all: OrganizationInsights): InsightsFile {
  const head = [
    ...[sentences.evening, sentences.day, words.insights.rsvps],
    ...ratios.flatMap((ratio) => [
      `${words.insights.ratios[ratio]}: ${sentences.count}`,
      `${words.insights.ratios[ratio]}: ${sentences.of}`,
      `${words.insights.ratios[ratio]}: ${sentences.percent}`,
    ]),
    words.insights.load,
  ];
  const lines = [
    ...all.evenings.map(({ evening: { title, startsAt, timeZone }, insights }) => [
      ...[title, dayOf(startsAt, timeZone)],
      ...columnsOf(insights, words.insights.fewer),
    ]),
    ...all.formats.map(({ format, insights }) => [
      words.insights.formats[format],
      '',
      ...columnsOf(insights, words.insights.hidden),
    ]),
    [sentences.all, '', ...columnsOf(all.total, words.insights.hidden)],
  ];
  return { name: nameOf(all.slug), text: byteOrderMark + [head, ...lines].map(csvLine).join('') };
}

function linesOf({ rsvps, load, ratios: told }: Insights, lastDay: string, timeZone: string): string[][] {
  const { now, from } = sentences;
  const countedOf = (ratio: Ratio): string => {
    const first = told[ratio].nothing?.from;
    if (first) return from(dayOf(midnightFrom(first, timeZone), timeZone));
    return ratio === 'showed' ? now : lastDay;
  };
  return [
    [words.insights.rsvps, numberOf(rsvps, words.insights.fewer), '', '', now],
    ...ratios.map((ratio: Ratio) => [
      words.insights.ratios[ratio],
      ...cellsOf(told[ratio], words.insights.fewer),
      countedOf(ratio),
    ]),
    [words.insights.load, numberOf(load, words.insights.hidden), '', '', lastDay],
  ];
}

function columnsOf({ rsvps, load, ratios: told }: Insights, small: string): string[] {
  const cells = ratios.flatMap((ratio) => cellsOf(told[ratio], small));
  return [numberOf(rsvps, small), ...cells, numberOf(load, words.insights.hidden)];
}

/** The words of the page. @param small what stands for a group that is too small */
function cellsOf({ count, of, nothing }: ToldRatio, small: string): string[] {
  if (nothing !== null) return [nothing.isFinal ? none.final : none.yet, '', ''];
  if (of === null) return [small, '', ''];
  return [
    numberOf(count, words.insights.hidden),
    String(of),
    count === null ? '' : String(Math.round((100 * count) / of)),
  ];
}

const numberOf = (value: number | null, small: string): string => (value === null ? small : String(value));

/** "2026-10-19", in the evening's zone. */
const dayOf = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);

const nameOf = (slug: string): string => `what-came-of-it-${slug.replace(/[^a-z0-9-]/g, '')}.csv`;
