package tenon.assess.pipeline;

import java.util.List;
import java.util.stream.IntStream;

/** Cells that are looked at together: all of them, or those of one period. */
record Block(int first, int stride, int count) {

  int cell(int nth) {
    return first + nth * stride;
  }

  static Block whole(DataSet data) {
    return new Block(0, 1, data.width());
  }

  static List<Block> of(Extent extent, DataSet data) {
    return switch (extent) {
      case POOLED -> List.of(whole(data));
      case PER_PERIOD -> perPeriod(data);
    };
  }

  static List<Block> perPeriod(DataSet data) {
    int periods = data.periods().count();
    return IntStream.range(0, periods)
        .mapToObj(period -> new Block(period, periods, data.units().count()))
        .toList();
  }
}
