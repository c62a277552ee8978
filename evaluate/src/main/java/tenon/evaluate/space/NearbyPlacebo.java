package tenon.evaluate.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenon.evaluate.Notes;
import tenon.evaluate.Observations;
import tenon.evaluate.PlaceboDraws;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/**
 * Placebo treatments in space: units never treated within a distance of one that is, drawn in the
 * place of the treated, as many as were treated or as there are. Were the true effect a matter of
 * the neighbourhood, their effects would be as large.
 */
public final class NearbyPlacebo {
  private NearbyPlacebo() {}

  /**
   * Draws.
   *
   * @param kilometres how near a unit must be to a treated one
   * @param count number of draws
   * @return draws for {@link tenon.evaluate.Placebo}, on the outcome without the estimated effect,
   *     since the true treated stay among the controls; or that fewer than two units are near
   */
  public static Loaded<PlaceboDraws.Given> draw(
      Observations data,
      SpaceColumns columns,
      String treatment,
      double kilometres,
      int count,
      long seed) {
    Findings findings = new Findings();
    Notes notes = Notes.about(Notes.ESTIMATE, findings);
    Positions positions = Positions.of(data, columns, treatment, notes);
    if (positions == null) {
      return new Loaded.Rejected<>(findings.list());
    }
    List<Integer> near = new ArrayList<>();
    List<Double> starts = new ArrayList<>();
    for (int u = 0; u < positions.since.length; u++) {
      if (positions.isTreated(u)) {
        starts.add(positions.since[u]);
      } else if (positions.nearest(u, Double.MAX_VALUE) <= kilometres) {
        near.add(u);
      }
    }
    if (near.size() < 2 || starts.isEmpty()) {
      notes.error(
          "nobody-near", null, Observations.label(kilometres), Integer.toString(near.size()));
      return new Loaded.Rejected<>(findings.list());
    }
    RandomStreams streams = RandomStreams.of(seed);
    List<Map<String, String>> draws = new ArrayList<>();
    for (int draw = 0; draw < count; draw++) {
      RandomStream stream = streams.stream(Purpose.RESAMPLE, "nearby placebo", draw);
      int[] places = shuffled(near.size(), stream);
      int[] order = shuffled(starts.size(), stream);
      Map<String, String> one = new LinkedHashMap<>();
      for (int i = 0; i < Math.min(near.size() - 1, starts.size()); i++) {
        one.put(
            positions.units.label(near.get(places[i])), Observations.label(starts.get(order[i])));
      }
      draws.add(one);
    }
    return new Loaded.Ready<>(new PlaceboDraws.Given(draws, true), findings.list());
  }

  private static int[] shuffled(int count, RandomStream stream) {
    int[] order = new int[count];
    Arrays.setAll(order, i -> i);
    for (int i = count - 1; i > 0; i--) {
      int other = stream.nextInt(i + 1);
      int held = order[i];
      order[i] = order[other];
      order[other] = held;
    }
    return order;
  }
}
