import { type PointerEvent, memo, useMemo, useState } from 'react';
import { app } from '#libs/words';
import { useNarrow } from '../../lib/use-narrow.ts';
import type { BoardPerson, IntroductionView } from '../../lib/shapes.ts';
import { MapLegend } from './map-legend.tsx';
import { MapList } from './map-list.tsx';
import {
  type Spot,
  type Tie,
  arcOf,
  nearestBy,
  orderAround,
  partnersOf,
  spotsOf,
  tiesOf,
} from './room-map.ts';
import styles from './map-view.module.css';

/** Names are set around the circle up to here; beyond, one is shown at a time. */
const mostNamed = 90;
/** And while no name is longer, in characters: set along its ray, it would make all others too small to read. */
const longestNamed = 40;
/** In units of the drawing: the room a name needs along the rim, and a character along its ray. */
const perName = 17;
const perCharacter = 7;
const leastRadius = 230;
const radiusWithoutNames = 230;
/** From here on lines differ by their width alone: dashes would run together to rings. */
const dense = 150;

interface Props {
  people: readonly BoardPerson[];
  introductions: readonly IntroductionView[];
}

/** Who is introduced to whom, as lines across the room; the same as a list below it. */
export const MapView = memo(function MapView({ people, introductions }: Props) {
  const words = app.introductions.map;
  const readable = people.length <= mostNamed && people.every(({ name }) => name.length <= longestNamed);
  const named = !useNarrow() && readable;
  const room = useMemo(() => roomOf(people, introductions, named), [people, introductions, named]);
  const [shown, setShown] = useState<string>();
  const spot = room.spots.find(({ id }) => id === shown);
  const point = ({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>): void => {
    const { left, top, width, height } = currentTarget.getBoundingClientRect();
    setShown(nearestBy(room.spots, clientX - left - width / 2, clientY - top - height / 2)?.id);
  };
  const nameOf = (id: string): string => room.names.get(id) ?? '';
  return (
    <>
      <figure
        className={styles['map']}
        data-shown={spot !== undefined}
        data-named={named}
        data-dense={people.length > dense}
      >
        <svg
          role="img"
          aria-label={words.summary(people.length, room.ties.length)}
          viewBox={`${String(-room.reach)} ${String(-room.reach)} ${String(2 * room.reach)} ${String(2 * room.reach)}`}
          style={{ maxWidth: `${String(2 * room.reach)}px` }}
          onPointerMove={point}
          onPointerDown={point}
          onPointerLeave={(event) => {
            if (event.pointerType === 'mouse') setShown(undefined);
          }}
        >
          <Room spots={room.spots} ties={room.ties} names={named ? room.names : null} />
          {spot !== undefined && <Shown spot={spot} room={room} named={named} />}
        </svg>
        <figcaption>
          <p className={styles['caption']}>
            {spot === undefined
              ? words.hint
              : words.one(
                  nameOf(spot.id),
                  (room.partners.get(spot.id) ?? []).map(({ id, kind }) =>
                    words.tie(nameOf(id), words.kinds[kind].toLowerCase()),
                  ),
                )}
          </p>
          <MapLegend ties={room.ties} />
        </figcaption>
      </figure>
      <MapList people={people} partners={room.partners} nameOf={room.names} />
    </>
  );
});

interface RoomOf {
  names: ReadonlyMap<string, string>;
  ties: readonly Tie[];
  partners: ReturnType<typeof partnersOf>;
  spots: readonly Spot[];
  /** From the middle to the edge of the drawing, names included. */
  reach: number;
}

function roomOf(
  people: readonly BoardPerson[],
  introductions: readonly IntroductionView[],
  named: boolean,
): RoomOf {
  const names = new Map(people.map(({ attendeeId, name }) => [attendeeId, name]));
  for (const { a, b } of introductions) {
    for (const { attendeeId, name } of [a, b]) if (!names.has(attendeeId)) names.set(attendeeId, name);
  }
  const onBoard = new Set(people.map(({ attendeeId }) => attendeeId));
  const ties = tiesOf(introductions).filter(({ a, b }) => onBoard.has(a) && onBoard.has(b));
  const radius = named
    ? Math.max(leastRadius, (people.length * perName) / (2 * Math.PI))
    : radiusWithoutNames;
  const longest = Math.max(0, ...people.map(({ name }) => name.length));
  return {
    names,
    ties,
    partners: partnersOf(ties),
    spots: spotsOf(orderAround(people, ties), radius),
    reach: radius + (named ? longest * perCharacter + 20 : 16),
  };
}

interface RoomProps {
  spots: readonly Spot[];
  ties: readonly Tie[];
  names: ReadonlyMap<string, string> | null;
}

/** Everybody and every tie; drawn anew only when one of them changes. */
const Room = memo(function Room({ spots, ties, names }: RoomProps) {
  const at = new Map(spots.map((spot) => [spot.id, spot]));
  const tied = new Set(ties.flatMap(({ a, b }) => [a, b]));
  return (
    <g className={styles['room']}>
      {ties.map((tie) => (
        <Arc key={tie.id} tie={tie} at={at} />
      ))}
      {spots.map(({ id, x, y, angle }) => (
        <g key={id}>
          <circle cx={x} cy={y} r={spots.length > dense ? 1.2 : 4.5} data-alone={!tied.has(id)} />
          {names !== null && <Name x={x} y={y} angle={angle} name={names.get(id) ?? ''} />}
        </g>
      ))}
    </g>
  );
});

function Arc({ tie, at }: { tie: Tie; at: ReadonlyMap<string, Spot> }) {
  const [from, to] = [at.get(tie.a), at.get(tie.b)];
  if (from === undefined || to === undefined) return null;
  return <path d={arcOf(from, to)} data-kind={tie.kind} />;
}

/** Along its ray, never upside down. */
function Name({ x, y, angle, name }: { x: number; y: number; angle: number; name: string }) {
  const left = angle > Math.PI;
  const turned = (angle * 180) / Math.PI - 90 + (left ? 180 : 0);
  return (
    <text
      x={left ? -10 : 10}
      dy="0.35em"
      textAnchor={left ? 'end' : 'start'}
      transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${turned.toFixed(1)})`}
    >
      {name}
    </text>
  );
}

/** One person and theirs, over the rest. */
function Shown({ spot, room, named }: { spot: Spot; room: RoomOf; named: boolean }) {
  const at = new Map(room.spots.map((one) => [one.id, one]));
  const partners = (room.partners.get(spot.id) ?? []).flatMap(({ id }) => at.get(id) ?? []);
  const own = room.ties.filter(({ a, b }) => a === spot.id || b === spot.id);
  return (
    <g className={styles['shown']}>
      {own.map((tie) => (
        <Arc key={tie.id} tie={tie} at={at} />
      ))}
      {[spot, ...partners].map(({ id, x, y, angle }) => (
        <g key={id}>
          <circle cx={x} cy={y} r={6} data-first={id === spot.id} />
          {named && <Name x={x} y={y} angle={angle} name={room.names.get(id) ?? ''} />}
        </g>
      ))}
    </g>
  );
}
