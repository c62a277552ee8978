package tenon.packages;

import java.util.List;

/**
 * One expert's pairwise judgements of the children of a node of the hierarchy.
 *
 * @param group code of the node above the siblings
 * @param items codes of the siblings
 * @param matrix how many times as important the item of the row is as that of the column, row by
 *     row; {@code NaN} where nobody judged
 */
public record Judgement(String group, List<String> items, List<List<Double>> matrix) {
  public Judgement {
    items = List.copyOf(items);
    matrix = matrix.stream().map(List::copyOf).toList();
  }
}
