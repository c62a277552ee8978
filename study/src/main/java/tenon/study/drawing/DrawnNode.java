package tenon.study.drawing;

import java.util.List;

/**
 * A mark of the drawing: one site, or sites of one tier and region gathered.
 *
 * @param column column it stands in, from 0
 * @param sites the sites, by row
 * @param region region the gathered sites share, or -1
 * @param rank rank of a single site, from 1; 0 for others
 * @param marked whether any of its sites is to be accented
 */
record DrawnNode(int column, List<Integer> sites, int region, int rank, boolean marked) {
  DrawnNode {
    sites = List.copyOf(sites);
  }

  boolean single() {
    return sites.size() == 1;
  }
}
