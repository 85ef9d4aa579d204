"""Exact maximum-weight b-matching by networkx, by the same split graph as peer-lemon.cpp."""
import json
import sys
import time

try:
    import networkx
except ImportError:
    sys.exit(2)

numbers = iter(map(int, sys.stdin.read().split()))
people, pairs, bonus = next(numbers), next(numbers), next(numbers)
caps = [next(numbers) for _ in range(people)]
large = 4 * (bonus + 1000)
rows = []
graph = networkx.Graph()
for pair in range(pairs):
    a, b, score = next(numbers), next(numbers), next(numbers)
    rows.append((a, b, score))
    for person, end in ((a, "left"), (b, "right")):
        for place in range(caps[person]):
            graph.add_edge((person, place), (end, pair), weight=large + score + (2 * bonus if place == 0 else 0))
    graph.add_edge(("left", pair), ("right", pair), weight=2 * large)
before = time.process_time()
matching = networkx.max_weight_matching(graph)
milliseconds = 1000 * (time.process_time() - before)
apart = {one[1] for one, other in matching if one[0] in ("left", "right") and other[0] in ("left", "right")}
taken = [rows[pair] for pair in range(pairs) if pair not in apart]
covered = {person for a, b, _ in taken for person in (a, b)}
total = sum(score for _, _, score in taken)
alone = sum(1 for person in range(people) if caps[person] > 0 and person not in covered)
print(json.dumps({"total": total, "leftOut": alone, "milliseconds": milliseconds}))
