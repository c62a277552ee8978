package tenon.assess;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenon.model.Findings;

/** Weights of the nodes by every method that took part; the last method is the one that counts. */
public final class Weights {
  private final Map<String, double[]> local;
  private final Map<String, double[]> global;
  private final Map<String, AhpWeights> judged;
  private final String used;

  /**
   * Weighs the nodes of a tree by columns that are prepared already.
   *
   * @param columns by node and cell, turned so that more is better; those of inner nodes are not
   *     looked at
   * @param width number of cells
   * @param findings collects what is to be told; after an error the weights are worthless
   */
  public static Weights of(
      Weighting weighting, Tree tree, double[][] columns, int width, Findings findings) {
    return Weigher.weigh(weighting, tree, Values.turned(columns, width), findings);
  }

  /** Local weights by method, in the order of their making. */
  Weights(Tree tree, Map<String, double[]> local, Map<String, AhpWeights> judged) {
    this.local = new LinkedHashMap<>(local);
    this.judged = Collections.unmodifiableMap(new LinkedHashMap<>(judged));
    global = new LinkedHashMap<>();
    local.forEach((method, weights) -> global.put(method, product(tree, weights)));
    used = List.copyOf(local.keySet()).getLast();
  }

  /** Methods in the order of their making, for example given, entropy, given x entropy. */
  public List<String> methods() {
    return List.copyOf(local.keySet());
  }

  /** Weight of a node among its siblings, as used; they sum to 1. A node at the top has 1. */
  public double local(int node) {
    return local(used, node);
  }

  /**
   * Weight of a node in the whole, as used: the product of the local weights from the top down to
   * it. The indicators beneath one top sum to 1.
   */
  public double global(int node) {
    return global(used, node);
  }

  /** Local weight by one of the {@link #methods}. */
  public double local(String method, int node) {
    return of(local, method)[node];
  }

  /** Global weight by one of the {@link #methods}. */
  public double global(String method, int node) {
    return of(global, method)[node];
  }

  /**
   * What the judgements came to, by the code of the node above the siblings; empty where the method
   * was not used.
   */
  public Map<String, AhpWeights> judged() {
    return judged;
  }

  double[] used() {
    return of(local, used);
  }

  private static double[] of(Map<String, double[]> weights, String method) {
    double[] found = weights.get(method);
    if (found == null) {
      throw new IllegalArgumentException(method + " is none of " + weights.keySet());
    }
    return found;
  }

  private static double[] product(Tree tree, double[] local) {
    double[] global = new double[local.length];
    for (int position = 0; position < local.length; position++) {
      int node = tree.downward(position);
      int parent = tree.hierarchy().parent(node);
      global[node] = parent < 0 ? 1 : global[parent] * local[node];
    }
    return global;
  }
}
