package tenon.study.part;

import tenon.model.Scenario;

/**
 * The scenario of a study, and the file it stands in.
 *
 * @param scenario what breaks
 * @param file name of its file as findings and manifests show it; empty where it was made from a
 *     setting
 * @param text the file as it was read; empty likewise
 */
public record Rehearsed(Scenario scenario, String file, String text) {}
