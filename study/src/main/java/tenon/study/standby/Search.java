package tenon.study.standby;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.respond.standby.Alternative;
import tenon.respond.standby.Maker;
import tenon.respond.standby.StandbyEntry;
import tenon.respond.standby.StandbyLibrary;
import tenon.study.method.Asked;
import tenon.study.text.Refusal;

/** What is looked for in a standby library. */
record Search(Asked asked, Chain chain) {
  private static final int EXAMPLES = 8;
  private static final List<String> NARROWING =
      List.of("capability", "within-days", "region", "jurisdiction", "technology", "evidence");

  /** Whether alternatives are looked for that are of some kind. */
  boolean narrows() {
    return asked.number("min-capacity") > 0
        || NARROWING.stream().anyMatch(option -> !asked.text(option).isEmpty());
  }

  boolean wants(StandbyEntry entry) {
    return is("product", chain.products().keys().key(entry.maker().product()))
        && is("site", chain.sites().keys().key(entry.maker().site()));
  }

  private boolean is(String option, String id) {
    return asked.text(option).isEmpty() || asked.text(option).equals(id);
  }

  StandbyEntry narrowed(StandbyEntry entry) {
    List<Alternative> left =
        entry.alternatives().stream().filter(one -> suits(one.maker())).toList();
    return new StandbyEntry(entry.maker(), entry.lostPerDay(), left);
  }

  private boolean suits(Maker maker) {
    int region = chain.sites().region(maker.site());
    double days = asked.number("within-days");
    return maker.sparePerDay() >= asked.number("min-capacity")
        && (Double.isNaN(days) || maker.activationDays() <= days)
        && (asked.text("region").isEmpty() || within(region, asked.text("region")))
        && (asked.text("jurisdiction").isEmpty()
            || asked.text("jurisdiction").equalsIgnoreCase(jurisdiction(chain, region)))
        && has("technology", maker.technologies())
        && has("evidence", maker.evidence())
        && has("capability", capabilities(maker.site()));
  }

  private boolean within(int region, String wanted) {
    for (int at = region; at >= 0; at = chain.regions().parent(at)) {
      if (chain.regions().keys().key(at).equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  private boolean has(String option, List<String> texts) {
    String wanted = asked.text(option).toLowerCase(Locale.ROOT);
    return wanted.isEmpty()
        || texts.stream().anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
  }

  /** Words that nobody in the whole library answers to: a slip, not an empty shelf. */
  List<Finding> unknown(StandbyLibrary library) {
    List<Maker> makers = new ArrayList<>();
    for (int product = 0; product < chain.products().count(); product++) {
      makers.addAll(library.makers(product));
    }
    List<Finding> faults = new ArrayList<>();
    unknown("technology", makers, Maker::technologies, faults);
    unknown("evidence", makers, Maker::evidence, faults);
    unknown("capability", makers, maker -> capabilities(maker.site()), faults);
    unknown(
        "jurisdiction",
        makers,
        maker -> List.of(jurisdiction(chain, chain.sites().region(maker.site()))),
        faults);
    return faults;
  }

  private void unknown(
      String option,
      List<Maker> makers,
      Function<Maker, List<String>> texts,
      List<Finding> faults) {
    boolean known =
        asked.text(option).isEmpty()
            || makers.stream().anyMatch(maker -> has(option, texts.apply(maker)));
    if (!known) {
      Set<String> all = new LinkedHashSet<>();
      makers.forEach(maker -> all.addAll(texts.apply(maker)));
      all.remove("");
      String some = String.join(", ", all.stream().sorted().limit(EXAMPLES).toList());
      String code = all.isEmpty() ? "standby-no-words" : "standby-no-word";
      faults.add(Refusal.of(code, "--" + option, asked.text(option), some));
    }
  }

  /** Everything that a site makes, and the trade and role of its firm. */
  private List<String> capabilities(int site) {
    List<String> found = new ArrayList<>();
    for (int recipe = 0; recipe < chain.recipes().count(); recipe++) {
      if (chain.recipes().site(recipe) == site) {
        int product = chain.recipes().product(recipe);
        found.add(chain.products().keys().key(product));
        add(found, chain.products().name(product));
        add(found, chain.products().nameZh(product));
      }
    }
    int firm = chain.sites().firm(site);
    add(found, chain.firms().sector(firm));
    add(found, chain.firms().role(firm));
    return found;
  }

  private static void add(List<String> list, @Nullable String text) {
    if (text != null) {
      list.add(text);
    }
  }

  /** Law of a region or of the nearest that contains it; empty where none is told. */
  static String jurisdiction(Chain chain, int region) {
    for (int at = region; at >= 0; at = chain.regions().parent(at)) {
      String law = chain.regions().jurisdiction(at);
      if (law != null) {
        return law;
      }
    }
    return "";
  }
}
