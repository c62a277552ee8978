package tenon.study.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A flow that a plan raises, as what somebody has to be told to do.
 *
 * @param number running number from 1, those worth most first
 * @param ships whether goods are to be shipped; else they are to be made
 * @param what what to do, in words: {@code ship more}, {@code start standby recipe}
 * @param sentence the whole in one sentence
 * @param rowId id of the link or recipe
 * @param productId id of the product
 * @param product its name
 * @param unit its unit
 * @param fromSiteId site that ships or makes
 * @param fromSite its name
 * @param fromFirm the firm that runs it: the one that has to act
 * @param toSiteId site that receives; the same as the other where goods are made
 * @param toSite its name
 * @param toFirm the firm that runs it
 * @param firstDay first day
 * @param lastDay last day
 * @param firstDate date of the first day, where the study says which date day 0 is
 * @param lastDate date of the last day, likewise
 * @param usualPerDay usual flow, units per day
 * @param plannedPerDay flow asked for, units per day
 * @param standby whether the source is on standby
 * @param insteadOf ids of the sources it stands in for, with spaces between
 * @param inferred the mark of a flow over a link that nobody declared; else empty
 * @param evidence what the link is known from; empty for a recipe, or where unknown
 * @param confidence how sure it is that the link exists; NaN where unknown
 * @param worth what it saves, in money; 0 where nothing would be lost without it
 */
public record Order(
    int number,
    boolean ships,
    String what,
    String sentence,
    String rowId,
    String productId,
    String product,
    String unit,
    String fromSiteId,
    String fromSite,
    String fromFirm,
    String toSiteId,
    String toSite,
    String toFirm,
    int firstDay,
    int lastDay,
    @Nullable LocalDate firstDate,
    @Nullable LocalDate lastDate,
    double usualPerDay,
    double plannedPerDay,
    boolean standby,
    String insteadOf,
    String inferred,
    String evidence,
    double confidence,
    double worth) {

  /** Days on which the flow is raised. */
  public int days() {
    return lastDay - firstDay + 1;
  }

  /** Units beyond the usual flow on all the days together. */
  public double extraUnits() {
    return (plannedPerDay - usualPerDay) * days();
  }
}
