import { combine } from '@atlaskit/pragmatic-drag-and-drop/utils/combine';
import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/adapter/element-adapter';
import { type RefObject, useEffect, useEffectEvent, useState } from 'react';

interface Dragged {
  row: RefObject<HTMLElement | null>;
  handle: RefObject<HTMLElement | null>;
  id: string;
  position: number;
  isOn: boolean;
  /** Dropped here, this one is to have this place. */
  drop: (id: string, position: number) => void;
}

const kind = 'agenda-panel';

/**
 * One row of the agenda can be lifted by its handle and let go above or below another.
 * @returns whether it is held, and where something held over it would go
 */
export function useDrag({ row, handle, id, position, isOn, drop }: Dragged): {
  held: boolean;
  over: 'above' | 'below' | undefined;
} {
  const [held, setHeld] = useState(false);
  const [over, setOver] = useState<'above' | 'below'>();
  const onDrop = useEffectEvent(drop);
  useEffect(() => {
    const [element, dragHandle] = [row.current, handle.current];
    if (element === null || dragHandle === null || !isOn) return undefined;
    const isOther = (data: Record<string, unknown>): boolean => data['kind'] === kind && data['id'] !== id;
    const sideOf = (y: number): 'above' | 'below' => {
      const { top, height } = element.getBoundingClientRect();
      return y < top + height / 2 ? 'above' : 'below';
    };
    return combine(
      draggable({
        element,
        dragHandle,
        getInitialData: () => ({ kind, id, position }),
        onDragStart: () => {
          setHeld(true);
        },
        onDrop: () => {
          setHeld(false);
        },
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => isOther(source.data),
        onDrag: ({ location }) => {
          setOver(sideOf(location.current.input.clientY));
        },
        onDragLeave: () => {
          setOver(undefined);
        },
        onDrop: ({ source, location }) => {
          setOver(undefined);
          const from = Number(source.data['position']);
          const between = position + (sideOf(location.current.input.clientY) === 'below' ? 1 : 0);
          const to = from < between ? between - 1 : between;
          if (to !== from) onDrop(String(source.data['id']), to);
        },
      }),
    );
  }, [row, handle, id, position, isOn]);
  return { held, over };
}
