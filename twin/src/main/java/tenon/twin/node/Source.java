package tenon.twin.node;

import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/**
 * Where the draws of a line come from.
 *
 * @param streams all streams of the seed
 * @param prefix what stands before every key
 * @param replication the replication
 */
record Source(RandomStreams streams, String prefix, long replication) {
  RandomStream stream(Purpose purpose, String key) {
    return streams.stream(purpose, prefix + key, replication);
  }
}
