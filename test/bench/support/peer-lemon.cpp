// Exact maximum-weight b-matching by LEMON: people split into places, pairs into two ends, so that a plain matching of the
// split graph is a plan. An end joined to a place is worth M + score (and a bonus at the first place), the two ends joined
// 2M; a taken pair earns 2M + 2 * score, a pair left alone 2M, and half a pair less than either.
#include <cstdio>
#include <ctime>
#include <vector>
#include <lemon/matching.h>
#include <lemon/smart_graph.h>

using Graph = lemon::SmartGraph;

int main() {
  int people, pairs;
  long long bonus;
  if (std::scanf("%d %d %lld", &people, &pairs, &bonus) != 3) return 1;
  Graph graph;
  std::vector<std::vector<Graph::Node>> places(people);
  std::vector<int> covered(people, 0);
  for (auto &own : places) {
    int cap;
    if (std::scanf("%d", &cap) != 1) return 1;
    for (int place = 0; place < cap; place++) own.push_back(graph.addNode());
  }
  Graph::EdgeMap<long long> worth(graph);
  std::vector<Graph::Edge> joint(pairs);
  std::vector<int> a(pairs), b(pairs);
  std::vector<long long> score(pairs);
  const long long large = 4 * (bonus + 1000);
  for (int pair = 0; pair < pairs; pair++) {
    if (std::scanf("%d %d %lld", &a[pair], &b[pair], &score[pair]) != 3) return 1;
    const Graph::Node left = graph.addNode(), right = graph.addNode();
    const auto join = [&](int person, Graph::Node end) {
      for (std::size_t place = 0; place < places[person].size(); place++) {
        worth[graph.addEdge(places[person][place], end)] = large + score[pair] + (place == 0 ? 2 * bonus : 0);
      }
    };
    join(a[pair], left);
    join(b[pair], right);
    worth[joint[pair] = graph.addEdge(left, right)] = 2 * large;
  }
  const std::clock_t before = std::clock();
  lemon::MaxWeightedMatching<Graph, Graph::EdgeMap<long long>> matching(graph, worth);
  matching.run();
  const double milliseconds = 1000.0 * (std::clock() - before) / CLOCKS_PER_SEC;
  long long total = 0;
  for (int pair = 0; pair < pairs; pair++) {
    const Graph::Node left = graph.u(joint[pair]), right = graph.v(joint[pair]);
    if (matching.matching(joint[pair]) || matching.mate(left) == lemon::INVALID || matching.mate(right) == lemon::INVALID) continue;
    total += score[pair];
    covered[a[pair]] = covered[b[pair]] = 1;
  }
  int alone = 0;
  for (int person = 0; person < people; person++) alone += places[person].size() > 0 && !covered[person];
  std::printf("{\"total\":%lld,\"leftOut\":%d,\"milliseconds\":%f}\n", total, alone, milliseconds);
}
