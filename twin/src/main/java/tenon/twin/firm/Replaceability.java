package tenon.twin.firm;

/** Whether a firm that fails is replaced by others of its sector. */
public enum Replaceability {
  /**
   * A lost supplier counts by its share of what its sector still makes: sigma_i = min(1, s_i / M),
   * M = sum over the sector of s h.
   */
  SECTOR,

  /** Nobody replaces anybody: sigma = 1. */
  NONE
}
