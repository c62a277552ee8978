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
    List<String> excluded = new ArrayList<>();
    for (int unit = 0; unit < kept.length; unit++) {
      double known = share(data, unit);
      int gap = longestGap(data, unit);
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

  private static double share(DataSet data, int unit) {
    int known = 0;
    for (int nth = 0; nth < data.indicators(); nth++) {
      for (int period = 0; period < data.periods().count(); period++) {
        known += Double.isNaN(data.value(data.indicator(nth), unit, period)) ? 0 : 1;
      }
    }
    return (double) known / ((long) data.indicators() * data.periods().count());
  }

  private static int longestGap(DataSet data, int unit) {
    int longest = 0;
    for (int nth = 0; nth < data.indicators(); nth++) {
      int gap = 0;
      for (int period = 0; period < data.periods().count(); period++) {
        gap = Double.isNaN(data.value(data.indicator(nth), unit, period)) ? gap + 1 : 0;
        longest = Math.max(longest, gap);
      }
    }
    return longest;
  }
}
