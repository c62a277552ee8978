package tenon.twin;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Small chains with everything in them, drawn as text so that a failure shows its chain. */
final class RandomChains {
  private static final String[] RAW = {"ore", "sand", "clay"};
  private static final String[] GOODS = {"pot", "pan"};

  private final Random random;
  private final StringBuilder text = new StringBuilder();
  private final Set<String> stocked = new HashSet<>();

  private RandomChains(long seed) {
    random = new Random(seed);
  }

  static String draw(long seed) {
    RandomChains chains = new RandomChains(seed);
    chains.draw();
    return chains.text.toString();
  }

  private void draw() {
    for (int mine = 0; mine < 3; mine++) {
      say("Mine%d makes %s %s%s", mine, RAW[mine], capacity(20, 60), start(0.1));
      if (chance(0.5)) {
        String other = RAW[(mine + 1) % 3];
        say("Mine%d makes %s %s%s", mine, other, capacity(5, 40), start(0.4));
      }
      stock("Mine" + mine, RAW[mine], 200);
    }
    for (int plant = 0; plant < 3; plant++) {
      drawPlant(plant);
    }
    for (int good = 0; good < GOODS.length; good++) {
      String name = GOODS[good];
      say("Store%d needs %d %s", good, 1 + random.nextInt(chance(0.8) ? 8 : 30), name);
      say("product %s margin %s criticality %s", name, 1 + 20 * random.nextDouble(), random.nextDouble());
      stock("Store" + good, name, 60);
      if (chance(0.6)) {
        say("Hub -%s-> Store%d %s%s", name, good, capacity(5, 30), start(0.2));
        stock("Hub", name, 40);
      }
    }
    for (String site : "Mine0 Mine1 Mine2 Plant0 Plant1 Plant2 Store0 Store1 Hub".split(" ", -1)) {
      String basis = new String[] {"observed", "declared", "modelled", "assumed"}[random.nextInt(4)];
      say("site %s ttr %d %s p %s", site, random.nextInt(60), basis, random.nextDouble());
    }
  }

  private void drawPlant(int plant) {
    String good = GOODS[plant % 2];
    String first = RAW[random.nextInt(3)];
    String second = RAW[(List.of(RAW).indexOf(first) + 1) % 3];
    String inputs =
        switch (random.nextInt(4)) {
          case 0 -> "%d %s".formatted(quantity(), first);
          case 1 -> "%d %s + %d %s".formatted(quantity(), first, quantity(), second);
          case 2 -> "%d %s|%d %s".formatted(quantity(), first, quantity(), second);
          default -> "%d %s + 1? %s".formatted(quantity(), first, second);
        };
    double yield = chance(0.5) ? 1 : 0.5 + random.nextInt(5) / 10.0;
    say(
        "Plant%d makes %s %s from %s yield %s%s",
        plant, good, capacity(4, 20), inputs, yield, start(0.15));
    stock("Plant" + plant, good, 50);
    for (String raw : new String[] {first, second}) {
      stock("Plant" + plant, raw, 40);
      for (int mine = 0; mine < 3; mine++) {
        if (chance(0.7)) {
          String via = chance(0.15) ? " via Hub" : "";
          String closed = chance(0.05) ? " closed" : start(0.2);
          say("Mine%d -%s-> Plant%d %s%s%s", mine, raw, plant, capacity(10, 50), via, closed);
        }
      }
    }
    int store = plant % 2;
    if (chance(0.7)) {
      say("Plant%d -%s-> Store%d %s%s", plant, good, store, capacity(5, 30), start(0.2));
    }
    if (chance(0.7)) {
      say("Plant%d -%s-> Hub %s%s", plant, good, capacity(5, 30), start(0.1));
    }
    if (chance(0.3)) {
      say("Plant%d -%s-> Plant%d inf/d", plant, good, (plant + 2) % 3);
    }
  }

  private void stock(String site, String product, int most) {
    if (chance(0.6) && stocked.add(site + product)) {
      String amount = chance(0.05) ? "inf" : Integer.toString(random.nextInt(most));
      say("%s holds %s %s", site, amount, product);
    }
  }

  private int quantity() {
    return 1 + random.nextInt(3);
  }

  private String capacity(int least, int most) {
    return chance(0.3) ? "inf/d" : least + random.nextInt(most - least) + "/d";
  }

  private String start(double probability) {
    return chance(probability) ? " standby " + random.nextInt(40) : "";
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would cost a dependency
  private void say(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}
