package tenon.study.playbook;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Times of a log by ISO 8601: all as the clock on the wall shows them, {@code 2026-03-01T08:00} or
 * {@code 2026-03-01 08:00}, or all with their distance to universal time, {@code
 * 2026-03-01T08:00Z}, {@code 2026-03-01T16:00+08:00}; the latter are compared in universal time.
 * Where a log has both, which is earlier cannot be told, and those without are none.
 */
final class LogTimes {
  private final List<@Nullable LocalDateTime> walls = new ArrayList<>();
  private final List<@Nullable LocalDateTime> universal = new ArrayList<>();

  private LogTimes() {}

  static LogTimes of(List<String> texts) {
    LogTimes times = new LogTimes();
    for (String text : texts) {
      String iso = text.strip().replace(' ', 'T');
      times.walls.add(wall(iso));
      times.universal.add(universal(iso));
    }
    return times;
  }

  /** The time in a row; null where it is none. */
  @Nullable LocalDateTime at(int row) {
    return hasOffsets() ? universal.get(row) : walls.get(row);
  }

  /** Whether a time is one but for its distance to universal time, which others have. */
  boolean lacksOffset(int row) {
    return hasOffsets() && walls.get(row) != null;
  }

  private boolean hasOffsets() {
    return universal.stream().anyMatch(time -> time != null);
  }

  private static @Nullable LocalDateTime wall(String iso) {
    try {
      return LocalDateTime.parse(iso);
    } catch (DateTimeParseException none) {
      return null;
    }
  }

  private static @Nullable LocalDateTime universal(String iso) {
    try {
      return OffsetDateTime.parse(iso).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    } catch (DateTimeParseException none) {
      return null;
    }
  }
}
