/**
 * Effects of a treatment that units adopt at different times.
 *
 * <p>Every estimator takes {@link tenon.evaluate.Observations} and {@link
 * tenon.evaluate.did.StaggeredColumns} and gives its estimates with standard errors. A unit counts
 * as treated from its first treated period on.
 *
 * <p>Sources: Sun and Abraham 2021; Callaway and Sant'Anna 2021 with Sant'Anna and Zhao 2020;
 * Borusyak, Jaravel and Spiess 2024; Gardner 2022; Goodman-Bacon 2021; Rambachan and Roth 2023;
 * Arkhangelsky and others 2021. Formulas and limits stand in docs/methods/evaluate.md.
 */
@NullMarked
package tenon.evaluate.did;

import org.jspecify.annotations.NullMarked;
