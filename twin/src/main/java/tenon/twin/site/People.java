package tenon.twin.site;

import tenon.model.Chain;
import tenon.model.Resource;
import tenon.model.Sites;

/**
 * Workers as capacity. With W workers in s shifts (one where blank), of whom a share p is present,
 * and a crew of c workers that a shift needs to be safe:
 *
 * <ul>
 *   <li>k = min(s, floor(p W / c)) shifts run, and machines yield k / s of their capacity; with k =
 *       0 the site stands still, which is a safety stop;
 *   <li>recipes that state their workers per unit may start, all together, what p W workers can do,
 *       shared in proportion to what each could start otherwise;
 *   <li>of other recipes, and where W is unknown, capacity falls to the share p.
 * </ul>
 */
final class People {
  private static final double ROUNDING = 1e-9;

  /** Workers of a site, NaN where unknown; shifts; crew of a shift, 0 where any number will do. */
  private final double[] workers;

  private final double[] shifts;
  private final double[] crew;

  /** Workers for a good unit a day, by arc; 0 where they are unknown or do not bind. */
  private final double[] perUnit;

  /** Workers that the usual flow needs, by site. */
  private final double[] usual;

  /** Arcs of each site that compete for its workers; empty where none do. */
  final int[][] arcsOf;

  private People(Chain chain, int links, int arcs) {
    Sites sites = chain.sites();
    workers = new double[sites.count()];
    shifts = new double[sites.count()];
    crew = new double[sites.count()];
    perUnit = new double[arcs];
    usual = new double[sites.count()];
    arcsOf = new int[sites.count()][];
    for (int site = 0; site < workers.length; site++) {
      workers[site] = sites.workers(site);
      shifts[site] = orElse(sites.shifts(site), 1);
      crew[site] = Double.isNaN(workers[site]) ? 0 : orElse(sites.crewPerShift(site), 0);
    }
    int[] counts = new int[workers.length];
    for (int recipe = 0; recipe < chain.recipes().count(); recipe++) {
      int site = chain.recipes().site(recipe);
      boolean known = !Double.isNaN(workers[site]);
      perUnit[links + recipe] = known ? orElse(chain.recipes().workersPerUnit(recipe), 0) : 0;
      counts[site] += perUnit[links + recipe] > 0 ? 1 : 0;
    }
    for (int site = 0; site < counts.length; site++) {
      arcsOf[site] = new int[counts[site]];
    }
    for (int recipe = chain.recipes().count() - 1; recipe >= 0; recipe--) {
      if (perUnit[links + recipe] > 0) {
        int site = chain.recipes().site(recipe);
        arcsOf[site][--counts[site]] = links + recipe;
      }
    }
  }

  /** The people of a chain; who is too few even undisturbed is told to the blanks. */
  static People of(NetworkBuilder network) {
    Chain chain = network.chain;
    People people = new People(chain, chain.links().count(), network.arcs);
    for (int site = 0; site < people.workers.length; site++) {
      for (int arc : people.arcsOf[site]) {
        people.usual[site] +=
            people.perUnit[arc] * network.share[arc] * network.use[network.head[arc]];
      }
      double needed = people.usual[site];
      String key = chain.sites().keys().key(site);
      if (needed > people.workers[site] * (1 + ROUNDING)) {
        network.blanks.doubt("people-short", Resource.SITES, "workers", key, Blanks.number(needed));
      }
      if (people.shiftsRun(site, 1) < people.shifts[site]) {
        network.blanks.doubt("crew-short", Resource.SITES, "crew_per_shift", key, "");
      }
    }
    return people;
  }

  /** Workers present at a site who may start its recipes. */
  double present(int site, double share) {
    return workers[site] * share;
  }

  /** Workers for a good unit a day; 0 where a recipe states none, or its site no workers. */
  double perUnit(int arc) {
    return perUnit[arc];
  }

  /** Share of the workers whom the usual flow needs that is there, for a recipe that needs any. */
  double covered(int arc, int site, double share) {
    boolean bound = perUnit[arc] > 0 && usual[site] > 0;
    return bound ? Math.min(1, workers[site] * share / usual[site]) : 1;
  }

  private double shiftsRun(int site, double share) {
    return crew[site] == 0
        ? shifts[site]
        : Math.min(shifts[site], Math.floor(workers[site] * share / crew[site] + ROUNDING));
  }

  /** Share of its capacity that a recipe keeps with a share of the workers present. */
  double keptOf(int arc, int site, double share) {
    double kept = shiftsRun(site, share) / shifts[site];
    return perUnit[arc] > 0 || crew[site] > 0 ? kept : share;
  }

  /** Share of its usual use that a site without recipes keeps handing over. */
  double keptAt(int site, double share) {
    return crew[site] > 0 ? shiftsRun(site, share) / shifts[site] : share;
  }

  private static double orElse(double stated, double otherwise) {
    return Double.isNaN(stated) ? otherwise : stated;
  }
}
