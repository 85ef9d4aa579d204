/** A binary min-heap of nodes by distance; the same node may stand in it more than once. */
export class Heap {
  private readonly distances: number[] = [];
  private readonly nodes: number[] = [];

  get isEmpty(): boolean {
    return this.nodes.length === 0;
  }

  /** The least distance; there must be one. */
  get least(): number {
    return this.distances[0]!;
  }

  clear(): void {
    this.distances.length = 0;
    this.nodes.length = 0;
  }

  push(node: number, distance: number): void {
    const { distances, nodes } = this;
    let at = nodes.length;
    nodes.push(node);
    distances.push(distance);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (distances[above]! <= distance) break;
      distances[at] = distances[above]!;
      nodes[at] = nodes[above]!;
      at = above;
    }
    distances[at] = distance;
    nodes[at] = node;
  }

  /** Takes out the node of least distance. */
  pop(): number {
    const { distances, nodes } = this;
    const top = nodes[0]!;
    const distance = distances.pop()!;
    const node = nodes.pop()!;
    const size = nodes.length;
    if (size === 0) return top;
    let at = 0;
    for (let below = 1; below < size; below = 2 * at + 1) {
      if (below + 1 < size && distances[below + 1]! < distances[below]!) below += 1;
      if (distances[below]! >= distance) break;
      distances[at] = distances[below]!;
      nodes[at] = nodes[below]!;
      at = below;
    }
    distances[at] = distance;
    nodes[at] = node;
    return top;
  }
}
