package tenon.packages.match;

/**
 * What a person has decided about two rows.
 *
 * @param left id of the left row
 * @param right id of the right row
 * @param same whether they are the same
 * @param by who decided; may be empty
 * @param date when; may be empty
 * @param note why; may be empty
 */
public record Decision(
    String left, String right, boolean same, String by, String date, String note) {}
