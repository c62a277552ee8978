package tenon.twin.firm;

import java.util.Arrays;

/**
 * Circles and tiers of a network. A component is a greatest set of firms each of which supplies
 * each other, directly or not; most are single firms. A component's tier is the longest chain of
 * components that supplies it: 0 for those that buy from nobody outside. Linear in firms and links.
 *
 * <p>Source: R. E. Tarjan (1972); tiers are longest paths on the condensation, which has no circle.
 */
public final class Structure {
  private final int[] componentOf;
  private final int[] size;
  private final int[] tier;

  private Structure(int[] componentOf, int[] size, int[] tier) {
    this.componentOf = componentOf;
    this.size = size;
    this.tier = tier;
  }

  public static Structure of(FirmNetwork network) {
    int firms = network.firms();
    int[] all = new int[firms];
    Arrays.setAll(all, firm -> firm);
    Tarjan tarjan = new Tarjan(firms);
    tarjan.run(all, firms, new Suppliers(network));
    int[] componentOf = new int[firms];
    int[] size = new int[tarjan.components];
    int[] tier = new int[tarjan.components];
    for (int component = 0; component < tarjan.components; component++) {
      for (int at = tarjan.start[component]; at < tarjan.start[component + 1]; at++) {
        componentOf[tarjan.order[at]] = component;
        size[component]++;
      }
      for (int at = tarjan.start[component]; at < tarjan.start[component + 1]; at++) {
        raise(network, tarjan.order[at], componentOf, tier);
      }
    }
    return new Structure(componentOf, size, tier);
  }

  /** Suppliers' components are numbered before their customers', so their tiers are known. */
  private static void raise(FirmNetwork network, int firm, int[] componentOf, int[] tier) {
    int own = componentOf[firm];
    for (int at = network.firstPurchase(firm); at < network.firstPurchase(firm + 1); at++) {
      int other = componentOf[network.supplier(at)];
      if (other != own) {
        tier[own] = Math.max(tier[own], tier[other] + 1);
      }
    }
  }

  /** Number of components. */
  public int components() {
    return size.length;
  }

  /** Component of a firm; a component has a greater number than all that supply it. */
  public int component(int firm) {
    return componentOf[firm];
  }

  /** Number of firms in a component. */
  public int size(int component) {
    return size[component];
  }

  /** Tier of a firm's component. */
  public int tier(int firm) {
    return tier[componentOf[firm]];
  }

  /** The suppliers of a firm, as edges. */
  private record Suppliers(FirmNetwork network) implements Tarjan.Successors {
    @Override
    public int from(int node) {
      return network.firstPurchase(node);
    }

    @Override
    public int to(int node) {
      return network.firstPurchase(node + 1);
    }

    @Override
    public int target(int edge) {
      return network.supplier(edge);
    }
  }
}
