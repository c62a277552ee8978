package tenon.evaluate;

/** A column of a regression by row of the data, with the name its coefficient carries. */
@SuppressWarnings(
    "ArrayRecordComponent") // its arrays are never written after construction, nor compared
record Regressor(String name, double[] values) {

  /** The product of two, {@code a:b}. */
  Regressor times(Regressor other) {
    double[] product = new double[values.length];
    for (int row = 0; row < product.length; row++) {
      product[row] = values[row] * other.values[row];
    }
    return new Regressor(name + ":" + other.name, product);
  }
}
