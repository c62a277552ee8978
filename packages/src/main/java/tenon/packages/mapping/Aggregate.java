package tenon.packages.mapping;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the rows of a group come to. Unknown values do not count. */
abstract class Aggregate {
  /** Names of the functions over the rows of a group. */
  static final Set<String> KNOWN =
      Set.of(
          "sum",
          "mean",
          "min",
          "max",
          "first",
          "last",
          "median",
          "sd",
          "most",
          "count",
          "distinct");

  abstract void take(@Nullable Object value);

  abstract @Nullable Object result();

  static Aggregate of(String name) {
    return switch (name) {
      case "sum", "mean", "median", "sd" -> new Numbers(name);
      case "min" -> new Kept((value, kept) -> Values.compare(value, kept) < 0);
      case "max" -> new Kept((value, kept) -> Values.compare(value, kept) > 0);
      case "first" -> new Kept((value, kept) -> false);
      case "last" -> new Kept((value, kept) -> true);
      case "most" -> new Most();
      case "count", "distinct" -> new Count(name.equals("distinct"));
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Numbers in the order of the rows, so that sums do not depend on anything else. */
  private static final class Numbers extends Aggregate {
    private final String name;
    private final boolean all;
    private double[] numbers = new double[4];
    private int count;
    private double sum;

    Numbers(String name) {
      this.name = name;
      all = name.equals("median") || name.equals("sd");
    }

    @Override
    void take(@Nullable Object value) {
      double number = Values.number(value);
      if (Double.isNaN(number)) {
        return;
      }
      sum += number;
      if (all) {
        if (count == numbers.length) {
          numbers = Arrays.copyOf(numbers, count * 2);
        }
        numbers[count] = number;
      }
      count++;
    }

    @Override
    @Nullable Object result() {
      if (count == 0) {
        return null;
      }
      return switch (name) {
        case "sum" -> sum;
        case "mean" -> sum / count;
        case "median" -> median();
        default -> count < 2 ? null : (Object) deviation();
      };
    }

    private double median() {
      double[] sorted = Arrays.copyOf(numbers, count);
      Arrays.sort(sorted);
      return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
    }

    /** Of a sample: divided by the number less one. */
    private double deviation() {
      double mean = sum / count;
      double squares = 0;
      for (int i = 0; i < count; i++) {
        squares += (numbers[i] - mean) * (numbers[i] - mean);
      }
      return Math.sqrt(squares / (count - 1));
    }
  }

  private interface Better {
    boolean than(Object value, Object kept);
  }

  private static final class Kept extends Aggregate {
    private final Better better;
    private @Nullable Object kept;

    Kept(Better better) {
      this.better = better;
    }

    @Override
    void take(@Nullable Object value) {
      if (value != null && Values.known(value) && (kept == null || better.than(value, kept))) {
        kept = value;
      }
    }

    @Override
    @Nullable Object result() {
      return kept;
    }
  }

  /** The most frequent text, the first in the alphabet of several. */
  private static final class Most extends Aggregate {
    private final Map<String, Integer> counts = new TreeMap<>();

    @Override
    void take(@Nullable Object value) {
      if (Values.known(value)) {
        counts.merge(Values.text(value), 1, Integer::sum);
      }
    }

    @Override
    @Nullable Object result() {
      String most = null;
      int highest = 0;
      for (Map.Entry<String, Integer> entry : counts.entrySet()) {
        if (entry.getValue() > highest) {
          highest = entry.getValue();
          most = entry.getKey();
        }
      }
      return most;
    }
  }

  private static final class Count extends Aggregate {
    private final @Nullable Set<String> seen;
    private double count;

    Count(boolean distinct) {
      seen = distinct ? new HashSet<>() : null;
    }

    @Override
    void take(@Nullable Object value) {
      if (Values.known(value) && (seen == null || seen.add(Values.text(value)))) {
        count++;
      }
    }

    @Override
    @Nullable Object result() {
      return count;
    }
  }
}
