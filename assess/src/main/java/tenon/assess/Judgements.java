package tenon.assess;

import java.util.List;

/**
 * One expert's pairwise judgements: how many times as important the item of the row is as the item
 * of the column, on Saaty's scale from 1/9 to 9. {@code NaN} is a judgement not made; where only
 * one of the two directions is told, the other is its reciprocal. Held as given; {@link Ahp}
 * checks.
 */
public final class Judgements {
  private final List<String> items;
  private final double[][] matrix;

  private Judgements(List<String> items, double[][] matrix) {
    this.items = items;
    this.matrix = matrix;
  }

  public static Judgements of(List<String> items, double[][] matrix) {
    double[][] copy = new double[matrix.length][];
    for (int row = 0; row < matrix.length; row++) {
      copy[row] = matrix[row].clone();
    }
    return new Judgements(List.copyOf(items), copy);
  }

  public List<String> items() {
    return items;
  }

  /** Number of rows given. */
  public int rows() {
    return matrix.length;
  }

  /** Number of judgements given in a row. */
  public int columns(int row) {
    return matrix[row].length;
  }

  /** How many times as important the item of the row is as that of the column. */
  public double at(int row, int column) {
    return matrix[row][column];
  }
}
