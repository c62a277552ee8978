package tenon.twin;

import java.util.ArrayList;
import java.util.List;

/** Passes over the nodes that only hand on what one unlimited link brings; see {@link Condensed}. */
final class Passages {
  private final Activity[] activities;
  private final boolean[] gone;
  private final List<List<Integer>> filling = new ArrayList<>();
  private final List<List<Integer>> taking = new ArrayList<>();
  private final double[] stock;
  private final boolean[] demanded;

  Passages(List<Activity> given, double[] stock, int[] demandNode) {
    activities = given.toArray(Activity[]::new);
    gone = new boolean[activities.length];
    this.stock = stock;
    demanded = new boolean[stock.length];
    for (int node : demandNode) {
      demanded[node] = true;
    }
    for (int node = 0; node < stock.length; node++) {
      filling.add(new ArrayList<>(2));
      taking.add(new ArrayList<>(2));
    }
    for (int a = 0; a < activities.length; a++) {
      filling.get(activities[a].fills).add(a);
      for (int node : activities[a].takes) {
        taking.get(node).add(a);
      }
    }
  }

  List<Activity> passedOver() {
    for (int node = 0; node < stock.length; node++) {
      if (stock[node] == 0 && !demanded[node] && filling.get(node).size() == 1) {
        passOver(node, filling.get(node).getFirst());
      }
    }
    List<Activity> left = new ArrayList<>();
    for (int a = 0; a < activities.length; a++) {
      if (!gone[a]) {
        left.add(activities[a]);
      }
    }
    return left;
  }

  private void passOver(int node, int link) {
    Activity passage = activities[link];
    if (!passage.passesOn() || passage.takes[0] == node || !stopWith(passage, taking.get(node))) {
      return;
    }
    int source = passage.takes[0];
    gone[link] = true;
    for (int taker : taking.get(node)) {
      if (gone[taker]) {
        continue;
      }
      if (activities[taker].indexOf(source) < 0) {
        taking.get(source).add(taker);
      }
      activities[taker] = activities[taker].takingFrom(node, source, passage.quantity[0]);
    }
    taking.get(node).clear();
  }

  private boolean stopWith(Activity passage, List<Integer> takers) {
    for (int taker : takers) {
      for (int site : passage.shutAt) {
        if (!gone[taker] && !activities[taker].isShutAt(site)) {
          return false;
        }
      }
    }
    return true;
  }
}
