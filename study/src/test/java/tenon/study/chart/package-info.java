@NullMarked
package tenon.study.chart;

import org.jspecify.annotations.NullMarked;
