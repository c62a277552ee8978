/**
 * JMH benchmarks of the hot paths, one class each. {@code ./dev bench NAME} runs them and keeps the
 * result, with machine and JDK, under {@code bench/results}; speed claims elsewhere link to one.
 */
@NullMarked
package tenon.bench;

import org.jspecify.annotations.NullMarked;
