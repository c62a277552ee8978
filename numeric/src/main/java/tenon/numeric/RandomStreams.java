package tenon.numeric;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The random streams of one seed: each is found by its name, none is taken from a shared sequence.
 *
 * <p>A stream is identified by (seed, purpose, key, replication). The tuple is written as
 *
 * <pre>
 * seed         8 bytes, big endian
 * purpose      length in chars (4 bytes), then its stable name, 2 bytes a char
 * key          length in chars (4 bytes), then its chars, 2 bytes each
 * replication  8 bytes, big endian
 * </pre>
 *
 * and its SHA-256 digest is the 256-bit state from which xoshiro256++ starts. Every field has a fixed
 * length or carries its length, so that two different tuples never write the same bytes; chars are
 * written raw, because an encoder would map malformed surrogates to one replacement. Two of a million
 * streams collide with a probability near 10<sup>12</sup> / 2<sup>257</sup>.
 *
 * <p>Immutable; streams may be asked for from any thread. Creating one costs about a microsecond.
 */
public final class RandomStreams {
  private final long seed;

  private RandomStreams(long seed) {
    this.seed = seed;
  }

  /** All streams of a seed; every {@code long} is a seed of its own. */
  public static RandomStreams of(long seed) {
    return new RandomStreams(seed);
  }

  /**
   * The stream of one entity for one purpose in one replication, at its beginning: asking twice gives
   * the same draws twice.
   *
   * @param key the entity's stable string key; not its integer id, which shifts when others are added
   */
  public RandomStream stream(Purpose purpose, String key, long replication) {
    return new RandomStream(
        RandomSource.XO_SHI_RO_256_PP.create(state(purpose, key, replication)));
  }

  /** The generator's first state: the four big-endian longs of the digest. */
  long[] state(Purpose purpose, String key, long replication) {
    String name = purpose.streamName();
    ByteBuffer tuple = ByteBuffer.allocate(24 + 2 * (name.length() + key.length()));
    tuple.putLong(seed);
    putChars(tuple, name);
    putChars(tuple, key);
    tuple.putLong(replication);
    ByteBuffer digest = ByteBuffer.wrap(sha256().digest(tuple.array()));
    return new long[] {digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong()};
  }

  private static void putChars(ByteBuffer target, String text) {
    target.putInt(text.length());
    for (int i = 0; i < text.length(); i++) {
      target.putChar(text.charAt(i));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform must offer SHA-256.", impossible);
    }
  }
}
