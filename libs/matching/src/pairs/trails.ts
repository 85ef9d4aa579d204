import type { Room } from './room.ts';

/** Consecutive edges share a person; `start` is the person the first edge is left from. */
export interface Trail {
  readonly edges: number[];
  readonly start: number;
  readonly closed: boolean;
}

const NO_LINE = -1;

/**
 * Splits some edges of a room into trails that use each edge once: from each person with an odd number of them to
 * another such person, and closed ones where everybody has an even number. Euler's walk (Hierholzer 1873) with one extra
 * vertex, the gate, joined to every odd person: what lies between two visits of the gate is an open trail.
 */
export function trailsOf(room: Room, edges: Int32Array): Trail[] {
  const walk = new EulerWalk(room, edges);
  const trails = walk.from(walk.gate);
  for (let person = 0; person < room.people; person++) trails.push(...walk.from(person));
  return trails;
}

class EulerWalk {
  /** The vertex beside the people. */
  readonly gate: number;
  private readonly tail: number[];
  private readonly head: number[];
  private readonly names: Int32Array;
  private readonly next: Int32Array;
  private readonly last: Int32Array;
  private readonly lines: Int32Array;
  private readonly isWalked: Uint8Array;

  constructor(room: Room, edges: Int32Array) {
    this.gate = room.people;
    this.names = edges;
    this.tail = Array.from(edges, (edge) => room.a[edge]!);
    this.head = Array.from(edges, (edge) => room.b[edge]!);
    const degree = new Int32Array(room.people + 1);
    for (const person of [...this.tail, ...this.head]) degree[person]! += 1;
    for (let person = 0; person < room.people; person++) {
      if (degree[person]! % 2 === 0) continue;
      this.tail.push(this.gate);
      this.head.push(person);
      degree[this.gate]! += 1;
      degree[person]! += 1;
    }
    this.next = new Int32Array(room.people + 1);
    for (let vertex = 1; vertex <= this.gate; vertex++) {
      this.next[vertex] = this.next[vertex - 1]! + degree[vertex - 1]!;
    }
    this.last = this.next.slice();
    this.lines = new Int32Array(2 * this.tail.length);
    this.tail.forEach((vertex, line) => {
      this.lines[this.last[vertex]!++] = line;
      this.lines[this.last[this.head[line]!]!++] = line;
    });
    this.isWalked = new Uint8Array(this.tail.length);
  }

  /** The closed walk over everything still to be walked that hangs together with a vertex, cut at the gate. */
  from(start: number): Trail[] {
    const vertices = [start];
    const lines = [NO_LINE];
    const trails: Trail[] = [];
    let trail: Trail | undefined;
    while (vertices.length > 0) {
      const vertex = vertices[vertices.length - 1]!;
      const line = this.nextLine(vertex);
      if (line !== NO_LINE) {
        vertices.push(this.tail[line]! + this.head[line]! - vertex);
        lines.push(line);
        continue;
      }
      // Stuck: the line that led here is the next of the walk, seen from its end.
      vertices.pop();
      const walked = lines.pop()!;
      if (walked === NO_LINE || walked >= this.names.length) {
        trail = undefined;
        continue;
      }
      if (!trail) {
        trail = { start: vertex, edges: [], closed: start !== this.gate };
        trails.push(trail);
      }
      trail.edges.push(this.names[walked]!);
    }
    return trails;
  }

  private nextLine(vertex: number): number {
    while (this.next[vertex]! < this.last[vertex]!) {
      const line = this.lines[this.next[vertex]!++]!;
      if (this.isWalked[line] === 1) continue;
      this.isWalked[line] = 1;
      return line;
    }
    return NO_LINE;
  }
}
