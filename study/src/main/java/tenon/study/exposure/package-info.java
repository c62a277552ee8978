/**
 * The part of a study that asks what an outage of each site would cost. What is added to the
 * numbers of {@link tenon.twin.Exposure}: the exposure of a firm, E_f = sum of E_s over the sites s
 * that f runs, for lost margin and for priority. Outages of two sites of one firm are taken one at
 * a time, so the sum of lost margins is no forecast of both failing together.
 */
@NullMarked
package tenon.study.exposure;

import org.jspecify.annotations.NullMarked;
