/**
 * Arrays in, arrays out: what the stages compute with, ignorant of chains, panels and scenarios.
 *
 * <ul>
 *   <li>{@link tenon.numeric.RandomStreams}: random streams found by name. A stream is a function of
 *       (seed, purpose, key, replication) alone, so that adding an entity never shifts another's
 *       draws and any number of threads sees the same numbers. The key is hashed with SHA-256 (FIPS
 *       180-4) into the state of xoshiro256++ (Blackman and Vigna 2021).
 *   <li>{@link tenon.numeric.LinearProgram}: the one adapter to OR-Tools. A programme is built once
 *       and solved again after changes of bounds and costs; each solve starts from the last basis
 *       (dual simplex; Lemke 1954). Limits are iterations, never wall-clock time.
 * </ul>
 */
@NullMarked
package tenon.numeric;

import org.jspecify.annotations.NullMarked;
