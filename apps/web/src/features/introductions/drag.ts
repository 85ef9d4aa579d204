// Drags one person onto another, by mouse at once and by finger after a short hold, so that a page can still be scrolled.
// Any element with `data-person` can be lifted and can be dropped on. While something is held no row is rendered again:
// what is under the pointer is marked on the element itself.

const holdMs = 300;
const mouseSlack = 6;
const fingerSlack = 10;
/** How near the edge of the window the page scrolls along, and by how much a frame, in px. */
const edge = 64;
const scrollBy = 14;

export interface Held {
  id: string;
  name: string;
}

interface Start extends Held {
  x: number;
  y: number;
}

export interface DragEnds {
  /** Somebody was lifted, or (undefined) let go. */
  held: (held: Held | undefined) => void;
  /** Where the one who is held is now. */
  at: (x: number, y: number) => void;
  dropped: (one: string, other: string) => void;
}

const personAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-person]') : null;

/** Watches a part of the page. @returns its end */
export function watchDrags(ground: HTMLElement, ends: DragEnds): () => void {
  let start: Start | undefined;
  let lifted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  let [x, y] = [0, 0];
  let over: HTMLElement | null = null;

  const mark = (next: HTMLElement | null): void => {
    if (next === over) return;
    over?.removeAttribute('data-over');
    over = next;
    over?.setAttribute('data-over', 'true');
  };
  const look = (): void => {
    const person = personAt(document.elementFromPoint(x, y));
    mark(
      person !== null && ground.contains(person) && person.dataset['person'] !== start?.id ? person : null,
    );
    ends.at(x, y);
  };
  const scroll = (): void => {
    const by = y < edge ? -scrollBy : y > window.innerHeight - edge ? scrollBy : 0;
    if (by !== 0) {
      window.scrollBy(0, by);
      look();
    }
    frame = requestAnimationFrame(scroll);
  };
  const lift = (): void => {
    if (start === undefined) return;
    lifted = true;
    document.body.dataset['holding'] = 'true';
    ends.held({ id: start.id, name: start.name });
    look();
    frame = requestAnimationFrame(scroll);
  };
  const end = (): void => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    mark(null);
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', drop);
    window.removeEventListener('pointercancel', end);
    window.removeEventListener('keydown', escape, true);
    delete document.body.dataset['holding'];
    if (lifted) ends.held(undefined);
    lifted = false;
    start = undefined;
  };
  const move = (event: PointerEvent): void => {
    if (start === undefined) return;
    [x, y] = [event.clientX, event.clientY];
    const moved = Math.hypot(x - start.x, y - start.y);
    if (lifted) look();
    else if (event.pointerType !== 'mouse' && moved > fingerSlack) end();
    else if (event.pointerType === 'mouse' && moved > mouseSlack) lift();
  };
  const drop = (): void => {
    const [one, other] = [start?.id, over?.dataset['person']];
    const wasLifted = lifted;
    end();
    if (wasLifted) swallowClick();
    if (wasLifted && one !== undefined && other !== undefined) ends.dropped(one, other);
  };
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !lifted) return;
    event.preventDefault();
    event.stopPropagation();
    end();
  };
  const down = (event: PointerEvent): void => {
    const person = personAt(event.target);
    const id = person?.dataset['person'];
    if (event.button !== 0 || !event.isPrimary || id === undefined) return;
    end();
    [x, y] = [event.clientX, event.clientY];
    start = { id, name: person?.dataset['name'] ?? '', x, y };
    if (event.pointerType !== 'mouse') timer = setTimeout(lift, holdMs);
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', drop);
    window.addEventListener('pointercancel', end);
    window.addEventListener('keydown', escape, true);
  };
  // Has to be there before a finger comes down: only then the browser waits for it instead of scrolling.
  const keepStill = (event: TouchEvent): void => {
    if (lifted) event.preventDefault();
  };
  const noMenu = (event: MouseEvent): void => {
    if (start !== undefined) event.preventDefault();
  };
  ground.addEventListener('pointerdown', down);
  ground.addEventListener('touchmove', keepStill, { passive: false });
  ground.addEventListener('contextmenu', noMenu);
  return () => {
    end();
    ground.removeEventListener('pointerdown', down);
    ground.removeEventListener('touchmove', keepStill);
    ground.removeEventListener('contextmenu', noMenu);
  };
}

/** Letting go is no click on whoever was lifted. */
function swallowClick(): void {
  const swallow = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, true);
  setTimeout(() => {
    window.removeEventListener('click', swallow, true);
  });
}
