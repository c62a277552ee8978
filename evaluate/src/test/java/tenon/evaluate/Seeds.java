package tenon.evaluate;

import java.util.Random;
import java.util.function.Consumer;

/** Runs a check on random cases, one per seed from 0 up, and names the seed that failed. */
public final class Seeds {
  private Seeds() {}

  public static void forSeeds(int count, Consumer<Random> check) {
    for (int seed = 0; seed < count; seed++) {
      try {
        check.accept(new Random(seed));
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError("seed " + seed + ": " + failure.getMessage(), failure);
      }
    }
  }
}
