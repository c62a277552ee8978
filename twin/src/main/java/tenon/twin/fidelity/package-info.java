/**
 * How well a twin tells what happened: laws of daily demand, lead times and yields fitted to
 * history, and scored on days that were held back.
 *
 * <p>A law is one that the daily run draws from, in the words of the package (mean, deviation,
 * distribution). It is chosen by the least AIC (Akaike 1974) among those that can have produced the
 * data at all; every quantity is read as rounded to the resolution of the data, so that laws of
 * whole and of broken numbers are compared on the same probabilities; near 0 what differs by less
 * than a hundredth of the mean counts as the same, since the laws have no mass of their own at 0.
 * Intervals of 95 % are those of the profile likelihood (deviance at most 3.84). Days are taken as
 * independent: where they are not, intervals are too narrow, and the autocorrelation beside them
 * says so.
 *
 * <p>Scores on held-back days: coverage of the band of 5 to 95 %, and the continuous ranked
 * probability score in closed form (normal, log-normal, gamma) or as a sum over steps; Gneiting and
 * Raftery 2007, Scheuerer and Moeller 2015, Baran and Lerch 2015. Beside it stands the score of the
 * fitted days themselves taken as a forecast.
 */
@NullMarked
package tenon.twin.fidelity;

import org.jspecify.annotations.NullMarked;
