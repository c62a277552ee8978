/**
 * The ten-step handbook as data: a {@link tenon.assess.pipeline.PipelineSpec} lists the steps from
 * raw values to the index (denominate, screen, impute, treat, normalise, then weigh and aggregate),
 * {@link tenon.assess.pipeline.Pipeline} runs them, and every step's data stay in the result.
 *
 * <p>Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008). Choices that the
 * handbook leaves open follow Becker et al. (2022), COINr, Journal of Open Source Software 7(78),
 * with whose example on 51 countries every step agrees to 1e-9. A step that cannot act is a
 * finding.
 *
 * <p>Columns are arrays by cell, cell = unit * periods + period. A step shares the columns it does
 * not change with the step before.
 */
@NullMarked
package tenon.assess.pipeline;

import org.jspecify.annotations.NullMarked;
