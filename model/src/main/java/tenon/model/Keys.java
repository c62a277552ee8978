package tenon.model;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Immutable map between string keys and the contiguous ids 0 to count - 1, in the order in which the
 * keys were first added.
 *
 * <p>Open addressing with linear probing, at most half full. What costs time in a large table is the
 * memory it touches, so a slot is one int: the id + 1 in its lower bits and, in the bits that ids of
 * a table of this size leave free, part of the hash; a probe touches a string only where that part
 * agrees. The builder keeps the hashes by id, so that growing touches no string. Building from
 * characters creates a string only for a key not seen before, which is what makes reading a column of
 * repeated keys cheap.
 */
public final class Keys {

  private final String[] keys;
  private final int count;
  private final int[] slots;

  private Keys(String[] keys, int count, int[] slots) {
    this.keys = keys;
    this.count = count;
    this.slots = slots;
  }

  /** Keys in the given order; a repeated key keeps its first id. */
  public static Keys of(Iterable<String> keys) {
    Builder builder = new Builder();
    keys.forEach(builder::add);
    return builder.build();
  }

  public int count() {
    return count;
  }

  /**
   * The key of an id.
   *
   * @throws IndexOutOfBoundsException if the id is not in 0 .. count - 1
   */
  public String key(int id) {
    return keys[Objects.checkIndex(id, count)];
  }

  /** The id of a key, or -1 where it is not known. */
  public int id(String key) {
    int hash = hash(key);
    int mask = slots.length - 1;
    for (int slot = hash & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
      if (((slots[slot] ^ hash) & ~mask) == 0 && keys[(slots[slot] & mask) - 1].equals(key)) {
        return (slots[slot] & mask) - 1;
      }
    }
    return -1;
  }

  public Stream<String> stream() {
    return Arrays.stream(keys, 0, count);
  }

  private static int hash(String key) {
    long h = 0;
    for (int i = 0; i < key.length(); i++) {
      h = step(h, key.charAt(i));
    }
    return spread(h);
  }

  private static int hash(char[] buffer, int offset, int length) {
    long h = 0;
    for (int i = offset; i < offset + length; i++) {
      h = step(h, buffer[i]);
    }
    return spread(h);
  }

  private static long step(long h, char c) {
    return (h + c + 1) * 0x9E3779B97F4A7C15L;
  }

  /** The upper half of a product mixes all lower bits: ids that count up spread evenly. */
  private static int spread(long h) {
    return (int) (((h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L) >>> 32);
  }

  /** Collects keys; not for use by several threads. */
  public static final class Builder {
    private String[] keys = new String[16];
    private int[] hashes = new int[16];
    private int[] slots = new int[64];
    private int count;

    /** The id of the key, which is added if it is new. */
    public int add(String key) {
      int hash = hash(key);
      int mask = slots.length - 1;
      int slot = hash & mask;
      for (; slots[slot] != 0; slot = (slot + 1) & mask) {
        if (((slots[slot] ^ hash) & ~mask) == 0 && keys[(slots[slot] & mask) - 1].equals(key)) {
          return (slots[slot] & mask) - 1;
        }
      }
      return append(key, hash, slot);
    }

    /** The id of the key that stands in {@code length} characters from {@code offset}. */
    public int add(char[] buffer, int offset, int length) {
      int hash = hash(buffer, offset, length);
      int mask = slots.length - 1;
      int slot = hash & mask;
      for (; slots[slot] != 0; slot = (slot + 1) & mask) {
        if (((slots[slot] ^ hash) & ~mask) == 0
            && same(keys[(slots[slot] & mask) - 1], buffer, offset, length)) {
          return (slots[slot] & mask) - 1;
        }
      }
      return append(new String(buffer, offset, length), hash, slot);
    }

    public int count() {
      return count;
    }

    /** The keys so far; the builder must not be used afterwards. */
    public Keys build() {
      return new Keys(keys, count, slots);
    }

    private int append(String key, int hash, int slot) {
      if (count == keys.length) {
        keys = Arrays.copyOf(keys, count * 2);
        hashes = Arrays.copyOf(hashes, count * 2);
      }
      keys[count] = key;
      hashes[count] = hash;
      count++;
      slots[slot] = (hash & -slots.length) | count;
      if (count * 2L >= slots.length) {
        grow();
      }
      return count - 1;
    }

    private void grow() {
      slots = new int[slots.length * 2];
      int mask = slots.length - 1;
      for (int id = 0; id < count; id++) {
        int slot = hashes[id] & mask;
        while (slots[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        slots[slot] = (hashes[id] & ~mask) | (id + 1);
      }
    }

    private static boolean same(String key, char[] buffer, int offset, int length) {
      if (key.length() != length) {
        return false;
      }
      for (int i = 0; i < length; i++) {
        if (key.charAt(i) != buffer[offset + i]) {
          return false;
        }
      }
      return true;
    }
  }
}
