package tenon.twin.site;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenon.model.Disruption;
import tenon.model.Disruption.Target;
import tenon.model.Hazard;
import tenon.model.Scenario;

/**
 * What of a scenario happens at a group of sites. A disruption of sites that all belong to the
 * group stays as it is; of others those in the group are hit one by one.
 */
final class Confined {
  private final Network network;

  /** Targets that cannot be told apart by site. */
  final Set<Target> left = new LinkedHashSet<>();

  Confined(Network network) {
    this.network = network;
  }

  /** The part of a scenario that hits sites of a group. */
  Scenario to(BitSet group, Scenario scenario) {
    List<Hazard> hazards = new ArrayList<>();
    for (Hazard hazard : scenario.hazards()) {
      List<Disruption> marks = within(group, hazard.marks());
      if (!marks.isEmpty()) {
        hazards.add(new Hazard(hazard.name(), hazard.process(), marks, hazard.hitProbability()));
      }
    }
    return new Scenario(
        scenario.name(), scenario.horizon(), within(group, scenario.disruptions()), hazards);
  }

  private List<Disruption> within(BitSet group, List<Disruption> all) {
    List<Disruption> within = new ArrayList<>();
    for (Disruption one : all) {
      BitSet sites = sites(one);
      if (sites == null) {
        left.add(one.target());
        continue;
      }
      BitSet common = (BitSet) sites.clone();
      common.and(group);
      if (common.isEmpty()) {
        continue;
      }
      if (common.equals(sites)) {
        within.add(one);
      } else if (one instanceof Disruption.Insolvency) {
        // A firm is insolvent as a whole.
        left.add(one.target());
      } else {
        common.stream()
            .mapToObj(site -> new Target(Target.Kind.SITE, network.chain.sites().keys().key(site)))
            .forEach(target -> within.add(one.hitting(target)));
      }
    }
    return within;
  }

  /** The sites that a disruption hits, or null where it hits something else. */
  private @Nullable BitSet sites(Disruption one) {
    return switch (one.target().kind()) {
      case SITE, FIRM, REGION, JURISDICTION, SITE_KIND -> {
        Reach reach = new Reach(network, one.target());
        BitSet sites = new BitSet();
        for (int site = 0; site < network.chain.sites().count(); site++) {
          sites.set(site, reach.siteRow(site));
        }
        yield sites;
      }
      case PRODUCT,
          LINK,
          TECHNOLOGY,
          VENDOR,
          TECHNOLOGY_KIND,
          TECHNOLOGY_JURISDICTION,
          LANE,
          MODE,
          MARKET ->
          null;
    };
  }
}
