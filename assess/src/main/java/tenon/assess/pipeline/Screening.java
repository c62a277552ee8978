package tenon.assess.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tenon.assess.Notes;

/** Leaves out units of which too little is known; see {@link Step.Screen}. */
final class Screening {
  private Screening() {}

  static Stage of(Step.Screen screen, DataSet data, Notes notes) {
    int periods = data.periods().count();
    if (screen.longestGap() < Integer.MAX_VALUE && periods <= screen.longestGap()) {
      notes.warn("screen-gap", null, null, "" + screen.longestGap(), "" + periods);
    }
    boolean[] kept = new boolean[data.units().count()];
    int[] unknown = new int[kept.length];
    int[] gaps = new int[kept.length];
    for (int nth = 0; nth < data.indicators(); nth++) {
      look(data.column(data.indicator(nth)), periods, unknown, gaps);
    }
    long cells = (long) data.indicators() * periods;
    List<String> excluded = new ArrayList<>();
    for (int unit = 0; unit < kept.length; unit++) {
      double known = (double) (cells - unknown[unit]) / cells;
      int gap = gaps[unit];
      kept[unit] = known >= screen.leastKnown() && gap <= screen.longestGap();
      if (!kept[unit]) {
        String id = data.units().key(unit);
        excluded.add(id);
        notes.warn("unit-screened", "unit_id", id, Notes.ratio(known), "" + gap);
      }
    }
    if (excluded.isEmpty()) {
      return new Stage(screen, data);
    }
    if (excluded.size() == kept.length) {
      notes.error("screened-all", "unit_id", null);
      Arrays.fill(kept, true);
    }
    return new Stage(screen, data.only(kept), List.of(), excluded);
  }

  /** Adds the unknown values of one indicator by unit, and widens the longest gaps. */
  private static void look(double[] column, int periods, int[] unknown, int[] gaps) {
    int cell = 0;
    for (int unit = 0; unit < unknown.length; unit++) {
      int gap = 0;
      for (int period = 0; period < periods; period++) {
        if (Double.isNaN(column[cell++])) {
          unknown[unit]++;
          gaps[unit] = Math.max(gaps[unit], ++gap);
        } else {
          gap = 0;
        }
      }
    }
  }
}
