package tenon.respond.design;

/** The four pillars of a resilient chain. */
public enum Pillar {
  /** Second sources, nearshoring, regional loops, distributed plants. */
  LAYOUT,
  /** Stock, backup capacity, flexible changeover. */
  OPERATIONS,
  /** Visibility and earlier detection. */
  TECHNOLOGY,
  /** Shared buffers, joint contracts, qualified suppliers, insurance. */
  ECOSYSTEM
}
