/**
 * Charts as SVG from data, in the manner of a statistical yearbook: direct labels, axes with units,
 * bands for uncertainty, the Okabe-Ito palette. Each draws in units of a picture 720 wide; no
 * script, no style sheet, fonts of the reader's system. The title is the caption of the figure, not
 * part of the picture.
 */
@NullMarked
package tenon.study.chart;

import org.jspecify.annotations.NullMarked;
