package tenon.model;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Immutable map between string keys and the contiguous ids 0 to count - 1, in the order in which the
 * keys were first added.
 *
 * <p>Open addressing over an array of the keys: building from characters creates a string only for a
 * key not seen before, which is what makes reading a column of repeated keys cheap.
 */
public final class Keys {

  private final String[] keys;
  private final int count;

  /** Id + 1 of the key in each slot, 0 where the slot is free. */
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
    int slot = (int) (hash(key) & (slots.length - 1));
    while (slots[slot] != 0) {
      if (keys[slots[slot] - 1].equals(key)) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  }

  public Stream<String> stream() {
    return Arrays.stream(keys, 0, count);
  }

  private static long hash(String key) {
    long h = 0;
    for (int i = 0; i < key.length(); i++) {
      h = step(h, key.charAt(i));
    }
    return spread(h);
  }

  private static long step(long h, char c) {
    return (h ^ c) * 0x9E3779B97F4A7C15L + (h >>> 29);
  }

  private static long spread(long h) {
    long mixed = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
    return mixed ^ (mixed >>> 32);
  }

  /** Collects keys; not for use by several threads. */
  public static final class Builder {
    private String[] keys = new String[16];
    private int[] slots = new int[64];
    private int count;

    /** The id of the key, which is added if it is new. */
    public int add(String key) {
      int slot = (int) (hash(key) & (slots.length - 1));
      while (slots[slot] != 0) {
        if (keys[slots[slot] - 1].equals(key)) {
          return slots[slot] - 1;
        }
        slot = (slot + 1) & (slots.length - 1);
      }
      return append(key, slot);
    }

    /** The id of the key that stands in {@code length} characters from {@code offset}. */
    public int add(char[] buffer, int offset, int length) {
      long h = 0;
      for (int i = 0; i < length; i++) {
        h = step(h, buffer[offset + i]);
      }
      int slot = (int) (spread(h) & (slots.length - 1));
      while (slots[slot] != 0) {
        if (same(keys[slots[slot] - 1], buffer, offset, length)) {
          return slots[slot] - 1;
        }
        slot = (slot + 1) & (slots.length - 1);
      }
      return append(new String(buffer, offset, length), slot);
    }

    public int count() {
      return count;
    }

    /** The keys so far; the builder must not be used afterwards. */
    public Keys build() {
      return new Keys(keys, count, slots);
    }

    private int append(String key, int slot) {
      if (count == keys.length) {
        keys = Arrays.copyOf(keys, count * 2);
      }
      keys[count++] = key;
      slots[slot] = count;
      if (count * 2L > slots.length) {
        grow();
      }
      return count - 1;
    }

    private void grow() {
      slots = new int[slots.length * 4];
      for (int id = 0; id < count; id++) {
        int slot = (int) (hash(keys[id]) & (slots.length - 1));
        while (slots[slot] != 0) {
          slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = id + 1;
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
