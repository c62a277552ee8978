package tenon.packages;

import java.util.Arrays;
import tenon.model.Columns;
import tenon.model.Resource;

/**
 * The pairs of site and product that a chain speaks of, numbered from 0 in a hash table over
 * primitives, and how the site comes by the product.
 */
final class SitePairs {
  private static final int MADE = 1;
  private static final int STOCKED = 2;
  private static final int RECEIVED = 4;
  private static final int CLOSED =
      Resource.SOURCING
          .fields()
          .get(Resource.SOURCING.position("status"))
          .categories()
          .indexOf("closed");

  private final int[] pairOfLink;
  private long[] keys = new long[64];
  private int[] pairs = new int[64];
  private byte[] sources = new byte[32];
  private int count;

  SitePairs(Tables tables, References references) {
    Table links = tables.get(Resource.SOURCING);
    Columns columns = links.columns();
    int status = Resource.SOURCING.position("status");
    References.Column site = references.column(links, "customer_site_id");
    References.Column product = references.column(links, "product_id");
    pairOfLink = new int[columns.rows()];
    for (int row = 0; row < columns.rows(); row++) {
      boolean closed = columns.code(status, row) == CLOSED;
      pairOfLink[row] = add(site.at(row), product.at(row), closed ? 0 : RECEIVED);
    }
    add(tables.get(Resource.RECIPES), references, MADE);
    add(tables.get(Resource.STOCKS), references, STOCKED);
  }

  private void add(Table table, References references, int source) {
    References.Column site = references.column(table, "site_id");
    References.Column product = references.column(table, "product_id");
    for (int row = 0; row < table.columns().rows(); row++) {
      add(site.at(row), product.at(row), source);
    }
  }

  int count() {
    return count;
  }

  /** The pair of a link's customer and product, or -1 where one of them is unknown. */
  int ofLink(int link) {
    return pairOfLink[link];
  }

  /** Whether the site makes, stocks or receives the product. */
  boolean has(int site, int product) {
    long key = key(site, product);
    int slot = slot(key);
    return keys[slot] == key && sources[pairs[slot]] != 0;
  }

  private int add(int site, int product, int source) {
    if (site < 0 || product < 0) {
      return -1;
    }
    long key = key(site, product);
    int slot = slot(key);
    if (keys[slot] == 0) {
      if (count * 2 >= keys.length) {
        grow();
        slot = slot(key);
      }
      if (count == sources.length) {
        sources = Arrays.copyOf(sources, count * 2);
      }
      keys[slot] = key;
      pairs[slot] = count++;
    }
    sources[pairs[slot]] |= (byte) source;
    return pairs[slot];
  }

  /** Never 0, which marks a free slot. */
  private static long key(int site, int product) {
    return ((long) (site + 1) << 32) | product;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldPairs = pairs;
    keys = new long[oldKeys.length * 4];
    pairs = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        pairs[slot] = oldPairs[i];
      }
    }
  }
}
