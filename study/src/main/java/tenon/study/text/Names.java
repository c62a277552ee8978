package tenon.study.text;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Grouping;

/**
 * Names of the rows of a chain in one language; where the data give none, the key. Two sites that
 * share a name are told apart by their keys.
 */
public final class Names {
  private final Chain chain;
  private final Words words;
  private final Grouping sitesOfFirm;
  private final Map<String, Integer> uses = new HashMap<>();

  public Names(Chain chain, Words words) {
    this.chain = chain;
    this.words = words;
    sitesOfFirm = Grouping.of(chain.sites().count(), chain.firms().count(), chain.sites()::firm);
    for (int site = 0; site < chain.sites().count(); site++) {
      uses.merge(plainSite(site), 1, Integer::sum);
    }
  }

  public String site(int site) {
    String name = plainSite(site);
    String key = chain.sites().keys().key(site);
    boolean shared = uses.getOrDefault(name, 0) > 1 && !name.equals(key);
    return shared ? words.get("name.with.key", name, key) : name;
  }

  public String firm(int firm) {
    String key = chain.firms().keys().key(firm);
    return either(chain.firms().name(firm), chain.firms().nameZh(firm), key);
  }

  public String product(int product) {
    String key = chain.products().keys().key(product);
    return either(chain.products().name(product), chain.products().nameZh(product), key);
  }

  public String region(int region) {
    String key = chain.regions().keys().key(region);
    return either(chain.regions().name(region), chain.regions().nameZh(region), key);
  }

  /** A unit of a panel: the region or firm of that key, or else the key. */
  public String unit(String key) {
    int region = chain.regions().keys().id(key);
    int firm = region >= 0 ? -1 : chain.firms().keys().id(key);
    return region >= 0 ? region(region) : firm >= 0 ? firm(firm) : key;
  }

  /** Unit of a product, or a word for pieces of unknown kind. */
  public String unit(int product) {
    String unit = chain.products().unit(product);
    return unit == null ? words.get("unit.none") : words.code("unit", unit);
  }

  private String plainSite(int site) {
    String name = chain.sites().name(site);
    int firm = chain.sites().firm(site);
    boolean alone = sitesOfFirm.size(firm) == 1;
    String firmZh = chain.firms().nameZh(firm);
    if (words.chinese() && firmZh != null) {
      return alone ? firmZh : words.get("name.with.key", firmZh, place(site));
    }
    if (name != null) {
      return name;
    }
    return alone ? firm(firm) : chain.sites().keys().key(site);
  }

  /** Region of a site, with a number where its firm has several sites there. */
  private String place(int site) {
    int firm = chain.sites().firm(site);
    int region = chain.sites().region(site);
    int number = 0;
    int count = 0;
    for (int nth = 0; nth < sitesOfFirm.size(firm); nth++) {
      int other = sitesOfFirm.item(firm, nth);
      if (chain.sites().region(other) == region) {
        count++;
        number += other <= site ? 1 : 0;
      }
    }
    return count == 1 ? region(region) : region(region) + " " + number;
  }

  /** The name in the reader's language, else in the other one, else the key. */
  public String either(@Nullable String english, @Nullable String chinese, String key) {
    String first = words.chinese() ? chinese : english;
    String second = words.chinese() ? english : chinese;
    if (first != null) {
      return first;
    }
    return second == null ? key : second;
  }
}
