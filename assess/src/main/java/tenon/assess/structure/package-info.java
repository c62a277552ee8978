/**
 * Structure of a chain in numbers: concentration, specialisation, local matching, coverage,
 * dependence on others and value added, as pure functions of arrays ({@link
 * tenon.assess.structure.Concentration}) and computed from the chain itself ({@link
 * tenon.assess.structure.ChainStructure}). Sources stand with each measure.
 */
@NullMarked
package tenon.assess.structure;

import org.jspecify.annotations.NullMarked;
