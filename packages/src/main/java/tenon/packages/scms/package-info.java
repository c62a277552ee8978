/**
 * Import of the public USAID SCMS delivery history: lines of HIV and malaria medicines and tests
 * that the Supply Chain Management System delivered to its client countries.
 *
 * <p>Each line names a making site, a vendor, a client country, the route (direct drop, or from a
 * regional distribution centre), dates, quantity and value. From these a chain is made:
 *
 * <ul>
 *   <li>product = molecule + dosage + dosage form; its unit is the dose: line item quantity x unit
 *       of measure per pack;
 *   <li>the year of a line is that of its scheduled delivery date; <em>the last year</em> is the
 *       latest calendar year that is over by the date of the import;
 *   <li>demand(country, product) = doses of the last year / 365;
 *   <li>capacity(making site, product) = doses of its best year to date / 365, so that its spare
 *       volume is the best year less the last year;
 *   <li>active links carry the volumes of the last year, by the route each line took; per customer
 *       and product their shares sum to 1;
 *   <li>standby links are the other making sites that have ever delivered the product.
 * </ul>
 *
 * <p>Divisor 365 in leap years too, so that a capacity times 365 gives the doses of the year back.
 * What the file does not tell stays blank, and what was assumed is listed in the package.
 *
 * <p>Proof: the conformance test compares the spare volumes for the largest site of 2012 and 2013
 * with figures computed apart from this code; the other tests are small files worked by hand.
 */
@NullMarked
package tenon.packages.scms;

import org.jspecify.annotations.NullMarked;
